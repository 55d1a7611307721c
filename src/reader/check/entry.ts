/** What every check is given, and the walk over an entry. */
import type { Site } from '../../schemas/index.ts';
import type { LocatedEntry } from '../located-entry.ts';

/** What is known of the site around an entry. */
export interface Known {
  site: Site;
  /** Every address with its anchors. */
  book: ReadonlyMap<string, ReadonlySet<string>>;
  /** `collection/id` (or `collection/*`) of entries that already have problems of their own. */
  unread: ReadonlySet<string>;
  /** The folder of drawings. */
  figures: string;
}
/** Takes down what is wrong at a path of the entry; `line` counts within the text that stands there. */
export type Add = (path: readonly PropertyKey[], line: number | undefined, problem: string, fix: string) => void;
/** What is wrong and how to mend it. */
export type Fault = [problem: string, fix: string];
/** A check of one entry. */
export type Check = (entry: LocatedEntry, known: Known, add: Add) => void;

/** The objects within a value, each with the path that leads to it. */
export function* objectsIn(
  value: unknown,
  path: PropertyKey[] = [],
): Generator<{ node: Record<string, unknown>; path: PropertyKey[] }> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield { node: value as Record<string, unknown>, path };
  for (const [key, child] of Object.entries(value))
    yield* objectsIn(child, [...path, Array.isArray(value) ? Number(key) : key]);
}
