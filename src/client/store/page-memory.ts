/** What is written on this page, in memory only: the open sheets, the files taken in, and the conflicts that the reader has to settle. */
import { Unreadable } from './check.ts';
import { writeFile } from './file.ts';
import { merge, type Clash } from './merge.ts';
import { apart, Sheet } from './sheet.ts';
import { blank, isSheetId, limits, noValues, type Sheets, type Values } from './sheet-values.ts';

/** A field changed in two places. `here` stayed; `other` is the value that did not, until somebody chooses. */
export interface Conflict extends Clash {
  sheet: string;
}

export abstract class PageMemory {
  /** Fields that were changed in two places, until the reader has chosen. */
  conflicts: readonly Conflict[] = [];
  protected readonly sheets = new Map<string, Sheet>();
  protected changedSinceFile = false;
  private readonly listeners = new Set<() => void>();
  private opened: { before: Sheets; after: Sheets } | undefined;

  /** Called after each change that was made on this page. */
  protected abstract onChange(sheet: Sheet): void;

  /** The sheet with this id: the same object each time. @throws RangeError when the id is none, or there are too many sheets */
  sheet(id: string): Sheet {
    const open = this.sheets.get(id);
    if (open) return open;
    if (!isSheetId(id))
      throw new RangeError(
        `“${id}” cannot name a sheet. Use letters and digits, parted by points, hyphens or slashes.`,
      );
    if (this.sheets.size >= limits.sheets)
      throw new RangeError(`There are ${limits.sheets} sheets already. Erase everything to begin anew.`);
    const sheet: Sheet = new Sheet(id, () => this.onChange(sheet));
    this.sheets.set(id, sheet);
    return sheet;
  }

  /** All sheets that hold words. */
  get all(): Sheets {
    const all = blank<Values>();
    for (const id of [...this.sheets.keys()].sort())
      if (Object.keys(this.sheet(id).values).length > 0) all[id] = this.sheet(id).values;
    return all;
  }

  /** Calls back when the status, the time of the last save or the conflicts change. @returns a function that ends it */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** The text of the file that holds everything. */
  toFile(): string {
    this.changedSinceFile = false;
    return writeFile(this.all);
  }

  /**
   * Takes the sheets of a file in. Merging keeps what is written here where both hold words, and reports the other value as a
   * conflict; replacing puts the file in the place of everything. @throws Unreadable when it is too much; then nothing has changed
   */
  open(file: Sheets, how: 'merge' | 'replace'): void {
    const before = this.all;
    const ids = [...new Set([...this.sheets.keys(), ...Object.keys(file)])];
    const joined = ids.map((id) =>
      how === 'merge'
        ? merge(noValues, before[id] ?? noValues, file[id] ?? noValues)
        : { values: file[id] ?? noValues, clashes: [] },
    );
    if (ids.length > limits.sheets || joined.some(({ values }) => Object.keys(values).length > limits.fields)) {
      throw new Unreadable(
        'The file and what is written here are too much together. Save what is here to a file, then let this file take its place.',
      );
    }
    this.conflicts = [];
    joined.forEach(({ values, clashes }, place) => this.put(ids[place]!, values, clashes));
    this.opened = { before, after: this.all };
    this.announce();
  }

  /** True when the opening of a file can be undone. */
  get canUndo(): boolean {
    return this.opened !== undefined;
  }

  /** Undoes the opening of the last file; what was written since then stays. */
  undo(): void {
    const { before, after } = this.opened ?? { before: this.all, after: this.all };
    for (const [id, { values }] of this.sheets)
      this.put(id, merge(after[id] ?? noValues, values, before[id] ?? noValues).values);
    this.opened = undefined;
    this.conflicts = [];
    this.announce();
  }

  /** Ends a conflict: with the value that is here, or with the other one. */
  settle(conflict: Conflict, choice: 'here' | 'other'): void {
    this.conflicts = this.conflicts.filter((one) => one !== conflict);
    if (choice === 'other') this.sheet(conflict.sheet).setMany({ [conflict.field]: conflict.other }, 'elsewhere');
    this.announce();
  }

  /** Notes the values that went under, each once. */
  protected report(sheet: Sheet, clashes: readonly Clash[]): void {
    const isKnown = ({ field, other }: Clash) =>
      this.conflicts.some((one) => one.sheet === sheet.id && one.field === field && one.other === other);
    this.conflicts = [
      ...this.conflicts,
      ...clashes.filter((clash) => !isKnown(clash)).map((clash) => ({ sheet: sheet.id, ...clash })),
    ];
  }

  protected emptyMemory(): void {
    this.conflicts = [];
    this.opened = undefined;
    for (const sheet of this.sheets.values()) sheet.erase();
    this.changedSinceFile = false;
  }

  protected announce(): void {
    for (const listener of this.listeners) apart(listener);
  }

  /** Changes a sheet from outside its tool. */
  private put(id: string, values: Values, clashes: readonly Clash[] = []): void {
    const sheet = this.sheet(id);
    this.report(sheet, clashes);
    if (sheet.become(values, 'elsewhere')) this.onChange(sheet);
  }
}
