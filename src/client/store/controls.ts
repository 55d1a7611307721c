/** Binds the controls of a form to the fields of a sheet by their names: what is typed is written, what changes elsewhere is shown. */
import { isFieldName, limits } from './sheet.ts';
import type { Sheet } from './open.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
/** The value of a box that is ticked. */
const ticked = 'yes';

/**
 * Binds all named controls within an element, those that are added later, too.
 * @returns a function that shows the sheet in all controls: call it after adding some
 */
export function bindControls(root: HTMLElement, sheet: Sheet): () => void {
  const controls = () =>
    [...root.querySelectorAll<Control>('input, textarea, select')].filter(({ name }) => isFieldName(name));
  const show = (): void => controls().forEach((control) => showIn(control, sheet.get(control.name)));
  root.addEventListener('input', ({ target }) => {
    const control = target as Control;
    if (controls().includes(control))
      sheet.set(control.name, isBox(control) ? (control.checked ? ticked : '') : control.value);
  });
  sheet.subscribe(show);
  show();
  return show;
}

const isBox = (control: Control): control is HTMLInputElement => control.type === 'checkbox';

function showIn(control: Control, value: string): void {
  if (isBox(control)) {
    control.checked = value === ticked;
    return;
  }
  if (control.value !== value) control.value = value;
  if (control instanceof HTMLSelectElement) return;
  control.maxLength = limits.value;
  showOnPaper(control, value);
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
  typed.textContent = value;
}
