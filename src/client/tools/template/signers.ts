/** The signature blocks: who signs can be written, added, removed and moved; member agencies come from My task force. */
import { signerFields } from '../../../documents/fill-template.ts';
import { signatureLines } from '../../../schemas/names.ts';
import { longestValue } from '../../../tools/limits.ts';
import { documentOffers } from '../../../tools/task-force.ts';
import { announce, focusedOrder, make, orderButtons, refocus, writeOnce } from '../../shell/dom.ts';
import { addRow, moveRow, removeRow } from '../../store/rows.ts';
import type { Sheet } from '../../store/store.ts';
import { withUndo } from '../undo.ts';
import { signerList as list, signersNow, withAgencies } from './signer-changes.ts';

/**
 * Makes the signature blocks of a template, if it has any, writable.
 * @returns a function that shows those of the sheet. Blocks are drawn anew only when their list changes, so that nobody loses the field they type in
 */
export function offerSigners(holder: HTMLElement | null, sheet: Sheet, taskForce: Sheet): () => void {
  if (!holder) return () => {};
  const given = [...holder.querySelectorAll('dt')].map((dt) => dt.textContent!);
  holder.dataset['given'] = JSON.stringify(given);
  let drawn = '-';
  return () => {
    const { agencies } = documentOffers(taskForce.values);
    const state = JSON.stringify([sheet.get(`${list}.rows`), agencies]);
    if (drawn !== state) drawSigners(holder, sheet, agencies);
    drawn = state;
    for (const field of holder.querySelectorAll('input')) {
      const value = sheet.get(field.name);
      if (field.value !== value) field.value = value;
      writeOnce(field.nextElementSibling!, value);
      if (field.name.endsWith('.organization'))
        writeOnce(field.closest('dl')!.querySelector('.signer-name')!, value.trim());
    }
  };
}

/** Draws the signature blocks that the sheet names into a holder. `agencies` are the members of My task force. */
function drawSigners(holder: HTMLElement, sheet: Sheet, agencies: readonly string[]): void {
  const signers = signersNow(holder, sheet);
  const keys = signers.map(({ key }) => key);
  /** The sheet with its list of signers, which it lacks as long as the template's own ones stand. */
  const listed = { ...sheet.values, [`${list}.rows`]: keys.join(' ') };
  const redraw = (changes: Record<string, string>): void => {
    const pressed = focusedOrder();
    sheet.setMany(changes);
    refocus(holder, pressed, () => holder.parentElement?.querySelector<HTMLElement>('[data-add]'));
  };
  const blocks = signers.map(({ key, label, values }, index) => {
    const lines = signatureLines.map((line, number) => {
      const field = signerFields[line];
      return field
        ? lineField(sheet, `${list}.${key}.${field}`, line, values[number]!, index + 1)
        : make('dd', { class: `by-hand ${line.toLowerCase()}` }, line);
    });
    const actions = {
      move: (by: -1 | 1) => redraw(moveRow(listed, list, key, by)),
      remove: () =>
        withUndo(sheet, `Removed the signer “${values[0]!.trim() || label}”.`, () =>
          redraw(removeRow(listed, list, key)),
        ),
      least: 1,
    };
    return make(
      'dl',
      { 'data-signer': key },
      make(
        'dt',
        {},
        make('span', { class: 'signer-label' }, label),
        make('span', { class: 'signer-name' }, values[0]!),
        ' ',
        orderButtons(`signer ${index + 1}`, key, keys, actions),
      ),
      ...lines,
    );
  });
  const add = (): void => {
    const { key, changes } = addRow(listed, list);
    sheet.setMany(changes);
    announce('One more signer added');
    holder.querySelector<HTMLElement>(`[data-signer="${key}"] input`)?.focus();
  };
  const buttons = make(
    'p',
    { class: 'add' },
    make('button', { type: 'button', 'data-add': list, onclick: add }, 'Add a signer'),
  );
  if (agencies.length > 0) {
    const take = (): void => {
      sheet.setMany(withAgencies(listed, signers, agencies));
      announce(
        agencies.length === 1 ? 'Your member agency signs now' : `Your ${agencies.length} member agencies sign now`,
      );
    };
    buttons.append(
      ' ',
      make(
        'button',
        { type: 'button', 'data-members': true, onclick: take },
        `Fill in the ${agencies.length} member agencies of My task force`,
      ),
    );
  }
  holder.replaceChildren(...blocks);
  const old = holder.nextElementSibling;
  if (old?.matches('.add')) old.replaceWith(buttons);
  else holder.after(buttons);
}

function lineField(sheet: Sheet, name: string, line: string, value: string, place: number): HTMLElement {
  const field = make('input', { type: 'text', id: name, name, autocomplete: 'off', maxlength: String(longestValue) });
  field.value = value;
  const typed = make('span', { class: 'typed', 'aria-hidden': 'true' }, value);
  field.addEventListener('input', () => {
    typed.textContent = field.value;
    sheet.set(name, field.value);
  });
  return make(
    'dd',
    { class: name.endsWith('.organization') ? 'organization' : 'name' },
    field,
    typed,
    make('label', { for: name }, line, make('span', { class: 'sr-only' }, ` of signer ${place}`)),
  );
}

/** How many signers there are, and those whose organization is not written yet. */
export function emptySigners(text: HTMLElement): { all: number; empty: { label: string; field: HTMLElement }[] } {
  const fields = [...text.querySelectorAll<HTMLInputElement>('.signatures input[name$=".organization"]')];
  return {
    all: fields.length,
    empty: fields.flatMap((field, place) =>
      field.value.trim() ? [] : [{ label: `Organization of signer ${place + 1}`, field }],
    ),
  };
}
