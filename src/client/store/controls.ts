/** Binds the controls of a form to the fields of a sheet by their names: what is typed is written, what changes elsewhere is shown. */
import { isDay } from '../../tools/days.ts';
import { dayFrom } from '../../tools/written-values.ts';
import { make } from '../shell/dom.ts';
import { isFieldName, limits } from './sheet-values.ts';
import type { Sheet } from './sheet.ts';

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
/** The value of a box that is ticked. */
const ticked = 'yes';
/** Of more fields than this, all controls are shown at once: looking for each would take longer. */
const few = 20;
const all = 'input, textarea, select';

/**
 * Binds all named controls within an element, those that are added later, too.
 * @param shown called with each control that shows its words anew
 * @returns a function that shows the sheet in all controls, or in those within an element: call it after adding some
 */
export function bindControls(
  root: HTMLElement,
  sheet: Sheet,
  shown: (control: Control) => void = () => {},
): (within?: HTMLElement) => void {
  const show = (controls: Iterable<Control>): void => {
    for (const control of controls) {
      if (!isFieldName(control.name)) continue;
      showIn(control, sheet.get(control.name));
      shown(control);
    }
  };
  const within = (place: HTMLElement): Iterable<Control> => place.querySelectorAll<Control>(all);
  /** The browser looks names up much faster than it matches selectors. */
  const named = (field: string): Control[] =>
    [...document.getElementsByName(field)].filter(
      (control): control is Control => root.contains(control) && control.matches(all),
    );
  const write = (control: Control, value: string): void => {
    if (isFieldName(control.name) && control.matches(all)) sheet.set(control.name, value);
  };
  root.addEventListener('input', ({ target }) => {
    const control = target as Control;
    write(control, isBox(control) ? (control.checked ? ticked : '') : control.value);
  });
  // A date that was read as words can be put right as words.
  root.addEventListener('change', ({ target }) => {
    const control = target as Control;
    const day = control.dataset['kind'] === 'date' && control.type === 'text' ? dayFrom(control.value) : undefined;
    if (day) write(control, day);
  });
  sheet.subscribe(({ fields, erased }) => show(erased || fields.length > few ? within(root) : fields.flatMap(named)));
  show(within(root));
  return (place = root) => show(within(place));
}

const isBox = (control: Control): control is HTMLInputElement => control.type === 'checkbox';

function showIn(control: Control, value: string): void {
  if (isBox(control)) {
    control.checked = value === ticked;
    return;
  }
  if (control instanceof HTMLSelectElement) showChoice(control, value);
  else showDate(control, value);
  if (control.value !== value) control.value = value;
  if (control instanceof HTMLSelectElement) return;
  if (control.maxLength !== limits.value) control.maxLength = limits.value;
  if (control === document.activeElement) showOnPaperSoon(control);
  else showOnPaper(control, value);
}

/** Controls with words that paper does not have yet. */
const typing = new Set<Control>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Nobody prints while a key goes down: the page has nothing more to lay out for it than the field itself. */
function showOnPaperSoon(control: Control): void {
  typing.add(control);
  clearTimeout(timer);
  timer = setTimeout(showAllOnPaper, 300);
}
function showAllOnPaper(): void {
  for (const control of typing) if (control.isConnected) showOnPaper(control, control.value);
  typing.clear();
}
addEventListener('beforeprint', showAllOnPaper);

/** A choice that the list does not offer, from a file, stays and can be seen. */
function showChoice(control: HTMLSelectElement, value: string): void {
  for (const option of control.querySelectorAll('[data-strange]')) if (option.textContent !== value) option.remove();
  const isOffered = [...control.options].some((option) => option.value === value);
  if (!isOffered) {
    const option = new Option(value);
    option.dataset['strange'] = '';
    control.append(option);
  }
}

/** A field for dates is empty over words that are no date: those are shown as words, until they are one. */
function showDate(control: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  if (control.type === 'date') control.dataset['kind'] = 'date';
  if (control.dataset['kind'] !== 'date' || !(control instanceof HTMLInputElement)) return;
  // While somebody types a year, it is the year 2, then 20, then 202: the field stays as it is until it is left.
  if (control.type === 'date' && control === document.activeElement) return;
  const isWords = value !== '' && !isDay(value);
  if (isWords) control.type = 'text';
  else if (control.type !== 'date' && !control.closest('[hidden]')) control.type = 'date';
  control.toggleAttribute('data-words', isWords);
}

/**
 * A field for a date that stands in something folded. Browsers build much into such a field: until it unfolds it is one for words,
 * or a list of steps would take a slow phone a quarter of a second at its start.
 */
export function foldedDate(attributes: { min: string; max: string; value?: string }): HTMLInputElement {
  return make('input', { type: 'text', 'data-kind': 'date', ...attributes });
}

/** Makes the fields for dates within an element what they are, when it unfolds. */
export function unfoldDates(element: HTMLElement): void {
  for (const control of element.querySelectorAll<HTMLInputElement>('[data-kind=date]:not([data-words])'))
    control.type = 'date';
}

/** Paper shows the words themselves: a field would cut them off at its edge. */
function showOnPaper(control: Control, value: string): void {
  let typed = control.nextElementSibling;
  if (!typed?.matches('.typed')) {
    typed = document.createElement('span');
    typed.className = 'typed';
    typed.ariaHidden = 'true';
    control.after(typed);
  }
  if (typed.textContent !== value) typed.textContent = value;
}
