/** The rows of a form's table: given ones, and those of one's own, which are added, moved and removed. */
import { formRows } from '../../../tools/form-sheet.ts';
import { isNumbered, type Form } from '../../../tools/forms.ts';
import { announce, focusedOrder, make, orderButtons, placeInOrder, refocus } from '../../shell/dom.ts';
import { addRow, moveRow, removeRow, type Changes } from '../../store/rows.ts';
import type { Sheet } from '../../store/store.ts';
import { withUndo } from '../undo.ts';
import { cellControl } from './cells.ts';

const list = 'rows';

/** Lets a table be filled in row by row. `draw` shows the rows that the sheet lists; `adding` is the button that adds one. */
export function offerRows(table: HTMLTableElement, form: Form, sheet: Sheet): { adding: HTMLElement; draw(): void } {
  const body = table.tBodies[0]!;
  table.classList.add('writable');
  const own = () => formRows(form, sheet.values).flatMap(({ key }) => key ?? []);
  /** The sheet with its list of rows, which it lacks as long as the first empty ones stand. */
  const listed = () => ({ ...sheet.values, [`${list}.rows`]: own().join(' ') });
  const add = make('button', { type: 'button', 'data-add': list }, 'Add a row');
  add.addEventListener('click', () => {
    const { key, changes } = addRow(listed(), list);
    sheet.setMany(changes);
    body.querySelector<HTMLElement>(`[data-prefix="${list}.${key}"] :is(input, textarea, select)`)?.focus();
    announce('One more row added');
  });
  /** A table without given rows keeps its last one, emptied. */
  const remove = (key: string): Changes => ({
    ...removeRow(listed(), list, key),
    ...(form.given.length === 0 && own().length === 1 ? { [`${list}.rows`]: key } : {}),
  });
  const draw = (): void => {
    const pressed = focusedOrder();
    const drawn = new Map([...body.rows].map((row) => [row.dataset['prefix'], row]));
    const keys = own();
    const rows = formRows(form, sheet.values).map(({ prefix, key, label }, index) => {
      const name = label ?? `row ${index + 1}`;
      // A row that stays keeps its controls and the words in the making.
      const row = drawn.get(prefix) ?? tableRow(form, prefix, label);
      if (label === undefined) row.dataset['name'] = name.replace(/^r/, 'R');
      for (const cell of row.querySelectorAll<HTMLElement>('td[data-label]'))
        cell.firstElementChild!.ariaLabel = `${cell.dataset['label']}, ${name}`;
      if (key) {
        const actions = {
          move: (by: number) => sheet.setMany(moveRow(listed(), list, key, by)),
          remove: () => withUndo(sheet, `Removed ${name}.`, () => sheet.setMany(remove(key))),
        };
        row.querySelector('.order')!.replaceWith(orderButtons(name, key, keys, actions));
      }
      return row;
    });
    for (const row of [...body.rows]) if (!rows.includes(row)) row.remove();
    placeInOrder(body, rows);
    // On paper some empty rows follow; the screen shows only those of the sheet.
    const paper = Array.from({ length: Math.max(0, form.rows - keys.length) }, () =>
      make('tr', { class: 'empty-row', 'aria-hidden': 'true' }, ...form.columns.map(() => make('td'))),
    );
    body.append(...paper);
    if (pressed) refocus(table, pressed, () => add);
  };
  return { adding: make('p', { class: 'add' }, add), draw };
}

function tableRow(form: Form, prefix: string, label: string | undefined): HTMLTableRowElement {
  const cells = form.columns
    .slice(label === undefined ? 0 : 1)
    .map((column) => make('td', { 'data-label': column.label }, cellControl(column, `${prefix}.${column.id}`)));
  const head = label === undefined ? [] : [rowHead(prefix.replace('given.', ''), label)];
  const order =
    label === undefined
      ? [make('td', { class: 'row-order' }, make('span', { class: 'order' }))]
      : form.rows > 0
        ? [make('td', { class: 'row-order' })]
        : [];
  return make('tr', { 'data-prefix': prefix }, ...head, ...cells, ...order);
}

/** The head of a given row, a place to share; as Form.astro draws it. */
function rowHead(id: string, label: string): HTMLElement {
  const link = make('a', { class: 'copy', href: `#${id}`, 'aria-label': `Share: ${label}` });
  return make('th', { scope: 'row', id }, label, ...(isNumbered(label) ? [] : [link]));
}
