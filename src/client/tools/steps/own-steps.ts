/** Steps of one's own at the end of a group: added, edited where they stand, moved, removed. */
import { ownList, ownName } from '../../../tools/steps.ts';
import { announce, focusedOrder, make, orderButtons, placeInOrder, refocus } from '../../shell/dom.ts';
import { addRow, moveRow, removeRow, rowsOf, type Changes } from '../../store/rows.ts';
import type { Sheet } from '../../store/store.ts';
import type { Undo } from '../undo.ts';
import { addFields } from './work-fields.ts';

export interface OwnOptions {
  sheet: Sheet;
  undo: Undo;
  /** “step” or “duty”. */
  noun: string;
  /** False where there is nothing to tick. */
  ticked: boolean;
}

/** Lets steps be added to a group. @returns a function that draws those of the sheet; it says whether any came, went or moved */
export function offerOwnSteps(group: HTMLElement, { sheet, undo, noun, ticked }: OwnOptions): () => boolean {
  const list = ownList(group.dataset['group']!);
  const steps = group.querySelector('ul.ticks')!;
  const given = steps.children.length;
  const write = steps.querySelector('.write')!;
  const title = group.querySelector('h2')!.firstChild!.textContent!.trim();
  const add = make(
    'button',
    { type: 'button' },
    `Add your own ${noun}`,
    make('span', { class: 'sr-only' }, ` to ${title}`),
  );
  group.append(make('p', { class: 'add' }, add));
  let drawn = '';

  const change = (changes: Changes, done: string): void => {
    const pressed = focusedOrder();
    sheet.setMany(changes);
    refocus(steps, pressed, () => add);
    announce(done);
  };
  const draw = (): boolean => {
    const keys = rowsOf(sheet.values, list);
    if (drawn === keys.join(' ')) return false;
    drawn = keys.join(' ');
    const there = new Map(
      [...steps.querySelectorAll<HTMLElement>(':scope > [data-key]')].map((step) => [step.dataset['key']!, step]),
    );
    for (const [key, step] of there) if (!keys.includes(key)) step.remove();
    const own = keys.map(
      (key) =>
        there.get(key) ?? ownStep(ownName(group.dataset['group']!, key), key, noun, ticked, write.cloneNode(true)),
    );
    placeInOrder(steps, own, given);
    keys.forEach((key, place) => {
      const order = orderButtons(`your ${noun} ${place + 1}`, key, keys, {
        move: (by) => change(moveRow(sheet.values, list, key, by), 'Moved'),
        remove: () =>
          undo.do(`removing your ${noun}`, () =>
            change(
              removeRow(sheet.values, list, key),
              'Removed. The button that brings it back stands above the list.',
            ),
          ),
      });
      own[place]!.querySelector('.order')!.replaceWith(order);
    });
    return true;
  };
  add.addEventListener('click', () => {
    const { key, changes } = addRow(sheet.values, list);
    sheet.setMany(changes);
    steps.querySelector<HTMLElement>(`[data-key="${key}"] textarea`)?.focus();
  });
  return draw;
}

function ownStep(name: string, key: string, noun: string, ticked: boolean, write: Node): HTMLElement {
  const text = make('textarea', {
    rows: '1',
    id: `${name}.text`,
    name: `${name}.text`,
    'aria-label': `Your own ${noun}`,
    autocomplete: 'off',
  });
  const step = make(
    'li',
    { class: 'own', 'data-key': key },
    ...(ticked ? [make('input', { type: 'checkbox', name: `${name}.done`, form: 'unkept' })] : []),
  );
  step.append(
    make(
      'div',
      {},
      text,
      make(
        'p',
        { class: 'own-tools' },
        make('small', { class: 'tag quiet' }, 'Your own'),
        ' ',
        make('span', { class: 'order' }),
      ),
    ),
    write,
  );
  addFields(step, name);
  return step;
}
