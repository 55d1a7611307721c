import type { CollectionName } from '../schemas/index.ts';

/** The way from an entry's value to a part of it. */
export type Path = readonly PropertyKey[];

/** An entry with the way back to its lines. */
export interface LocatedEntry {
  collection: CollectionName;
  id: string;
  file: string;
  /** The entry as its author wrote it, before its schema. */
  input: unknown;
  /** The text of an MDX file behind its frontmatter. */
  text?: string;
  /** What the schema made of it, with its id and, for MDX, its text as a tree. */
  value: unknown;
  /** The line of the key at a path, or, with `inside` (from 1), of that line within the text at the path. */
  lineOf(path: Path, inside?: number): number;
}
