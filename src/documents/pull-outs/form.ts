/** A form as blocks: its fields, its table to fill in, its notes. */
import type { Entry } from '../../schemas/index.ts';
import type { DocBlock, GridColumn } from '../document.ts';
import type { Filled } from '../filled.ts';
import { blocksToDocument, type DocumentContext } from '../to-document.ts';
import { explained } from './columns.ts';

/** The blocks of a form, with what somebody has written. */
export function formToDocument(entry: Entry<'forms'>, context: DocumentContext, { grid }: Filled): DocBlock[] {
  const headed = entry.given.length > 0;
  const columns = entry.columns.map(({ id, label, kind, options }, index): GridColumn => ({
    id,
    label,
    kind: headed && index === 0 ? 'head' : kind,
    ...(options ? { options } : {}),
  }));
  const cells = columns.slice(headed ? 1 : 0).map(() => '');
  return [
    ...explained(entry.columns, context),
    {
      kind: 'grid',
      id: entry.id,
      caption: entry.title,
      fields: entry.fields.map(({ id, label }) => ({
        kind: 'field',
        name: `${context.part}.${id}`,
        label,
        size: 'line',
        ...(grid?.fields[id] ? { value: grid.fields[id] } : {}),
      })),
      columns,
      rows: [
        ...entry.given.map(({ id, label }) => ({
          anchor: id,
          head: { label, aid: [] },
          cells: [...(grid?.given[id] ?? cells)],
        })),
        ...(grid?.own ?? []).map(({ cells: [first = '', ...rest] }) =>
          headed ? { head: { label: first, aid: [] }, cells: rest } : { cells: [first, ...rest] },
        ),
      ],
      empty: grid ? 0 : entry.rows,
    },
    ...blocksToDocument(entry.notes ?? [], context),
  ];
}
