/** Typographic signs: curly quotation marks, `--` and `---` as dashes; in texts, and in what a tag carries in its attributes. */
import type { Nodes, Root, Text } from 'mdast';
import remarkSmartypants from 'remark-smartypants';
import { unified } from 'unified';

const setSigns = (remarkSmartypants as unknown as (options: object) => (tree: Root) => void)({ dashes: 'oldschool' });
/** What becomes another sign. */
const plainSign = /["'`]|--|\.\.|\. \./;
const needsSigns = (node: Nodes): boolean =>
  ('value' in node && plainSign.test(node.value)) || ('children' in node && node.children.some(needsSigns));

/** The plugin that sets them. Most lines need none, and looking for them takes longer than all the rest of reading. */
export function remarkTypography() {
  return (tree: Root): void => {
    if (needsSigns(tree)) setSigns(tree);
  };
}

const processor = unified().use(remarkTypography);

/** The words with curly quotation marks, as the same words get them in a text. */
export function curled(words: string): string {
  const text: Text = { type: 'text', value: words };
  const root: Root = { type: 'root', children: [{ type: 'paragraph', children: [text] }] };
  processor.runSync(root);
  return text.value;
}
