/** Typographic signs in words that are no text of their own: what a tag carries in its attributes. */
import type { Root, Text } from 'mdast';
import remarkSmartypants from 'remark-smartypants';
import { unified } from 'unified';

/** How texts are set: curly quotation marks, `--` and `---` as dashes. */
export const typography = { dashes: 'oldschool' } as const;

const processor = unified().use(remarkSmartypants, typography);

/** The words with curly quotation marks, as the same words get them in a text. */
export function curled(words: string): string {
  const text: Text = { type: 'text', value: words };
  const root: Root = { type: 'root', children: [{ type: 'paragraph', children: [text] }] };
  processor.runSync(root);
  return text.value;
}
