/** The words of a document as lines of plain text, one for each cell of a sheet: numbers of notes and addresses spelled out. */
import type { DocBlock, DocInline, DocNote } from '../../model/document.ts';

export interface Line {
  kind: 'title' | 'heading' | 'text' | 'item';
  text: string;
}
type Handlers = { [Kind in DocBlock['kind']]: (block: Extract<DocBlock, { kind: Kind }>) => Line[] };

const text = (words: string): Line[] => (words ? [{ kind: 'text', text: words }] : []);
const heading = (words: string): Line => ({ kind: 'heading', text: words });
const item = (words: string): Line => ({ kind: 'item', text: words });
const numbered = (number: string | undefined, words: string) => (number ? `${number} ${words}` : words);
/** The lines of blocks within a list: the first carries the mark, all are set in. */
const marked = (mark: string, blocks: readonly DocBlock[]): Line[] => linesOfBlocks(blocks).map((line, index) => item(index === 0 ? `${mark} ${line.text}` : `   ${line.text}`));

const handlers = {
  heading: ({ number, children }) => [heading(numbered(number, wordsOfInline(children)))],
  paragraph: ({ children }) => text(wordsOfInline(children)),
  list: ({ ordered, start, items }) => items.flatMap((blocks, index) => marked(ordered ? `${start + index}.` : '•', blocks)),
  table: ({ caption, head, rows }) => [heading(caption), ...[head, ...rows].map((cells) => item(cells.map(wordsOfInline).join(' | ')))],
  quote: ({ children, by }) => [...linesOfBlocks(children), ...text(wordsOfInline(by))],
  callout: ({ label, title, children }) => [heading(title ? `${label}: ${title}` : label), ...linesOfBlocks(children)],
  figure: ({ title, alt, caption }) => [...(title ? [heading(title)] : []), ...text(alt), ...text(wordsOfInline(caption))],
  steps: ({ items }) => items.flatMap((step) => [item(`• ${wordsOfInline(step.text)}`), ...marked('  ', step.help)]),
  clause: ({ number, children, points }) => [...text(numbered(number, wordsOfInline(children))), ...points.map((point) => item(numbered(point.number, wordsOfInline(point.children))))],
  guidance: ({ about, children }) => [heading(about), ...linesOfBlocks(children)],
  signatures: ({ lines, signers }) => signers.map(({ label }) => item(`${label}: ${lines.join(', ')}`)),
  grid: ({ caption, columns, rows }) => [heading(caption), item(columns.map(({ label }) => label).join(' | ')), ...rows.map(({ head, cells }) => item([head?.label ?? '', ...cells].join(' | ')))],
  definitions: ({ items }) => items.flatMap(({ term, children }) => marked(`${term}:`, children)),
} satisfies Handlers;

/** The lines of blocks, in reading order. */
export function linesOfBlocks(blocks: readonly DocBlock[]): Line[] {
  return blocks.flatMap((block) => (handlers[block.kind] as (block: DocBlock) => Line[])(block));
}

/** The words of inline nodes: notes as “[1]”, labels and web addresses in brackets behind their words. */
export function wordsOfInline(nodes: readonly DocInline[]): string {
  return nodes
    .map((node) => {
      switch (node.kind) {
        case 'text':
          return node.text;
        case 'tag':
          return `(${node.text})`;
        case 'break':
          return '\n';
        case 'cite':
          return ` [${node.n}]`;
        case 'field':
          return node.value || `[${node.label}: __________]`;
        case 'link': {
          const words = wordsOfInline(node.children);
          return /^[a-z]+:/i.test(node.href) && !words.includes(node.href) ? `${words} (${node.href})` : words;
        }
        default:
          return wordsOfInline(node.children);
      }
    })
    .join('');
}

/** The sources of a form, one line each, with the numbers by which its words cite them. */
export function sourceLines(notes: readonly DocNote[]): Line[] {
  return notes.map(({ title, publisher, date, warning, url, places }) => {
    const cited = places.map(({ n, place }) => `[${n}]${place ? ` ${place}` : ''}`).join('; ');
    return item(`${cited}. ${[`${title}. ${publisher}, ${date}.`, warning, url].filter(Boolean).join(' ')}`);
  });
}
