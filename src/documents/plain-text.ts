/** Documents as plain text: for the clipboard, and for calendars. */
import { suggestionTag } from '../schemas/names.ts';
import type { DocBlock, DocInline } from './document.ts';

type Handlers = { [Kind in DocBlock['kind']]: (block: Extract<DocBlock, { kind: Kind }>) => string };

const numbered = (number: string | undefined, words: string) => (number ? `${number} ${words}` : words);
const inline = (nodes: readonly DocInline[]): string => inlineText(nodes);
const indented = (text: string) => text.replaceAll('\n', '\n  ');

const handlers = {
  heading: ({ number, children }) => numbered(number && `${number}.`, inline(children)),
  paragraph: ({ children }) => inline(children),
  list: ({ ordered, start, items }) =>
    items.map((item, index) => indented(`${ordered ? `${start + index}.` : '-'} ${plainTextOf(item)}`)).join('\n'),
  table: ({ caption, head, rows }) => [caption, ...[head, ...rows].map((row) => row.map(inline).join('\t'))].join('\n'),
  quote: ({ children, by }) => `${plainTextOf(children)}\n${inline(by)}`,
  callout: ({ label, title, children }) => [title ? `${label}: ${title}` : label, plainTextOf(children)].join('\n'),
  figure: ({ title, alt }) => title ?? alt,
  steps: ({ boxes, items }) =>
    items
      .map(({ text, help, done, written }) => {
        const first = `${boxes ? (done ? '[x] ' : '[ ] ') : '- '}${inline(text)}${written ? ` (${written})` : ''}`;
        return indented([first, ...(help.length > 0 ? [plainTextOf(help)] : [])].join('\n'));
      })
      .join('\n'),
  clause: ({ number, children, points }) =>
    [
      numbered(number, inline(children)),
      ...points.map((point) => `  ${numbered(point.number, inline(point.children))}`),
    ].join('\n'),
  // Advice is not part of the document.
  guidance: () => '',
  signatures: ({ lines, signers }) =>
    signers
      .map(({ label, values }) =>
        [label, ...lines.map((line, index) => `${line}: ${values?.[index] || '____________________'}`)].join('\n'),
      )
      .join('\n\n'),
  grid: ({ caption, fields, columns, rows }) =>
    [
      caption,
      ...fields.map(({ label, value }) => `${label}: ${value ?? ''}`),
      columns.map(({ label }) => label).join('\t'),
      ...rows.map(({ head, cells }) => [...(head ? [head.label] : []), ...cells].join('\t')),
    ].join('\n'),
  definitions: ({ items }) => items.map(({ term, children }) => `${term}: ${plainTextOf(children)}`).join('\n'),
} satisfies Handlers;

/** The words of blocks, a blank line between them. Blanks that are empty show as a rule with their label. */
export function plainTextOf(blocks: readonly DocBlock[]): string {
  return blocks
    .map((block) => (handlers[block.kind] as (block: DocBlock) => string)(block))
    .filter(Boolean)
    .join('\n\n');
}

/** The words of inline nodes. `spelled out`: with the numbers of notes, and with addresses behind the words that lead there. */
export function inlineText(nodes: readonly DocInline[], how: 'plain' | 'spelled out' = 'plain'): string {
  return nodes
    .map((node): string => {
      switch (node.kind) {
        case 'text':
          return node.text;
        case 'tag':
          return `(${node.text})`;
        case 'suggestion':
          return ` (${suggestionTag})`;
        case 'break':
          return '\n';
        case 'cite':
          return how === 'plain' ? '' : ` [${node.n}]`;
        case 'field':
          return node.value || `[${node.label}: __________]`;
        default: {
          const words = inlineText(node.children, how);
          const isApart =
            how === 'spelled out' && node.kind === 'link' && /^[a-z]+:/i.test(node.href) && !words.includes(node.href);
          return isApart ? `${words} (${node.href})` : words;
        }
      }
    })
    .join('');
}
