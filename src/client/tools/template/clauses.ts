/** Articles and clauses that can be left out, clauses that can stand several times, and their numbers. */
import { setSwitch } from '../../../documents/fill-template.ts';
import { annexName } from '../../../schemas/names.ts';
import { rowsOf } from '../../../tools/rows.ts';
import { announce, focusedOrder, make, orderButtons, refocus, writeOnce } from '../../shell/dom.ts';
import { addRow, moveRow, removeRow } from '../../store/rows.ts';
import type { Sheet } from '../../store/store.ts';
import { withUndo } from '../undo.ts';

/** Adds a switch to everything optional. */
export function addSwitches(scope: ParentNode, sheet: Sheet): void {
  for (const part of scope.querySelectorAll<HTMLElement>('[data-optional]')) {
    const { kind, name } = switchOf(part);
    const box = make('input', { type: 'checkbox', 'data-switch': name });
    box.addEventListener('change', () => sheet.set(name, box.checked ? '' : 'yes'));
    const tag = [...part.querySelectorAll('small.tag')].find(({ textContent }) => textContent === 'Optional')!;
    // Beside a heading, whose name is its words alone.
    const place = tag.closest('h2, h4')?.nextElementSibling ?? tag;
    place.after(make('label', { class: 'keep' }, box, ` Keep this ${kind}`));
  }
}

/** What an optional part is, and the name of the field that leaves it out. */
export function switchOf(part: HTMLElement): { kind: 'clause' | 'article'; name: string } {
  const kind = part.dataset['clause'] ? 'clause' : 'article';
  return { kind, name: `${kind}.${part.dataset[kind]}.off` };
}

/**
 * Lets each clause that may stand several times be repeated; `prepare` makes a copy writable.
 * @returns a function that draws the copies of the sheet, when their list has changed
 */
export function offerCopies(
  text: HTMLElement,
  sheet: Sheet,
  prepare: (clause: HTMLElement, copy: string) => void,
): () => void {
  const repeated = [...text.querySelectorAll<HTMLElement>('.clause[data-repeats]')].map((clause) => {
    const holder = make('div', { class: 'copies' });
    const pristine = clause.cloneNode(true) as HTMLElement;
    clause.replaceWith(holder);
    return { holder, pristine, list: `clause.${clause.dataset['clause']}.rows`, drawn: '-' };
  });
  return () => {
    for (const one of repeated) {
      const rows = sheet.get(one.list);
      if (one.drawn === rows) continue;
      one.drawn = rows;
      drawCopies(one.holder, one.pristine, sheet, prepare);
    }
  };
}

/** Draws the copies of a clause into a holder: `pristine` as often as the sheet says, each made ready by `prepare`. */
function drawCopies(
  holder: HTMLElement,
  pristine: HTMLElement,
  sheet: Sheet,
  prepare: (clause: HTMLElement, copy: string) => void,
): void {
  const one = pristine.dataset['repeats']!;
  const list = `clause.${pristine.dataset['clause']}`;
  const keys = rowsOf(sheet.values, list);
  const copies = keys.length > 0 ? keys : [''];
  const redraw = (changes: Record<string, string>): void => {
    const pressed = focusedOrder();
    sheet.setMany(changes);
    refocus(holder, pressed, () => holder.querySelector<HTMLElement>('[data-add]'));
  };
  const add = (): void => {
    const blanks = [...pristine.querySelectorAll<HTMLElement>('.blank')].map((blank) => blank.dataset['blank']!);
    // The clause as it stands becomes the first of several and keeps what is written in it.
    const written = Object.fromEntries(blanks.map((blank) => [blank, sheet.get(`blank.${blank}`)]));
    const first = keys.length > 0 ? {} : addRow(sheet.values, list, written).changes;
    const { key, changes } = addRow({ ...sheet.values, ...first }, list);
    sheet.setMany({ ...first, ...changes });
    announce(`One more ${one} added`);
    holder.querySelector<HTMLElement>(`[data-copy="${key}"] :is(input, textarea)`)?.focus();
  };
  const clauses = copies.map((key, index) => {
    const clause = pristine.cloneNode(true) as HTMLElement;
    clause.dataset['copy'] = key;
    if (index > 0) clause.removeAttribute('id');
    prepare(clause, key && `${list}.${key}`);
    const actions = {
      move: (by: -1 | 1) => redraw(moveRow(sheet.values, list, key, by)),
      remove: () => withUndo(sheet, `Removed ${one} ${index + 1}.`, () => redraw(removeRow(sheet.values, list, key))),
    };
    if (keys.length > 1) clause.append(orderButtons(`${one} ${index + 1}`, key, keys, actions));
    return clause;
  });
  holder.replaceChildren(
    ...clauses,
    make(
      'p',
      { class: 'add' },
      make('button', { type: 'button', 'data-add': list, onclick: add }, `Add another ${one}`),
    ),
  );
}

/** True for what is left out: by its own switch, or with its set. */
export const isLeftOut = (part: Element): boolean => part.closest('.off, [data-set][hidden]') !== null;

/** Shows what is left out, and counts what stays: 1, 1.1, 1.2, 2 …; annexes A, A.1, B … */
export function countClauses(document: HTMLElement, sheet: Sheet): void {
  for (const box of document.querySelectorAll<HTMLInputElement>('[data-switch]')) {
    const off = sheet.get(box.dataset['switch']!) !== '';
    box.checked = !off;
    box.closest('[data-optional]')!.classList.toggle('off', off);
  }
  for (const part of document.querySelectorAll<HTMLElement>('[data-set]'))
    part.hidden = sheet.get(setSwitch(part.dataset['set']!)) !== '';
  if (!document.classList.contains('numbered')) return;
  const counts = { article: 0, annex: 0 };
  for (const section of document.querySelectorAll<HTMLElement>('.article[data-article]')) {
    const kind = section.dataset['annex'] === undefined ? 'article' : 'annex';
    const left = isLeftOut(section);
    if (!left) counts[kind]++;
    const title = kind === 'annex' ? annexName(counts.annex - 1) : `${counts.article}`;
    writeOnce(section.querySelector('.article-number')!, left ? '' : `${title}. `);
    let place = 0;
    for (const clause of section.querySelectorAll('.clause'))
      writeOnce(
        clause.querySelector('p > .number')!,
        isLeftOut(clause) ? '' : `${kind === 'annex' ? title.slice(-1) : title}.${++place}`,
      );
  }
}
