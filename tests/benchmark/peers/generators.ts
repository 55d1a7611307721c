/** Other generators of documentation as their own guides set them up, without a setting that makes them heavier. */
import type { PeerPage } from './markdown.ts';

export interface Generator {
  name: string;
  /** What to install, with exact versions. */
  packages: Record<string, string>;
  /** The files of its project beside the pages: their texts by their paths. */
  files: Record<string, string>;
  /** The folder of its pages. */
  pages: string;
  /** What stands above a page’s words. */
  head(page: PeerPage): string;
  /** How it is built: the program in node_modules and its words. */
  build: [program: string, ...words: string[]];
  /** The folder of the built site. */
  site: string;
}

const title = 'CSEC Task Force Toolkits';
const matter = (lines: string[]): string => `---\n${lines.join('\n')}\n---\n\n`;
const describe = ({ title: name, promise }: PeerPage): string[] => [
  `title: ${JSON.stringify(name)}`,
  `description: ${JSON.stringify(promise)}`,
];
const front = '# CSEC Task Force Toolkits\n';

export const generators: readonly Generator[] = [
  {
    name: 'Starlight',
    packages: { astro: '7.3.4', '@astrojs/starlight': '0.42.4' },
    files: {
      'astro.config.mjs': `import starlight from '@astrojs/starlight';
export default { integrations: [starlight({ title: '${title}' })] };`,
      'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };`,
      'src/content/docs/index.md': matter([`title: ${title}`]),
    },
    pages: 'src/content/docs',
    head: (page) => matter(describe(page)),
    build: ['astro/bin/astro.mjs', 'build'],
    site: 'dist',
  },
  {
    name: 'VitePress',
    packages: { vitepress: '1.6.4' },
    files: {
      '.vitepress/config.mjs': `export default { title: '${title}', ignoreDeadLinks: true, themeConfig: {
  search: { provider: 'local' }, sidebar: JSON.parse(process.env.SIDEBAR) } };`,
      'index.md': front,
    },
    pages: '.',
    head: (page) => `${matter(describe(page))}# ${page.title}\n\n${page.promise}\n\n`,
    build: ['vitepress/bin/vitepress.js', 'build'],
    site: '.vitepress/dist',
  },
  {
    name: 'Docusaurus',
    packages: {
      '@docusaurus/core': '3.10.2',
      '@docusaurus/preset-classic': '3.10.2',
      react: '19.3.1',
      'react-dom': '19.3.1',
    },
    files: {
      'docusaurus.config.js': `module.exports = { title: '${title}', url: 'https://example.org', baseUrl: '/', trailingSlash: true,
  onBrokenLinks: 'ignore', markdown: { format: 'md' },
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]] };`,
      'docs/index.md': `${matter(['slug: /'])}${front}`,
    },
    pages: 'docs',
    head: (page) => `${matter(describe(page))}# ${page.title}\n\n${page.promise}\n\n`,
    build: ['@docusaurus/core/bin/docusaurus.mjs', 'build'],
    site: 'build',
  },
];
