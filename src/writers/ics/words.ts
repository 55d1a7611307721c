/** The words of a text for places that know no form at all: paragraphs are lines, and a label stands in brackets. */
import type { Block, Inline } from '../../prose/tree.ts';
import { suggestionTag, toneNames } from '../../model/kind-names.ts';

/** The words of one line; the notes of citations stay on the page. */
export function wordsOfInline(nodes: readonly Inline[]): string {
  const words = nodes.map((node) => {
    switch (node.kind) {
      case 'text':
        return node.text;
      case 'break':
        return '\n';
      case 'cite':
      case 'blank':
        return '';
      case 'suggestion':
        return `${wordsOfInline(node.children)} [${suggestionTag}]`;
      case 'strong':
      case 'emphasis':
      case 'link':
      case 'term':
        return wordsOfInline(node.children);
    }
  });
  return words.join('').trim();
}

type Handlers = { [Kind in Block['kind']]: (block: Extract<Block, { kind: Kind }>) => string };

const handlers = {
  heading: ({ children }) => wordsOfInline(children),
  paragraph: ({ children }) => wordsOfInline(children),
  list: ({ items, ordered, start }) => items.map((item, index) => `${ordered ? `${start + index}.` : '•'} ${wordsOfBlocks(item)}`).join('\n'),
  table: ({ head, rows }) => rows.map((row) => row.map((cell, column) => [wordsOfInline(head[column] ?? []), wordsOfInline(cell)].filter(Boolean).join(': ')).join('; ')).join('\n'),
  quote: ({ by, children }) => `“${wordsOfBlocks(children)}” ${by}`,
  callout: ({ tone, title, children }) => `${[toneNames[tone], title].filter(Boolean).join(': ')}\n${wordsOfBlocks(children)}`,
  figure: ({ alt }) => alt,
  // Only the texts of pages show pull-outs and drawings; a step never does.
  embed: () => '',
  overview: () => '',
} satisfies Handlers;

/** The words of blocks, with an empty line between them. */
export function wordsOfBlocks(blocks: readonly Block[]): string {
  return blocks
    .map((block) => (handlers[block.kind] as (block: Block) => string)(block))
    .filter(Boolean)
    .join('\n\n');
}
