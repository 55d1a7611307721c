/** What a copy in memory (`copy-medium.ts`) stands for: a place that answers later, and says “taken” only of what is on disk. */

/** A text under its key, or null where it is taken away. */
export type Entry = readonly [key: string, text: string | null];

export interface Backing {
  /** Everything that is kept. Rejects where the browser keeps nothing. */
  load(): Promise<[key: string, text: string][]>;
  /** Changes texts, in order, all or none. Resolves when they are on disk; rejects with Full or Blocked. */
  put(changes: readonly Entry[]): Promise<void>;
  /** Calls back with what other tabs change. */
  watch(changed: (changes: readonly Entry[]) => void): void;
}
