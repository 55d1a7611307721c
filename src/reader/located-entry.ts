import type { CollectionName } from '../schemas/index.ts';

/** The way from an entry's value to a part of it. */
export type Path = readonly PropertyKey[];

/** An entry with the way back to its lines. */
export interface LocatedEntry {
  collection: CollectionName;
  id: string;
  file: string;
  value: unknown;
  /** The line of the key at a path, or, with `inside` (from 1), of that line within the text at the path. */
  lineOf(path: Path, inside?: number): number;
}
