/** The blanks of a template as fields in the text: each with its label under it, its advice, and what it says when printed. */
import { blankName } from '../../../documents/fill-template.ts';
import { make } from '../../shell/dom.ts';
import type { Sheet } from '../../store/store.ts';

let ids = 0;

/** Makes every blank within an element writable. `advice`: by the id of the blank. `copy` is the key of a repeated clause. */
export function makeWritable(scope: ParentNode, sheet: Sheet, advice: ReadonlyMap<string, string>, copy = ''): void {
  for (const blank of scope.querySelectorAll<HTMLElement>('.blank[data-blank]')) {
    const id = blank.dataset['blank']!;
    const name = blankName(id, copy);
    const label = blank.textContent!.trim();
    const field = blank.dataset['size'] === 'lines' ? make('textarea', { rows: '3' }) : make('input', { type: 'text' });
    field.id = `blank-${++ids}`;
    field.name = name;
    field.maxLength = 20_000;
    field.autocomplete = 'off';
    field.value = sheet.get(name);
    const typed = make('span', { class: 'typed', 'aria-hidden': 'true' }, field.value);
    const words = advice.get(id);
    const hint = words ? make('small', { class: 'hint', id: `${field.id}-hint` }, words) : '';
    if (hint) field.setAttribute('aria-describedby', hint.id);
    blank.dataset['name'] = name;
    blank.classList.toggle('filled', field.value !== '');
    field.addEventListener('input', () => sheet.set(name, field.value));
    blank.replaceChildren(field, typed, make('label', { for: field.id }, label), hint);
  }
}

/** Shows what the sheet holds in every field but the one that somebody types in. */
export function showBlanks(scope: ParentNode, sheet: Sheet): void {
  for (const blank of scope.querySelectorAll<HTMLElement>('.blank[data-name]')) {
    const field = blank.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')!;
    const value = sheet.get(blank.dataset['name']!);
    if (field.value !== value) field.value = value;
    blank.querySelector('.typed')!.textContent = value;
    blank.classList.toggle('filled', value.trim() !== '');
  }
}

/** The names of the blanks that count: not of what is left out. */
export function blankNames(scope: ParentNode): Set<string> {
  return new Set(
    [...scope.querySelectorAll<HTMLElement>('.blank[data-name]')].flatMap((blank) =>
      blank.closest('.off') ? [] : [blank.dataset['name']!],
    ),
  );
}

/** The blanks that count and are still empty, each label once, with its first field. */
export function emptyBlanks(scope: ParentNode): { label: string; field: HTMLElement }[] {
  const found = new Map<string, { label: string; field: HTMLElement }>();
  for (const blank of scope.querySelectorAll<HTMLElement>('.blank[data-name]:not(.filled)')) {
    if (blank.closest('.off')) continue;
    const name = blank.dataset['name']!;
    if (!found.has(name))
      found.set(name, {
        label: blank.querySelector('label')!.textContent!,
        field: blank.querySelector<HTMLElement>('input, textarea')!,
      });
  }
  return [...found.values()];
}
