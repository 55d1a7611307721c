/** The words of a document as lines, for places that know nothing else: cells of a sheet, speaker notes. Numbers of notes and addresses are spelled out. */
import type { DocBlock, DocInline, DocNote } from './document.ts';
import { inlineText } from './plain-text.ts';

export interface Line {
  kind: 'title' | 'heading' | 'text' | 'item';
  text: string;
}
type Handlers = { [Kind in DocBlock['kind']]: (block: Extract<DocBlock, { kind: Kind }>) => Line[] };

const inline = (nodes: readonly DocInline[]): string => inlineText(nodes, 'spelled out');
const text = (words: string): Line[] => (words ? [{ kind: 'text', text: words }] : []);
const heading = (words: string): Line => ({ kind: 'heading', text: words });
const item = (words: string): Line => ({ kind: 'item', text: words });
const numbered = (number: string | undefined, words: string) => (number ? `${number} ${words}` : words);
/** The lines of blocks within a list: the first carries the mark, all are set in. */
const marked = (mark: string, blocks: readonly DocBlock[]): Line[] =>
  linesOfBlocks(blocks).map((line, index) => item(index === 0 ? `${mark} ${line.text}` : `   ${line.text}`));

const handlers = {
  heading: ({ number, children }) => [heading(numbered(number, inline(children)))],
  paragraph: ({ children }) => text(inline(children)),
  list: ({ ordered, start, items }) =>
    items.flatMap((blocks, index) => marked(ordered ? `${start + index}.` : '•', blocks)),
  table: ({ caption, head, rows }) => [
    heading(caption),
    ...[head, ...rows].map((cells) => item(cells.map(inline).join(' | '))),
  ],
  quote: ({ children, by }) => [...linesOfBlocks(children), ...text(inline(by))],
  callout: ({ label, title, children }) => [heading(title ? `${label}: ${title}` : label), ...linesOfBlocks(children)],
  figure: ({ title, alt, caption }) => [...(title ? [heading(title)] : []), ...text(alt), ...text(inline(caption))],
  steps: ({ items }) => items.flatMap((step) => [item(`• ${inline(step.text)}`), ...marked('  ', step.help)]),
  clause: ({ number, children, points }) => [
    ...text(numbered(number, inline(children))),
    ...points.map((point) => item(numbered(point.number, inline(point.children)))),
  ],
  guidance: ({ about, children }) => [heading(about), ...linesOfBlocks(children)],
  signatures: ({ lines, signers }) => signers.map(({ label }) => item(`${label}: ${lines.join(', ')}`)),
  grid: ({ caption, columns, rows }) => [
    heading(caption),
    item(columns.map(({ label }) => label).join(' | ')),
    ...rows.map(({ head, cells }) => item([head?.label ?? '', ...cells].join(' | '))),
  ],
  definitions: ({ items }) => items.flatMap(({ term, children }) => marked(`${term}:`, children)),
} satisfies Handlers;

/** The lines of blocks, in reading order. */
export function linesOfBlocks(blocks: readonly DocBlock[]): Line[] {
  return blocks.flatMap((block) => (handlers[block.kind] as (block: DocBlock) => Line[])(block));
}

/** The sources of a form, one line each, with the numbers by which its words cite them. */
export function sourceLines(notes: readonly DocNote[]): Line[] {
  return notes.map(({ title, publisher, date, warning, url, places }) => {
    const cited = places.map(({ n, place }) => `[${n}]${place ? ` ${place}` : ''}`).join('; ');
    return item(`${cited}. ${[`${title}. ${publisher}, ${date}.`, warning, url].filter(Boolean).join(' ')}`);
  });
}
