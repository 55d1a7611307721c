/** How Astro compiles the texts in MDX. */
import { unified, type RemarkPlugin } from '@astrojs/markdown-remark';
import remarkGfm from 'remark-gfm';
import { rehypeAsDrawn, remarkModel, remarkParagraphs } from '../prose/remark-plugins.ts';
import { remarkTypography } from '../prose/quotation-marks.ts';

/** The plugins of the reader in `src/prose/parse.ts`, in the same order; Starlight's plugins for Markdown stay out. */
export const prose = unified({
  gfm: false,
  smartypants: false,
  remarkPlugins: [remarkGfm, remarkParagraphs, remarkTypography as RemarkPlugin, remarkModel],
  rehypePlugins: [rehypeAsDrawn],
});
