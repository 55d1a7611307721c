/** What this site keeps on the device, and how all of it goes away again. */
import type { Blocked, Changed, Full, Medium, Refused } from './storage-medium.ts';
import { colorsKey, erasingKey, keptKey, prefix, sheetPrefix } from './names.ts';
import { newId } from './new-id.ts';
import { encode, readRevisions, stampText, type Held, type Known, type Revision } from './revisions.ts';
import { isSheetId } from './sheet-values.ts';

/** What another tab can do. */
export interface Events {
  /** Words began to be kept, or anything may have changed. */
  onAnything(): void;
  onSheet(id: string): void;
  /** Another tab stopped keeping. */
  onForget(): void;
  /** Another tab erased everything. */
  onErase(): void;
  /** What was written is not on the device after all. */
  onRefused(error: Full | Blocked): void;
  /** Everything that was written is on disk. */
  onSettled(): void;
}

/** Every method may throw Full or Blocked. */
export class Device {
  private readonly medium: Medium;
  private readonly known: Known = new Map();

  constructor(medium: Medium) {
    this.medium = medium;
  }

  /** True when everything that was written is on disk. */
  get isSettled(): boolean {
    return this.medium.isSettled;
  }

  /** The id of the keeping that lasts; null when nothing is to be kept. */
  get kept(): string | null {
    return this.medium.read(keptKey);
  }

  /** Notes that the reader wants words kept; this note is the first thing on the device. */
  keep(): void {
    if (this.kept === null) this.medium.write(keptKey, newId());
  }

  get sheetIds(): string[] {
    return [...new Set(this.medium.keys().flatMap((key) => sheetOf(key) ?? []))].sort();
  }

  read(id: string): Held {
    return readRevisions(this.medium, `${sheetPrefix}${id}:`, this.known);
  }

  /** Adds a state that contains all that is held. What is damaged, or contained in another state, goes; the state before the new one stays. */
  write(id: string, revision: Revision, { revisions, heads, damaged }: Held): void {
    for (const old of revisions) if (!heads.includes(old)) this.remove(id, old);
    for (const name of damaged) this.medium.remove(name);
    const [name, text] = [nameOf(id, revision), encode(revision)];
    this.medium.write(name, text);
    this.known.set(name, { text, found: revision });
  }

  remove(id: string, revision: Revision): void {
    this.medium.remove(nameOf(id, revision));
  }

  /** Takes all sheets off the device. The note comes last: after a crash the reader sees that something is left. */
  forget(): void {
    for (const key of this.medium.keys()) if (key.startsWith(sheetPrefix)) this.medium.remove(key);
    this.medium.remove(keptKey);
  }

  /** Takes everything off the device that this site ever put there. */
  erase(): void {
    try {
      this.medium.write(erasingKey, '1');
    } finally {
      for (const key of this.medium.keys()) if (key.startsWith(prefix) && key !== erasingKey) this.medium.remove(key);
      this.medium.remove(colorsKey);
      this.medium.remove(erasingKey);
    }
  }

  /** Takes away what a crash in the middle of erasing, or a tab that closed at that moment, left behind. */
  tidy(): void {
    if (this.medium.read(erasingKey) !== null) this.erase();
    else if (this.kept === null && this.sheetIds.length > 0) this.forget();
  }

  /** Hears of what other tabs do. */
  watch({ onAnything, onSheet, onForget, onErase, onRefused, onSettled }: Events): void {
    const changed: Changed = (key, text = null) => {
      const id = key === undefined ? undefined : sheetOf(key);
      if (key === erasingKey && text !== null) onErase();
      else if (key === keptKey && text === null) onForget();
      else if (key === keptKey || key === undefined) onAnything();
      else if (id !== undefined && text !== null) onSheet(id);
    };
    const refused: Refused = (key, error) => (key === keptKey || key.startsWith(sheetPrefix)) && onRefused(error);
    this.medium.watch(changed, refused, onSettled);
  }
}

const nameOf = (id: string, revision: Revision): string => `${sheetPrefix}${id}:${stampText(revision)}`;

function sheetOf(key: string): string | undefined {
  const id = key.startsWith(sheetPrefix) ? key.slice(sheetPrefix.length).replace(/:[^:]*$/, '') : '';
  return isSheetId(id) ? id : undefined;
}
