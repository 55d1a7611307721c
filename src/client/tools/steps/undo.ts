/** One step back after something was taken away; what was written since then stays. */
import { merge } from '../../store/merge.ts';
import type { Sheet } from '../../store/store.ts';
import type { Values } from '../../store/sheet.ts';

export class Undo {
  /** What would be undone, in words for a button: “the reset”; empty when there is nothing. */
  words = '';
  private readonly sheet: Sheet;
  private last: { before: Values; after: Values } | undefined;

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    sheet.subscribe(({ erased }) => erased && this.forget());
  }

  /** Does something that can be undone until the next one. */
  do(words: string, work: () => void): void {
    const before = this.sheet.values;
    this.words = words;
    work();
    this.last = { before, after: this.sheet.values };
  }

  /** Brings back what was taken away. */
  undo(): void {
    if (!this.last) return;
    const { before, after } = this.last;
    const gone = Object.fromEntries(Object.keys(this.sheet.values).map((field) => [field, '']));
    const { values } = merge(after, this.sheet.values, before);
    this.forget();
    this.sheet.setMany({ ...gone, ...values });
  }

  private forget(): void {
    this.last = undefined;
    this.words = '';
  }
}
