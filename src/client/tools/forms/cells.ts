/** The controls of a form: one for each cell of its table, of the kind of its column, and one for each field above. */
import { amountOf, optionsOf, type Column, type Form } from '../../../tools/forms.ts';
import { make } from '../../shell/dom.ts';
import type { Sheet } from '../../store/store.ts';

/** A control for a cell. */
export function cellControl(column: Column, name: string): HTMLElement {
  const autocomplete = 'off';
  switch (column.kind) {
    case 'choice':
    case 'yes-no':
      return make(
        'select',
        { name, autocomplete },
        make('option', { value: '' }, ''),
        ...optionsOf(column).map((option) => make('option', {}, option)),
      );
    case 'date':
      return make('input', { type: 'date', name, autocomplete });
    case 'count':
    case 'money':
      return make('input', {
        type: 'text',
        inputmode: column.marks ? 'text' : 'decimal',
        name,
        autocomplete,
        'data-counted': column.kind,
      });
    case 'text':
      return make('textarea', { rows: '1', name, autocomplete });
  }
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

/** Shows what is chosen. A choice that the list does not offer, from a file, stays and can be seen. */
export function showChoices(table: HTMLElement, sheet: Sheet): void {
  for (const control of table.querySelectorAll('select')) {
    const value = sheet.get(control.name);
    if (value && ![...control.options].some((option) => option.value === value))
      control.append(make('option', {}, value));
    control.value = value;
  }
}

/** A field that is filled in once, with its label. */
export function fieldControl(name: string, label: string, kind: Form['fields'][number]['kind']): HTMLElement {
  const id = `form-${name.replaceAll('.', '-')}`;
  const control = make('input', {
    id,
    name,
    type: kind === 'date' ? 'date' : 'text',
    inputmode: kind === 'limit' ? 'numeric' : undefined,
    autocomplete: 'off',
  });
  return make('span', { class: 'field' }, make('label', { for: id }, label), control);
}
