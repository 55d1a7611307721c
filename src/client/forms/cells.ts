/** The controls of a form's table: one for each cell, of the kind of its column. */
import { amountOf, optionsOf, type Column } from '../../model/forms.ts';
import { make } from '../dom.ts';

/** A control for a cell. `row` is what the row is called, for the name that screen readers say. */
export function cellControl(column: Column, name: string, row: string): HTMLElement {
  const label = `${column.label}, ${row}`;
  if (column.kind === 'choice' || column.kind === 'yes-no') {
    return make('select', { name, 'aria-label': label }, make('option', { value: '' }, ''), ...optionsOf(column).map((option) => make('option', {}, option)));
  }
  if (column.kind === 'date') return make('input', { type: 'date', name, 'aria-label': label });
  const counted = column.kind === 'count' || column.kind === 'money';
  return counted ? make('input', { type: 'text', inputmode: column.marks ? 'text' : 'decimal', name, 'aria-label': label, autocomplete: 'off', 'data-counted': column.kind }) : make('textarea', { rows: '1', name, 'aria-label': label, autocomplete: 'off' });
}

/** Shows which numbers cannot be counted, and says why in words. @returns how many there are */
export function markUnclear(table: HTMLElement): number {
  let count = 0;
  for (const control of table.querySelectorAll<HTMLInputElement>('input[data-counted]')) {
    const unclear = amountOf(control.value) === 'unclear';
    if (unclear) count++;
    control.ariaInvalid = unclear ? 'true' : null;
    control.title = unclear ? 'This is no number, so it is not counted. Write digits only, such as 12.' : '';
  }
  return count;
}

/** A choice that the list does not offer, from a file, stays and can be seen. */
export function keepForeignChoice(control: HTMLSelectElement, value: string): void {
  if (value && ![...control.options].some((option) => option.value === value)) control.append(make('option', {}, value));
}
