/** The controls of a form: one for each cell of its table, of the kind of its column, and one for each field above. */
import { amountOf, optionsOf, type Column, type Form } from '../../../tools/forms.ts';
import { make } from '../../shell/dom.ts';
import type { Control } from '../../store/controls.ts';

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

const faults = {
  count: 'This is no number, so it is not counted. Write digits only, such as 12.',
  money: 'This is no number, so it is not counted. Write digits only, such as 12.50.',
  date: 'This date could not be read. Write it as 2026-01-05 or 1/5/2026.',
  choice: 'The list does not offer this. Choose another one, or leave it as it is.',
};
type CellKind = keyof typeof faults;

/** Shows in a cell whose words are not understood what is wrong with them. Other controls stay as they are. */
export function markUnclear(control: Control): void {
  if (!control.matches('td > :is([data-counted], [data-kind=date], select)')) return;
  const kind = kindOf(control);
  const isUnclear =
    kind === 'date'
      ? control.hasAttribute('data-words')
      : kind === 'choice'
        ? (control as HTMLSelectElement).selectedOptions[0]?.hasAttribute('data-strange') === true
        : amountOf(control.value) === 'unclear';
  if (isUnclear === (control.ariaInvalid === 'true')) return;
  control.ariaInvalid = isUnclear ? 'true' : null;
  control.title = isUnclear ? faults[kind] : '';
}

const kindOf = (control: HTMLElement): CellKind =>
  control instanceof HTMLSelectElement
    ? 'choice'
    : control.dataset['kind'] === 'date'
      ? 'date'
      : (control.dataset['counted'] as CellKind);

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
