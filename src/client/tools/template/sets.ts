/** How long the document is: sets of clauses that are kept or left out together, all or none at one press. */
import { setSwitch } from '../../../documents/fill-template.ts';
import { announce, make, writeOnce } from '../../shell/dom.ts';
import type { Sheet } from '../../store/store.ts';

export interface OfferedSet {
  id: string;
  title: string;
  about: string;
}

/**
 * The choice of a length, and of single sets.
 * @returns what to put into the bar, and a function that shows the choice of the sheet
 */
export function offerSets(sets: readonly OfferedSet[], sheet: Sheet): { element: HTMLElement; show: () => void } {
  const choose = (off: boolean, words: string) => () => {
    sheet.setMany(Object.fromEntries(sets.map(({ id }) => [setSwitch(id), off ? 'yes' : ''])));
    announce(words);
  };
  const button = (name: string, words: string, off: boolean) =>
    make('button', { type: 'button', 'data-length': name, onclick: choose(off, `${words} chosen`) }, words);
  const short = button('short', 'Short version', true);
  const full = button('full', 'Full version', false);
  const boxes = sets.map(({ id, title, about }) => {
    const box = make('input', { type: 'checkbox', name: setSwitch(id) });
    box.addEventListener('change', () => sheet.set(setSwitch(id), box.checked ? '' : 'yes'));
    return { id, box, label: make('label', {}, box, ' ', make('strong', {}, title), `: ${about}`) };
  });
  const count = make('summary');
  const list = make('ul', { role: 'list' }, ...boxes.map(({ label }) => make('li', {}, label)));
  const element = make(
    'div',
    { class: 'sets', role: 'group', 'aria-label': 'Length' },
    make('p', { class: 'tool-buttons' }, short, ' ', full),
    make('details', { 'data-sets': true }, count, list),
  );
  return {
    element,
    show() {
      const kept = sets.filter(({ id }) => !sheet.get(setSwitch(id))).length;
      for (const { id, box } of boxes) box.checked = !sheet.get(setSwitch(id));
      short.setAttribute('aria-pressed', String(kept === 0));
      full.setAttribute('aria-pressed', String(kept === sets.length));
      writeOnce(count, `${kept} of ${sets.length} sets of clauses are in`);
    },
  };
}
