/** The rows of a form's table: given ones, and those of one's own, which are added, moved and removed. */
import { formRows } from '../../../tools/form-sheet.ts';
import { isNumbered, type Form } from '../../../tools/forms.ts';
import { mostRows, rowsInWords } from '../../../tools/limits.ts';
import { announce, focusedOrder, make, orderButtons, placeInOrder, refocus } from '../../shell/dom.ts';
import { addRow, moveRow, removeRow, type Changes } from '../../store/rows.ts';
import type { Sheet } from '../../store/store.ts';
import { withUndo } from '../undo.ts';
import { cellControl } from './cells.ts';
import { holdColumns } from './held-columns.ts';

const list = 'rows';

/** So many rows are made at a time, then a tenth more: who opens a file of thousands sees the first at once, and the page answers meanwhile. */
const atOnce = 30;

export interface Rows {
  /** The button that adds one, and how far the drawing is. */
  adding: HTMLElement;
  /** Shows the rows that the sheet lists. */
  draw(): void;
}

/**
 * Lets a table be filled in row by row.
 * @param made called with each row that is new on the page, to show its words
 */
export function offerRows(
  table: HTMLTableElement,
  form: Form,
  sheet: Sheet,
  made: (row: HTMLTableRowElement) => void,
): Rows {
  const body = table.tBodies[0]!;
  table.classList.add('writable');
  const columns = holdColumns(table);
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
  const progress = make('span', { class: 'tool-status', role: 'status' });
  /** A table without given rows keeps its last one, emptied. */
  const remove = (key: string): Changes => ({
    ...removeRow(listed(), list, key),
    ...(form.given.length === 0 && own().length === 1 ? { [`${list}.rows`]: key } : {}),
  });
  /** What a row that stands in the table is called there. */
  const names = new WeakMap<HTMLTableRowElement, string>();
  const nameRow = (row: HTMLTableRowElement, name: string, key: string | undefined, keys: readonly string[]): void => {
    const called = [name, key && keys[0] === key, key && keys.at(-1) === key].join();
    if (names.get(row) === called) return;
    names.set(row, called);
    if (key !== undefined) row.dataset['name'] = name.replace(/^r/, 'R');
    for (const cell of row.querySelectorAll<HTMLElement>('td[data-label]'))
      cell.firstElementChild!.ariaLabel = `${cell.dataset['label']}, ${name}`;
    if (key === undefined) return;
    const actions = {
      move: (by: number) => sheet.setMany(moveRow(listed(), list, key, by)),
      remove: () => withUndo(sheet, `Removed ${name}.`, () => sheet.setMany(remove(key))),
    };
    row.querySelector('.order')!.replaceWith(orderButtons(name, key, keys, actions));
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const draw = (most: number, isNext = false): void => {
    clearTimeout(timer);
    const pressed = focusedOrder();
    const drawn = new Map([...body.rows].map((row) => [row.dataset['prefix'], row]));
    const keys = own();
    const wanted = formRows(form, sheet.values);
    const fresh: HTMLTableRowElement[] = [];
    const rows = wanted.flatMap(({ prefix, key, label }, index) => {
      // A row that stays keeps its controls and the words in the making.
      const row = drawn.get(prefix) ?? (fresh.length < most ? tableRow(form, prefix, label) : undefined);
      if (!row) return [];
      if (!drawn.has(prefix)) fresh.push(row);
      nameRow(row, label ?? `row ${index + 1}`, key, keys);
      return [row];
    });
    const staying = new Set(rows);
    for (const row of [...body.rows]) if (!staying.has(row)) row.remove();
    placeInOrder(body, rows);
    // On paper some empty rows follow; the screen shows only those of the sheet.
    const paper = Array.from({ length: Math.max(0, form.rows - keys.length) }, () =>
      make('tr', { class: 'empty-row', 'aria-hidden': 'true' }, ...form.columns.map(() => make('td'))),
    );
    body.append(...paper);
    for (const row of fresh) made(row);
    // One more row, or the next ones of many, leave the columns as they are.
    if (fresh.length > 1 && !isNext) columns.measure();
    if (pressed) refocus(table, pressed, () => add);
    const isWhole = rows.length === wanted.length;
    add.disabled = keys.length >= mostRows;
    progress.textContent = !isWhole
      ? ` ${rows.length} of ${wanted.length} rows are shown …`
      : add.disabled
        ? ` These are ${rowsInWords}, as many as a form takes. Save them to a file and begin a new one.`
        : '';
    timer = isWhole ? undefined : setTimeout(() => draw(Math.max(atOnce, rows.length / 10), true));
  };
  addEventListener('beforeprint', () => timer !== undefined && draw(Infinity, true));
  return { adding: make('p', { class: 'add' }, add, progress), draw: () => draw(atOnce) };
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
  return make('th', { scope: 'row', id, 'aria-label': label }, label, ...(isNumbered(label) ? [] : [link]));
}
