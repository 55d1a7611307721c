/** Finding the columns of a form in a file by their heads: with stars, spaces, other case or another order. Pure. */
import { distance } from 'fastest-levenshtein';
import type { Column } from './forms.ts';

/** A column without a head in the file, and the head that may be meant. */
export interface MissingColumn {
  id: string;
  label: string;
  nearest?: string;
}
export interface Heads {
  /** The place of the line of heads, or -1. */
  line: number;
  /** The place of each column that was found. */
  places: Map<string, number>;
  missing: MissingColumn[];
  /** Heads that are no column of the form, with their places. */
  others: { head: string; place: number }[];
}

/** A head without what people add to it: stars, number signs, colons, case, doubled spaces. */
export const bareHead = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[*#:†‡]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Heads stand near the top. */
const deepest = 80;

/**
 * The line with most heads of the form.
 * @param meant heads that the reader said are a column: bare head → id of the column
 */
export function headsOf(
  lines: readonly (readonly string[])[],
  columns: readonly Pick<Column, 'id' | 'label'>[],
  meant: ReadonlyMap<string, string> = new Map(),
): Heads {
  let best: Heads = { line: -1, places: new Map(), missing: [], others: [] };
  lines.slice(0, deepest).forEach((line, number) => {
    const places = new Map<string, number>();
    line.forEach((head, place) => {
      const bare = bareHead(head);
      const column = columns.find(({ id, label }) => bareHead(label) === bare || meant.get(bare) === id);
      if (column && !places.has(column.id)) places.set(column.id, place);
    });
    if (places.size > best.places.size) best = { line: number, places, missing: [], others: [] };
  });
  if (best.line < 0) return best;
  const taken = new Set(best.places.values());
  const others = lines[best.line]!.flatMap((head, place) =>
    head.trim() && !taken.has(place) ? [{ head: head.trim(), place }] : [],
  );
  const missing = columns
    .filter(({ id }) => !best.places.has(id))
    .map(({ id, label }) => {
      const nearest = nearestOf(
        label,
        others.map(({ head }) => head),
      );
      return { id, label, ...(nearest === undefined ? {} : { nearest }) };
    });
  return { ...best, missing, others };
}

/** The head that is most like a label, when it is like it at all. */
function nearestOf(label: string, heads: readonly string[]): string | undefined {
  const wanted = bareHead(label);
  const rated = heads.map((head) => {
    const bare = bareHead(head);
    const common = [...wanted].findIndex((letter, place) => bare[place] !== letter);
    const begins = (common < 0 ? wanted.length : common) >= 3;
    const holds = bare.length >= 3 && (wanted.includes(bare) || bare.includes(wanted));
    const off = distance(wanted, bare) / Math.max(wanted.length, bare.length);
    return { head, off: holds ? Math.min(off, 0.2) : begins ? Math.min(off, 0.4) : off };
  });
  return rated.filter(({ off }) => off <= 0.5).sort((a, b) => a.off - b.off)[0]?.head;
}
