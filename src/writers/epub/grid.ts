/** Tables to fill in, as XHTML: what stands above, the columns, the given rows, and a few of the empty ones. */
import type { DocBlock } from '../../model/document.ts';
import { inlines, rule, type Resolve } from './inlines.ts';
import { h, type Child } from './xml.ts';

/** More empty rows say nothing to somebody who reads. */
const shown = 3;
/** Up to so many columns have room for the words to choose from in their heads; forms say them below, too. */
const roomy = 3;

export function grid({ caption, fields, columns, rows, empty }: Extract<DocBlock, { kind: 'grid' }>, resolve: Resolve): Child {
  const headed = columns[0]?.kind === 'head';
  const cells = columns.slice(headed ? 1 : 0);
  const emptyRows = Array.from({ length: Math.min(empty, shown) }, () => h('tr', {}, columns.map(() => h('td', {}))));
  return [
    fields.length > 0 ? h('dl', {}, fields.flatMap(({ label, value }) => [h('dt', {}, label), h('dd', {}, rule(value))])) : undefined,
    h(
      'table',
      { class: columns.length > 4 ? 'grid wide' : 'grid' },
      h('caption', {}, empty > 0 ? `${caption} (${empty} empty ${empty === 1 ? 'row' : 'rows'} to fill in)` : caption),
      h('thead', {}, h('tr', {}, columns.map(({ label, options }) => h('th', { scope: 'col' }, label, options && columns.length <= roomy ? h('div', { class: 'aid' }, `One of: ${options.join(', ')}.`) : undefined)))),
      h(
        'tbody',
        {},
        rows.map((row) =>
          h(
            'tr',
            { id: row.anchor },
            headed ? h('th', { scope: 'row' }, row.head?.label, row.head && row.head.aid.length > 0 ? h('div', { class: 'aid' }, inlines(row.head.aid, resolve)) : undefined) : undefined,
            cells.map((_, index) => h('td', {}, row.cells[index])),
          ),
        ),
        emptyRows,
      ),
    ),
  ];
}
