/** What the template draws for words in a line: plain strings, and nodes with what they need. */
import { suggestionMark } from '../../schemas/names.ts';
import type { DocInline } from '../../documents/document.ts';
import { citeMarker } from './citations.ts';
import { placeMarker } from './references.ts';
import type { Place } from './place.ts';

export type Line = (
  | string
  | { kind: 'break' }
  | { kind: 'strong' | 'emphasis'; body: Line }
  | { kind: 'tag'; text: string }
  /** To the web or, by a marker address, to a heading of this document; or nowhere here. */
  | { kind: 'link'; href?: string; body: Line }
  /** `joined` when it follows another. */
  | { kind: 'cite'; n: number; marker: string; joined: boolean }
  /** `height` in points, of a box for several lines. */
  | { kind: 'field'; marker: string; label: string; size: string; height: number; inCell: boolean }
)[];

/** Nine lines in a box for words; less where a document promises its number of sheets. Letters get smaller before any is cut. */
const boxes = { free: 112, kept: 42 };

type Handlers = {
  [Kind in DocInline['kind']]: (
    node: Extract<DocInline, { kind: Kind }>,
    place: Place,
    before: DocInline | undefined,
  ) => Line;
};

const handlers = {
  text: ({ text }) => [text.replace(/\s+/g, ' ')],
  break: ({ kind }) => [{ kind }],
  strong: ({ kind, children }, place) => [{ kind, body: lineOf(children, place) }],
  emphasis: ({ kind, children }, place) => [{ kind, body: lineOf(children, place) }],
  tag: ({ kind, text }) => [{ kind, text }],
  suggestion: () => [suggestionMark],
  link: ({ kind, href, children }, place) => [{ kind, ...target(href, place), body: lineOf(children, place) }],
  cite: ({ kind, n }, { part }, before) => [{ kind, n, marker: citeMarker(part, n), joined: before?.kind === 'cite' }],
  field: ({ kind, name, label, size, value = '' }, { fields, part, inCell = false }) => [
    {
      kind,
      marker: fields.add({ name, label, kind: size === 'lines' ? 'lines' : 'text', value }),
      label,
      size,
      height: part.sheets ? boxes.kept : boxes.free,
      inCell,
    },
  ],
} satisfies Handlers;

/** Words in a line as the template draws them. */
export function lineOf(nodes: readonly DocInline[], place: Place): Line {
  return nodes.flatMap((node, index) =>
    (handlers[node.kind] as (node: DocInline, place: Place, before: DocInline | undefined) => Line)(
      node,
      place,
      nodes[index - 1],
    ),
  );
}

/** A place that the document does not mark (an old id of a heading) leads to its part. */
function target(href: string, { labels }: Place): { href?: string } {
  if (!href.startsWith('#')) return { href };
  const name = href.slice(1);
  const to = [name, name.split('.')[0]!].find((known) => labels.has(known));
  return to ? { href: placeMarker(to) } : {};
}
