/** The words of a document’s blocks as short pieces, and the words of files as readers of their own find them. */
import { execFileSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import type { DocBlock, DocInline, Part } from '../../src/documents/document.ts';

/** Letters and digits only: what is left when fonts, lines, marks and spaces are taken away. */
export const squash = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** The pieces of inline nodes. */
function inline(nodes: readonly DocInline[]): string[] {
  const pieces = [''];
  for (const node of nodes) {
    const add = (text: string) => (pieces[pieces.length - 1] += text);
    if (node.kind === 'text') add(node.text);
    else if (node.kind === 'tag') pieces.push(node.text, '');
    // Labels, places to fill in and the numbers of sources part the words: a document of its own numbers its sources anew.
    else if (node.kind === 'field' || node.kind === 'cite' || node.kind === 'suggestion') pieces.push('');
    else if (node.kind !== 'break') {
      const [first = '', ...rest] = inline(node.children);
      add(first);
      pieces.push(...rest);
    }
  }
  return pieces;
}

type Pieces = { [Kind in DocBlock['kind']]: (block: Extract<DocBlock, { kind: Kind }>) => string[] };
const pieces: Pieces = {
  heading: ({ number = '', children }) => [number, ...inline(children)],
  paragraph: ({ children }) => inline(children),
  list: ({ items }) => items.flatMap(piecesOf),
  table: ({ caption, head, rows }) => [caption, ...[...head, ...rows.flat()].flatMap(inline)],
  quote: ({ children, by }) => [...piecesOf(children), ...inline(by)],
  callout: ({ label, title = '', children }) => [label, title, ...piecesOf(children)],
  figure: ({ title = '', caption }) => [title, ...inline(caption)],
  steps: ({ items }) => items.flatMap(({ text, help }) => [...inline(text), ...piecesOf(help)]),
  clause: ({ number = '', children, points }) => [
    number,
    ...inline(children),
    ...points.flatMap((point) => [point.number ?? '', ...inline(point.children)]),
  ],
  guidance: ({ children }) => piecesOf(children),
  signatures: ({ lines, signers }) => [...lines, ...signers.map(({ label }) => label)],
  grid: ({ caption, fields, columns, rows }) => [
    caption,
    ...fields.map(({ label }) => label),
    ...columns.map(({ label }) => label),
    ...rows.flatMap(({ head }) => (head ? [head.label, ...inline(head.aid)] : [])),
  ],
  definitions: ({ items }) => items.flatMap(({ term, children }) => [term, ...piecesOf(children)]),
};
export function piecesOf(blocks: readonly DocBlock[]): string[] {
  return blocks.flatMap((block) => (pieces[block.kind] as (block: DocBlock) => string[])(block));
}

/** Every piece of a part, title and sources included. */
export function piecesOfPart({ title, promise, intro, blocks, notes }: Part): string[] {
  return [
    title,
    promise,
    ...piecesOf(intro),
    ...piecesOf(blocks),
    ...notes.flatMap((note) => [note.title, note.publisher, note.date, ...note.places.map(({ place }) => place)]),
  ];
}

/** The text that was squashed last: the parts of one document are looked for one after the other. */
let last = { text: '', squashed: '' };
function squashedOnce(text: string): string {
  if (last.text !== text) last = { text, squashed: squash(text) };
  return last.squashed;
}

/** The pieces that a text lacks. `apart`: a piece may be broken by a label within so many letters, as where labels stand under blanks. */
export function missingFrom(text: string, part: Part, apart = 0): string[] {
  const squashed = squashedOnce(text);
  return [...new Set(piecesOfPart(part))].filter(
    (piece) =>
      squash(piece) &&
      !squashed.includes(squash(piece)) &&
      !(apart > 0 && standsApart(squashed, piece.split(/\s+/).map(squash).filter(Boolean), apart)),
  );
}

/** True when words stand in a text in order, in at most four runs, with at most so many letters between the runs. */
function standsApart(text: string, words: readonly string[], apart: number, runs = 4, from?: number): boolean {
  for (let count = words.length; count > 0; count--) {
    const run = words.slice(0, count).join('');
    const rest = words.slice(count);
    for (
      let at = text.indexOf(run, from);
      at >= 0 && (from === undefined || at - from <= apart);
      at = text.indexOf(run, at + 1)
    ) {
      if (rest.length === 0 || (runs > 1 && standsApart(text, rest, apart, runs - 1, at + run.length))) return true;
    }
  }
  return false;
}

/** The words of an HTML or XHTML file, without what only screen readers or scripts see. */
export function textOfHtml(html: string): string {
  const words = (node: DefaultTreeAdapterMap['node']): string => {
    if (node.nodeName === '#text') return (node as DefaultTreeAdapterMap['textNode']).value;
    const skipped =
      'tagName' in node &&
      (['script', 'style', 'svg', 'title'].includes(node.tagName) ||
        node.attrs.some(({ name, value }) => name === 'class' && /\b(sr-only|copy)\b/.test(value)));
    return skipped || !('childNodes' in node) ? '' : node.childNodes.map(words).join('');
  };
  return words(parse(html));
}

/** The words of a Word file: its text, its notes in the margin, and the prompts of its blanks. */
export function textOfDocx(bytes: Uint8Array): string {
  const parts = unzipSync(bytes);
  return ['word/document.xml', 'word/comments.xml']
    .map((name) => (parts[name] ? strFromU8(parts[name]) : '').replace(/<w:br\/>/g, ' ').replace(/<[^>]+>/g, ''))
    .join(' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'");
}

/** The words of an EPUB, file by file. */
export function textOfEpub(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => name.endsWith('.xhtml'))
    .map(([, file]) => textOfHtml(strFromU8(file)))
    .join(' ');
}

/** The words of a PDF, without the line at the foot of its pages, which would part a sentence that runs over two. */
export function textOfPdf(file: string): string {
  const text = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return (
    text
      .split('\f')
      // The pages of the whole set are numbered last of all.
      .map((page) => page.replace(/\n[^\n]*(Page \d+ of \d+)?\nReviewed [^\n]+\s*(Page \d+ of \d+)?\s*$/, '\n'))
      .join('\n')
  );
}
