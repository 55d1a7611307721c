/** The bar above a list of steps: how far it is, what it shows, print, copy, download, reset. */
import { ownersIn, progressOf, type Filter, type Work } from '../../../tools/steps.ts';
import { ask } from '../../shell/confirm-dialog.ts';
import { announce, make } from '../../shell/dom.ts';
import type { Sheet } from '../../store/store.ts';
import { offerExports } from '../export-buttons.ts';
import { printAs } from './printing.ts';
import type { Undo } from '../undo.ts';
import { ruleId } from './work-fields.ts';

export interface StepBar {
  element: HTMLElement;
  /** What the reader wants to see. */
  filter: Filter;
  /** Shows how far the list is and whom it can be narrowed to. */
  show(works: readonly Work[]): void;
}

/** @param onFilter called after the reader has chosen what to see */
export function makeBar({
  sheet,
  undo,
  ticked,
  onFilter,
}: {
  sheet: Sheet;
  undo: Undo;
  ticked: boolean;
  onFilter: () => void;
}): StepBar {
  const words = make('span', { id: 'step-progress' });
  const meter = make('progress', { 'aria-labelledby': 'step-progress' });
  const owners = make('optgroup', { label: 'One owner' });
  const select = make(
    'select',
    { autocomplete: 'off', onchange: onFilter },
    make('option', { value: '' }, 'All'),
    make('option', { value: 'open' }, ticked ? 'Open' : 'Nobody yet'),
    owners,
  );
  const button = (label: string, onclick: () => void) => make('button', { type: 'button', onclick }, label);
  const reset = button('Reset this list', async () => {
    if (Object.keys(sheet.values).length === 0) return announce('Nothing is written here yet.');
    const body = make(
      'p',
      {},
      'This takes out what you wrote on this page: ticks, names, dates, notes and steps of your own. Other lists stay as they are.',
    );
    if ((await ask('Reset this list?', [body], [['reset', 'Reset this list']])) !== 'reset') return;
    undo.do('the reset', () => sheet.clear());
    select.value = '';
    onFilter();
    announce('The list is empty again.');
    back.focus();
  });
  const back = button('', () => {
    undo.undo();
    announce('It is back.');
    reset.focus();
  });
  offerExports(sheet);
  const rule = 'Write no child’s or survivor’s name, here or in a note.';
  const element = make(
    'section',
    { class: 'tools no-print', 'aria-label': 'Work with this list' },
    make(
      'div',
      { class: 'step-state' },
      make('p', { class: 'step-progress' }, meter, words),
      make('label', {}, 'Show ', select),
    ),
    make(
      'p',
      { class: 'tool-buttons' },
      button('Print filled', () => printAs('filled')),
      button('Print blank', () => printAs('blank')),
      reset,
      back,
    ),
    make('p', { id: ruleId }, rule),
  );
  return {
    element,
    get filter() {
      return select.value as Filter;
    },
    set filter(value) {
      select.value = value;
    },
    show(works) {
      const { done, all, words: progress } = progressOf(works, ticked);
      words.textContent = progress;
      meter.max = all;
      meter.value = done;
      back.hidden = undo.words === '';
      back.textContent = `Undo ${undo.words}`;
      // An owner who is chosen stays in the list of choices, even when nothing is theirs any more.
      const chosen = select.value;
      const names = ownersIn(works).map((owner): Filter => `owner:${owner}`);
      if (chosen.startsWith('owner:') && !names.includes(chosen as Filter)) names.push(chosen as Filter);
      owners.hidden = names.length === 0;
      owners.replaceChildren(...names.map((value) => make('option', { value }, value.slice('owner:'.length))));
      select.value = chosen;
    },
  };
}
