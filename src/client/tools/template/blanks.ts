/** The blanks of a template as fields in the text: each with its label under it, its advice, and what it says when printed. */
import { blankName } from '../../../documents/fill-template.ts';
import { noteOf, originOf, type Offers } from '../../../tools/fill.ts';
import { longestValue } from '../../../tools/limits.ts';
import { make, writeOnce } from '../../shell/dom.ts';
import type { Sheet } from '../../store/store.ts';
import { isLeftOut } from './clauses.ts';

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
    field.maxLength = longestValue;
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

/** Shows what the sheet holds in every blank, or only in those of some fields. */
export function showBlanks(scope: ParentNode, sheet: Sheet, fields?: readonly string[]): void {
  for (const blank of scope.querySelectorAll<HTMLElement>('.blank[data-name]')) {
    if (fields && !fields.includes(blank.dataset['name']!)) continue;
    const field = blank.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')!;
    const value = sheet.get(blank.dataset['name']!);
    if (field.value !== value) field.value = value;
    writeOnce(blank.querySelector('.typed')!, value);
    blank.classList.toggle('filled', value.trim() !== '');
  }
}

/** False for what is left out, and for an optional clause in which nobody has written: it may stay empty by choice. */
function counts(blank: HTMLElement): boolean {
  if (isLeftOut(blank) || blank.closest('.document-title')) return false;
  const optional = blank.closest('[data-optional]');
  return !optional || optional.querySelector('.blank.filled') !== null;
}

/** The names of the blanks that count. */
export function blankNames(scope: ParentNode): Set<string> {
  return new Set(
    [...scope.querySelectorAll<HTMLElement>('.blank[data-name]')].flatMap((blank) =>
      counts(blank) ? [blank.dataset['name']!] : [],
    ),
  );
}

/** The blanks that count and are still empty, each label once, with its first field. */
export function emptyBlanks(scope: ParentNode): { label: string; field: HTMLElement }[] {
  const found = new Map<string, { label: string; field: HTMLElement }>();
  for (const blank of scope.querySelectorAll<HTMLElement>('.blank[data-name]:not(.filled)')) {
    if (!counts(blank)) continue;
    const name = blank.dataset['name']!;
    if (!found.has(name))
      found.set(name, {
        label: blank.querySelector('label')!.textContent!,
        field: blank.querySelector<HTMLElement>('input, textarea')!,
      });
  }
  return [...found.values()];
}

/** Says under each blank that was filled in where its words come from, or that somebody wrote over them. */
export function showOrigins(scope: ParentNode, sheet: Sheet, offers: Offers): void {
  for (const blank of scope.querySelectorAll<HTMLElement>('.blank[data-name][data-from]')) {
    const offer = offers[blank.dataset['name']!];
    const isNoted = offer !== undefined && sheet.get(noteOf(blank.dataset['name']!)) !== '';
    const words = !isNoted
      ? ''
      : originOf(sheet.values, blank.dataset['name']!, offer) === 'own'
        ? `Yours. ${offer.from} says ${offer.value}.`
        : `From ${offer.from}`;
    const there = blank.querySelector('.origin');
    if ((there?.textContent ?? '') === words) continue;
    there?.remove();
    if (words) blank.append(make('small', { class: 'origin no-print' }, words));
  }
}
