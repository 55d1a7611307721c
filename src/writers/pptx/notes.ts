/** Speaker notes: the blocks of a text as plain lines, because the notes pane of every program shows those alike. */
import type { DocBlock, DocInline } from '../../model/document.ts';

type Handlers = { [Kind in DocBlock['kind']]: (block: Extract<DocBlock, { kind: Kind }>) => string[] };

const refuse = ({ kind }: { kind: string }): never => {
  throw new Error(`a block of kind \`${kind}\` cannot stand in speaker notes. Write paragraphs and lists.`);
};

const handlers = {
  heading: ({ children }) => [words(children)],
  paragraph: ({ children }) => [words(children)],
  list: ({ ordered, start, items }) => items.flatMap((item, index) => noteLines(item).map((line, place) => (place > 0 ? `    ${line}` : `${ordered ? `${start + index}.` : '•'} ${line}`))),
  quote: ({ children, by }) => [...noteLines(children), `— ${words(by)}`],
  callout: ({ label, title, children }) => [title ? `${label}: ${title}` : `${label}:`, ...noteLines(children)],
  table: ({ caption, rows }) => [caption, ...rows.map((row) => `• ${row.map(words).join(': ')}`)],
  figure: refuse,
  steps: refuse,
  clause: refuse,
  guidance: refuse,
  signatures: refuse,
  grid: refuse,
  definitions: refuse,
} satisfies Handlers;

/** The lines of a slide’s notes. @throws Error when they hold more than text */
export function noteLines(blocks: readonly DocBlock[]): string[] {
  return blocks.flatMap((block) => (handlers[block.kind] as (block: DocBlock) => string[])(block));
}

/** Words with the numbers of their sources in brackets and the addresses of their links. */
function words(nodes: readonly DocInline[]): string {
  return nodes
    .map((node): string => {
      switch (node.kind) {
        case 'text':
          return node.text;
        case 'break':
          return ' ';
        case 'tag':
          return `(${node.text})`;
        case 'cite':
          return ` [${node.n}]`;
        case 'field':
          return node.value ?? node.label;
        case 'link':
          return /^[a-z]+:/i.test(words(node.children)) ? words(node.children) : `${words(node.children)} (${node.href})`;
        default:
          return words(node.children);
      }
    })
    .join('');
}
