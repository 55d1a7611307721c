/** Citations as a part of the book has them: the site's page also numbers those of the pull-outs it shows, which have parts of their own here. */
import type { DocBlock, DocNote } from '../../model/document.ts';

/** Copies blocks with `first` set where the part cites a place for the first time, and keeps the notes that the part cites. */
export function citedHere({ blocks, notes }: { blocks: readonly DocBlock[]; notes: readonly DocNote[] }): { blocks: DocBlock[]; notes: DocNote[] } {
  const seen = new Set<number>();
  const copy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copy);
    if (typeof value !== 'object' || value === null) return value;
    if ('kind' in value && value.kind === 'cite' && 'n' in value) {
      const first = !seen.has(value.n as number);
      seen.add(value.n as number);
      return { ...value, first };
    }
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, copy(child)]));
  };
  const copied = copy(blocks) as DocBlock[];
  return { blocks: copied, notes: notes.map((note) => ({ ...note, places: note.places.filter(({ n }) => seen.has(n)) })).filter(({ places }) => places.length > 0) };
}
