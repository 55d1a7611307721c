/** The tables of a handout as a file to fill in: one a page, each row with room for an answer. */
import { pullOutFile } from '../site/file-names.ts';
import type { PullOut } from '../site/pull-outs.ts';
import { numbersIn } from './deck-sources.ts';
import { wordsOf, type DocBlock, type DocInline, type Document, type Field, type Part } from './document.ts';
import { pullOutDocument, type Publication } from './site-documents.ts';
import { words } from './to-document.ts';

type HandoutPullOut = Extract<PullOut, { kind: 'handouts' }>;
type FillIn = NonNullable<HandoutPullOut['entry']['fillIn']>;
type Heading = Extract<DocBlock, { kind: 'heading' }>;
type Table = Extract<DocBlock, { kind: 'table' }>;

/** The file to fill in of a handout that has one; of everything else nothing. */
export function fillSheetsOf(publication: Publication, pullOut: PullOut): Document[] {
  if (pullOut.kind !== 'handouts' || !pullOut.entry.fillIn) return [];
  const whole = pullOutDocument(publication, pullOut);
  const [part] = whole.parts as [Part];
  const { fillIn } = pullOut.entry;
  const { title, promise } = fillIn;
  const blocks = tablesIn(part.blocks).flatMap(({ heading, table }, index) => [
    { ...heading, ...(index > 0 ? { page: true as const } : {}) },
    gridOf(part, heading, table, fillIn),
  ]);
  const cited = new Set(numbersIn(blocks));
  const notes = part.notes
    .map((note) => ({ ...note, places: note.places.filter(({ n }) => cited.has(n)) }))
    .filter(({ places }) => places.length > 0);
  // How many sheets the handout fits on says nothing of this file.
  const { sheets: _, ...common } = part;
  const own: Part = { ...common, title, promise, intro: [], blocks, notes };
  return [{ ...whole, name: `${pullOutFile(pullOut)}-fill-in`, title, promise, parts: [own] }];
}

/** Each table with the heading above it. */
function tablesIn(blocks: readonly DocBlock[]): { heading: Heading; table: Table }[] {
  let heading: Heading | undefined;
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') heading = block;
    return block.kind === 'table' && heading ? [{ heading, table: block }] : [];
  });
}

/** The first cell names the row, and what the others say stands below it under their heads. */
function gridOf(
  part: Part,
  { anchor }: Heading,
  { caption, head, rows }: Table,
  { answer, above, rows: empty }: FillIn,
): DocBlock {
  const field = (label: string, index: number): Field => ({
    kind: 'field',
    name: `${part.id}.${anchor}.above-${index + 1}`,
    label,
    size: 'line',
  });
  const aidOf = (cells: readonly DocInline[][]): DocInline[] =>
    cells.flatMap((cell, index) => [
      ...(index > 0 ? [{ kind: 'break' as const }] : []),
      { kind: 'strong' as const, children: words(`${wordsOf(head[index + 1] ?? [])}: `) },
      ...cell,
    ]);
  return {
    kind: 'grid',
    id: anchor,
    caption,
    fields: above.map(field),
    columns: [
      { id: 'row', label: wordsOf(head[0] ?? []), kind: 'head' },
      { id: 'answer', label: answer, kind: 'text' },
    ],
    rows: rows.map(([name = [], ...cells], index) => ({
      anchor: `${anchor}-${index + 1}`,
      head: { label: wordsOf(name), aid: aidOf(cells) },
      cells: [''],
    })),
    empty,
  };
}
