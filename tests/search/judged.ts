/** The judged set: what readers type, and what they should find. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../root.ts';

export interface Judged {
  kind: string;
  query: string;
  /** Grades from 1 to 3 by the address of a page: `/toolkits/chair/`. */
  grades: ReadonlyMap<string, number>;
  /** The same by place, for the places that have a fragment. */
  places: ReadonlyMap<string, number>;
  /** Whether search was tuned on it, or is only measured. */
  part: 'tune' | 'measured';
}
type Entry = { q: string } & { 1?: string[]; 2?: string[]; 3?: string[] };

/** The part of a query, by a rule fixed before the tuning: the first bit of its SHA-256. */
export const partOf = (query: string): Judged['part'] =>
  createHash('sha256').update(query).digest()[0]! < 128 ? 'tune' : 'measured';

const pageOf = (place: string): string => `/${place.replace(/#.*/, '')}/`;
const addressOf = (place: string): string => `/${place.replace(/(#.*)?$/, '/$1')}`;

/** Reads the judged set. */
export function judgedSet(): Judged[] {
  const file = parse(readFileSync(join(root, 'tests', 'search', 'queries.yaml'), 'utf8')) as Record<string, Entry[]>;
  return Object.entries(file).flatMap(([kind, entries]) =>
    entries.map((entry) => {
      const grades = new Map<string, number>();
      const places = new Map<string, number>();
      for (const grade of [1, 2, 3] as const)
        for (const place of entry[grade] ?? []) {
          grades.set(pageOf(place), Math.max(grade, grades.get(pageOf(place)) ?? 0));
          if (place.includes('#')) places.set(addressOf(place), grade);
        }
      return { kind, query: entry.q, grades, places, part: partOf(entry.q) };
    }),
  );
}
