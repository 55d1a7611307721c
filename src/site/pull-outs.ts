/** Pull-outs of every kind alike: where they are, and the parts within them that have an address. */
import { collections, type Entry, type Site } from '../schemas/index.ts';
import { kindOf, pullOutKinds, type Kind, type PullOutKind } from '../schemas/kinds.ts';

/** One pull-out with the collection it comes from. */
export type PullOut = { [Kind in PullOutKind]: { kind: Kind; entry: Entry<Kind> } }[PullOutKind];

interface Part {
  id?: string;
  title?: string;
}

/** Every pull-out of the site, kind by kind. */
export function allPullOuts(site: Site): PullOut[] {
  return pullOutKinds.flatMap((kind) => Object.values(site[kind]).map((entry) => ({ kind, entry }) as PullOut));
}

/** The pull-out that a reference names, or undefined. */
export function findPullOut(site: Site, { ref, id }: { ref: PullOutKind; id: string }): PullOut | undefined {
  const entry = site[ref][id];
  return entry && ({ kind: ref, entry } as PullOut);
}

/** The address of its own page. */
export function pullOutAddress({ kind, entry }: PullOut): string {
  return collections[kind].address(entry.id);
}

/** The anchors of a pull-out's parts, in order. */
export function anchorsOf({ kind, entry }: PullOut): string[] {
  return kindOf(kind).parts.flatMap((keys) => anchorsAlong(entry, keys));
}

/** The anchors and titles of the headings on a pull-out's own page. */
export function sectionsOfPullOut({ kind, entry }: PullOut): { anchor: string; text: string }[] {
  const { titled, parts } = kindOf(kind);
  if (!titled) return [];
  return partsAt(entry, parts[0]![0]!).map(({ id, title }) => ({ anchor: id!, text: title! }));
}

/** What of a pull-out shows inside another page: no introduction, and of a long one only its outermost parts. */
export function shownInside(pullOut: PullOut): PullOut {
  const { outline, parts } = kindOf(pullOut.kind);
  const entry = outline ? outlineOf(pullOut.entry, parts) : pullOut.entry;
  return { ...pullOut, entry: { ...entry, intro: [] } } as unknown as PullOut;
}

/** Names and plain words stay, texts and what lies deeper do not: an outline cites nothing. */
function outlineOf(entry: PullOut['entry'], parts: Kind['parts']): object {
  const [first = '', ...others] = parts.map(([key]) => key!);
  const bare = (whole: object) =>
    Object.fromEntries(
      Object.entries(whole).map(([key, value]) =>
        typeof value === 'object' ? [key, Array.isArray(value) ? [] : {}] : [key, value],
      ),
    );
  return {
    ...bare(entry),
    toolkit: entry.toolkit,
    audience: entry.audience,
    [first]: partsAt(entry, first).map(bare),
    ...Object.fromEntries(others.map((key) => [key, undefined])),
  };
}

function anchorsAlong(within: object, [key, ...deeper]: readonly string[]): string[] {
  if (!key) return [];
  return partsAt(within, key).flatMap((part) => [part.id ?? key, ...anchorsAlong(part, deeper)]);
}

function partsAt(within: object, key: string): Part[] {
  const value = (within as Record<string, Part | Part[] | undefined>)[key];
  return value === undefined ? [] : [value].flat();
}
