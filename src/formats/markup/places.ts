/** Places of a document: where links lead, and how deep headings stand. */
import { label, type Document, type Part } from '../../documents/document.ts';

/** The way from any page to a `#part.anchor` of the document; other addresses stay as they are. A place that the part does not have leads to its start. */
export type Resolve = (href: string) => string;

/** @param address where a part starts, and where an anchor of it is */
export function resolverOf(
  { parts }: Pick<Document, 'parts'>,
  address: (part: Part, anchor?: string) => string,
): Resolve {
  const places = new Map<string, string>();
  for (const part of parts) {
    places.set(label(part), address(part));
    for (const anchor of anchorsIn([part.intro, part.blocks])) places.set(label(part, anchor), address(part, anchor));
  }
  return (href) => {
    if (!href.startsWith('#')) return href;
    const place = places.get(href.slice(1)) ?? places.get(href.slice(1).split('.')[0]!);
    if (!place) throw new Error(`the link ${href} leads to no part of the document`);
    return place;
  };
}

function anchorsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'anchor' in value && typeof value.anchor === 'string' ? [value.anchor] : [];
  return [...own, ...Object.values(value).flatMap(anchorsIn)];
}

/** How many levels the headings of a part move up, so that the highest stand at the second. */
export function raised({ intro, blocks }: Pick<Part, 'intro' | 'blocks'>): number {
  return Math.min(...[...intro, ...blocks].flatMap((block) => (block.kind === 'heading' ? [block.level] : [])), 4) - 2;
}
