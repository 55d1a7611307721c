/** How Astro compiles the texts in MDX. */
import { unified, type RemarkPlugin } from '@astrojs/markdown-remark';
import remarkGfm from 'remark-gfm';
import { shared } from '../prose/process-wide.ts';
import { rehypeAsDrawn, remarkModel, remarkParagraphs } from '../prose/remark-plugins.ts';
import { remarkTypography } from '../prose/quotation-marks.ts';
import { Remembered } from '../prose/remembered.ts';

/** The plugins of the reader in `src/prose/parse.ts`, in the same order; Starlight's plugins for Markdown stay out. */
const processor = unified({
  gfm: false,
  smartypants: false,
  remarkPlugins: [remarkGfm, remarkParagraphs, remarkTypography as RemarkPlugin, remarkModel],
  rehypePlugins: [rehypeAsDrawn],
});

type CreateRenderer = NonNullable<typeof processor.createMdxRenderer>;
type Compiled = Awaited<ReturnType<Awaited<ReturnType<CreateRenderer>>['process']>>;

/** What was compiled already, by its file, text and frontmatter: as JSON, since Astro may change what it gets. */
export const compiled = shared('compiled', () => new Remembered<string>());

/** Compiles each text once. */
export const prose = {
  ...processor,
  createMdxRenderer: async (...options: Parameters<CreateRenderer>) => {
    const renderer = await processor.createMdxRenderer!(...options);
    return {
      async process(...text: Parameters<typeof renderer.process>): Promise<Compiled> {
        const key = JSON.stringify(text);
        const json = compiled.get(key) ?? compiled.set(key, JSON.stringify(await renderer.process(...text)));
        return JSON.parse(json) as Compiled;
      },
    };
  },
};
