/** A sheet that a tool has open: read it, write into it, and hear of changes from this tool, a file or another tab. */
import { History } from './history.ts';
import type { Clash } from './merge.ts';
import { differences, noValues, withChanges, type Values } from './sheet-values.ts';
import type { Revision } from './revisions.ts';

/** What changed, and whether this page did it or something else (another tab, a file, erasing): tools redraw their controls then. */
export interface Change {
  fields: readonly string[];
  by: 'here' | 'elsewhere';
  /** True when everything was erased: what a tool remembers must go, too. */
  erased?: true;
}

export class Sheet {
  readonly id: string;
  /** What was written so far; a new object after each change. */
  values: Values = noValues;
  /** What the store knows about the past of the sheet on the device. */
  readonly history = new History();
  private readonly listeners = new Set<(change: Change) => void>();
  private readonly changed: () => void;

  /** For the store, which hands out one sheet for each id. `changed` is called after each change made here. */
  constructor(id: string, changed: () => void) {
    this.id = id;
    this.changed = changed;
  }

  /** The value of a field; empty when nothing was written. */
  get(field: string): string {
    return this.values[field] ?? '';
  }

  /** Writes one field; an empty value takes it out. @throws RangeError as `withChanges` */
  set(field: string, value: string): void {
    this.setMany({ [field]: value });
  }

  /** Writes several fields at once: listeners hear of one change. @throws RangeError, and then nothing is written */
  setMany(changes: Readonly<Record<string, string>>, by: Change['by'] = 'here'): void {
    const before = this.values;
    const after = withChanges(before, changes);
    // Only these can differ: one key in a sheet of thousands of fields looks at one.
    const fields = Object.keys(changes).filter((field) => before[field] !== after[field]);
    if (fields.length === 0) return;
    this.values = after;
    this.tell({ fields, by });
    this.changed();
  }

  /** Empties the sheet, or only the fields whose names begin with a prefix (`step.ask.`). */
  clear(prefix = ''): void {
    this.setMany(
      Object.fromEntries(Object.keys(this.values).flatMap((field) => (field.startsWith(prefix) ? [[field, '']] : []))),
    );
  }

  /** Calls back after each change. @returns a function that ends it */
  subscribe(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** For the store: replaces all values. @returns whether anything changed */
  become(values: Values, by: Change['by']): boolean {
    const fields = differences(this.values, values);
    if (fields.length === 0) return false;
    this.values = values;
    this.tell({ fields, by });
    return true;
  }

  /** For the store: takes all words out. Listeners hear of it even when there were none: they may remember some. */
  erase(): void {
    const fields = Object.keys(this.values);
    this.values = noValues;
    this.tell({ fields, by: 'elsewhere', erased: true });
  }

  /** For the store: joins a state from the device. @returns the fields of which a value went under */
  take(revision: Revision): Clash[] {
    if (this.history.contains(revision)) return [];
    const { values, clashes } = this.history.take(revision, this.values);
    this.become(values, 'elsewhere');
    return clashes;
  }

  private tell(change: Change): void {
    for (const listener of this.listeners) apart(() => listener(change));
  }
}

/** A fault in one part of a page must not keep the others from hearing, nor stop an erasing half-way. */
export function apart(work: () => void): void {
  try {
    work();
  } catch (error) {
    reportError(error);
  }
}
