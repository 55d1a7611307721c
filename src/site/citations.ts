/** Citations of a page, numbered in reading order, and the glossary terms it names. */
import type { Cite } from '../prose/tree.ts';
import type { Entry, Site } from '../schemas/index.ts';

/** A source of a page with the numbered places that the page cites in it. */
export interface Note {
  source: Entry<'sources'>;
  places: { n: number; place: string }[];
}

/**
 * Copies a value with its citations numbered from 1 in reading order; the same source and place share a number.
 * @param skipPullOuts leaves citations within pull-outs without a number
 */
export function numberCites<Value>(site: Site, value: Value, skipPullOuts = false): { value: Value; notes: Note[] } {
  const notes = new Map<string, Note>();
  const numbers = new Map<string, number>();
  const copy = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(copy);
    if (typeof node !== 'object' || node === null) return node;
    if (skipPullOuts && 'kind' in node && node.kind === 'pull-out') return node;
    if ('kind' in node && node.kind === 'cite') {
      const cite = node as Cite;
      const source = site.sources[cite.id];
      if (!source) return cite;
      const key = JSON.stringify([cite.id, cite.place]);
      const first = !numbers.has(key);
      if (first) {
        numbers.set(key, numbers.size + 1);
        const note = notes.get(cite.id) ?? { source, places: [] };
        note.places.push({ n: numbers.size, place: cite.place });
        notes.set(cite.id, note);
      }
      return { ...cite, n: numbers.get(key), first };
    }
    return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, copy(child)]));
  };
  return { value: copy(value) as Value, notes: [...notes.values()] };
}

/** The citations of a value, in reading order. */
export function citesIn(value: unknown): Cite[] {
  if (typeof value !== 'object' || value === null) return [];
  return 'kind' in value && value.kind === 'cite' ? [value as Cite] : Object.values(value).flatMap(citesIn);
}
