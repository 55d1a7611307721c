/** Steps to tick and tables to fill in, as the template draws them. */
import { label, wordsOf, type DocBlock, type GridColumn } from '../../documents/document.ts';
import { shortened } from './fields.ts';
import { lineOf } from './inlines.ts';
import type { TypstBlock, Place } from './place.ts';
import { longestWord } from './widths.ts';

type Steps = Extract<DocBlock, { kind: 'steps' }>;
type Grid = Extract<DocBlock, { kind: 'grid' }>;

/** Each step with its box, its words and the line to write on. @param inside lays out the blocks of its advice */
export function stepsOf(
  { kind, boxes, write, items }: Steps,
  place: Place,
  inside: (blocks: readonly DocBlock[], place: Place) => TypstBlock[],
): TypstBlock {
  const { part, fields } = place;
  return {
    kind,
    write,
    items: items.map(({ anchor, text, help, done = false, written = '' }) => {
      const words = shortened(wordsOf(text));
      const box = boxes
        ? fields.add({
            name: `${label(part, anchor)}.done`,
            label: `Done: ${words}`,
            kind: 'box',
            value: done ? 'yes' : '',
          })
        : '';
      const body = lineOf(text, place);
      return {
        anchor: label(part, anchor),
        box,
        body,
        help: inside(help, place),
        line: fields.add({
          name: `${label(part, anchor)}.written`,
          label: `${write}: ${words}`,
          kind: 'text',
          value: written,
        }),
      };
    }),
  };
}

/** Tables of more columns than this lie on their side. */
const uprightColumns = 5;
/** Whether a block needs a page in landscape. */
export function isWide(block: DocBlock): boolean {
  if (block.kind === 'table') return block.wide === true && block.head.length > uprightColumns;
  return block.kind === 'grid' && block.columns.length > uprightColumns;
}

/** How wide columns of a kind want to be, as shares, heads of rows at most. */
const shares: Record<GridColumn['kind'], number> = {
  head: 2.6,
  text: 1.7,
  count: 0.8,
  date: 0.9,
  choice: 1.2,
  'yes-no': 0.8,
  money: 1,
};

/** The share of one letter of a word that must not break. */
const letter = 0.12;

/** The fields above, the header row, and rows of which every cell is a field. */
export function gridOf({ kind, id, caption, fields: above, columns, rows, empty }: Grid, place: Place): TypstBlock {
  const { part, fields } = place;
  const longestHead = Math.max(...rows.map(({ head }) => (head ? head.label.length + wordsOf(head.aid).length : 0)));
  const heads = columns.filter((column) => column.kind === 'head').length;
  const all = [...rows, ...Array.from({ length: empty }, () => ({ anchor: undefined, head: undefined, cells: [] }))];
  return {
    kind,
    caption: caption === part.title ? '' : caption,
    above: above.map(({ name, label, value = '' }) => ({
      label,
      marker: fields.add({ name, label, kind: 'text', value }),
    })),
    widths: columns.map((column) =>
      Math.max(
        column.kind === 'head' ? Math.min(shares.head, longestHead * letter) : shares[column.kind],
        longestWord(column.label) * letter,
      ),
    ),
    columns: columns.map((column) => column.label),
    rows: all.map(({ anchor, head, cells }, row) => ({
      anchor: anchor ? label(part, anchor) : '',
      ...(head ? { head: { label: head.label, aid: lineOf(head.aid, place) } } : {}),
      // A row without a name has a place for it.
      cells: columns.slice(head ? heads : 0).map((column, index) => {
        const value = cells[head ? index : index - heads] ?? '';
        return fields.add({
          name: `${part.id}.${id}.row-${row + 1}.${column.id}`,
          label: `${column.label}: ${head?.label ?? `row ${row + 1}`}`,
          kind: column.kind === 'text' || column.kind === 'head' ? 'lines' : 'text',
          value,
        });
      }),
    })),
  };
}
