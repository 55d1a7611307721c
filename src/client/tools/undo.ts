/** Taking something with words away, and the way back: what was written since then stays. */
import { announce, make } from '../shell/dom.ts';
import { merge } from '../store/merge.ts';
import type { Sheet } from '../store/store.ts';
import { differences, type Values } from '../store/sheet-values.ts';

/** One step back in a sheet. */
export class Undo {
  /** What would be undone, in words for a button: “the reset”; empty when there is nothing. */
  words = '';
  private readonly sheet: Sheet;
  private last: { before: Values; after: Values } | undefined;

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    sheet.subscribe(({ erased }) => erased && this.forget());
  }

  /** Does something that can be undone until the next one. @returns whether words came or went */
  do(words: string, work: () => void): boolean {
    const before = this.sheet.values;
    this.words = words;
    work();
    const after = this.sheet.values;
    this.last = { before, after };
    return differences(before, after).some((field) => !field.endsWith('.rows'));
  }

  /** Brings back what was taken away. */
  undo(): void {
    if (!this.last) return;
    const { before, after } = this.last;
    const gone = Object.fromEntries(Object.keys(this.sheet.values).map((field) => [field, '']));
    const { values } = merge(after, this.sheet.values, before);
    this.forget();
    this.sheet.setMany({ ...gone, ...values }, 'elsewhere');
  }

  private forget(): void {
    this.last = undefined;
    this.words = '';
  }
}

let bar: HTMLElement | undefined;
let forgetting: (() => void) | undefined;

/**
 * Does something that takes words away, says so, and offers to bring them back until the next time, or until the reader closes it.
 * @param done what happened, in words: “Removed “Police department”.”
 */
export function withUndo(sheet: Sheet, done: string, work: () => void): void {
  const undo = new Undo(sheet);
  close();
  if (!undo.do(done, work)) return announce(done);
  const back = (): void => {
    undo.undo();
    close();
    announce('It is back.');
  };
  bar = make(
    'p',
    { class: 'undo-bar no-print', role: 'status' },
    make('span', {}, done),
    ' ',
    make('button', { type: 'button', 'data-undo': true, onclick: back }, 'Undo'),
    make('button', { type: 'button', 'aria-label': 'Close', onclick: close }, '×'),
  );
  document.body.append(bar);
  forgetting = sheet.subscribe(({ erased }) => erased && close());
}

function close(): void {
  bar?.remove();
  forgetting?.();
  bar = forgetting = undefined;
}
