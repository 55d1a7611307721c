/** Tables to fill in, as markup: what stands above, the columns, the given rows, and the empty ones. */
import type { DocBlock } from '../../documents/document.ts';
import { h, type Child } from './element.ts';
import { inlines } from './inlines.ts';
import type { Medium } from './medium.ts';

export function grid(
  { caption, fields, columns, rows, empty }: Extract<DocBlock, { kind: 'grid' }>,
  medium: Medium,
): Child {
  const headed = columns[0]?.kind === 'head';
  const cells = columns.slice(headed ? 1 : 0);
  const emptyRows = Array.from({ length: medium.emptyRows(empty) }, (_, index) =>
    h(
      'tr',
      {},
      columns.map((column) => h('td', {}, medium.cell(column, `row ${rows.length + index + 1}`, ''))),
    ),
  );
  const table = h(
    'table',
    { class: columns.length > 4 ? 'grid wide' : 'grid' },
    h('caption', {}, medium.gridCaption(caption, empty)),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        columns.map(({ label }) => h('th', { scope: 'col' }, label)),
      ),
    ),
    h(
      'tbody',
      {},
      rows.map((row, at) =>
        h(
          'tr',
          { id: row.anchor && medium.id(row.anchor) },
          headed
            ? h(
                'th',
                { scope: 'row' },
                row.head?.label,
                row.head && row.head.aid.length > 0
                  ? h('div', { class: 'aid' }, inlines(row.head.aid, medium))
                  : undefined,
              )
            : undefined,
          cells.map((column, index) =>
            h('td', {}, medium.cell(column, row.head?.label ?? `row ${at + 1}`, row.cells[index] ?? '')),
          ),
        ),
      ),
      emptyRows,
    ),
  );
  return [
    fields.length > 0
      ? h(
          'dl',
          {},
          fields.flatMap(({ label, value }) => [h('dt', {}, label), h('dd', {}, medium.line(label, value))]),
        )
      : undefined,
    medium.table(table, caption),
  ];
}
