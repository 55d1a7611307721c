import mdx from '@astrojs/mdx';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { content } from './src/integrations/content.ts';
import { prose } from './src/integrations/prose.ts';

const layouts = (...names) => Object.fromEntries(names.map((name) => [name, `./src/layouts/${name}.astro`]));
const nothing = (...names) => Object.fromEntries(names.map((name) => [name, './src/layouts/Nothing.astro']));

/** Leaves Starlight's styles out: the site has its own, and every page would pay for both. */
const ownStyles = {
  name: 'own-styles',
  enforce: 'pre',
  load: (id) =>
    !id.includes('?') && /@astrojs\/starlight\/dist\/style\/\w+\.css/.test(id.replaceAll('\\', '/')) ? '' : undefined,
};

export default defineConfig({
  // The public address, when it is known. Pages work without it: they use relative addresses.
  site: process.env.SITE_URL || undefined,
  outDir: process.env.OUT_DIR || './dist',
  trailingSlash: 'always',
  // 'jsx' would eat the spaces between inline elements on separate lines.
  compressHTML: true,
  prefetch: false,
  devToolbar: { enabled: false },
  // Completion of the keys above MDX texts, in VS Code with Astro's extension.
  experimental: { contentIntellisense: true },
  build: { inlineStylesheets: 'never' },
  // The build says which files it has written and which edition it is; while developing there are none.
  vite: {
    define: { DOWNLOADS: '[]', EDITION: 'null' },
    build: { assetsInlineLimit: 0 },
    plugins: [ownStyles],
    // While developing, what draws pages is compiled before somebody asks for the first one.
    server: { warmup: { ssrFiles: ['./src/{pages,layouts,components}/**/*.astro'] } },
  },
  integrations: [
    content(),
    mdx({ processor: prose, extendMarkdownConfig: false, syntaxHighlight: false }),
    starlight({
      title: 'CSEC Task Force Toolkits',
      pagefind: false,
      expressiveCode: false,
      // Our headings have links of their own.
      markdown: { headingLinks: false },
      disable404Route: true,
      customCss: ['./src/styles/site.css'],
      components: {
        ...layouts(
          'PageFrame',
          'TwoColumnContent',
          'Header',
          'Sidebar',
          'PageSidebar',
          'ThemeProvider',
          'SkipLink',
          'Head',
        ),
        ...layouts('ContentPanel', 'MarkdownContent', 'Footer'),
        // Our pages have these in their text, or do not need them. (What Starlight's own header, sidebar and footer would show
        // is left out with them.)
        ...nothing('PageTitle', 'Hero', 'Banner', 'FallbackContentNotice', 'DraftContentNotice'),
      },
    }),
  ],
});
