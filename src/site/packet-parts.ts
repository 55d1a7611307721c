/** Everything on the site that can be a part of a packet, in the order in which readers choose. */
import { collections, type Entry, type Site } from '../schemas/index.ts';
import { kindOf } from '../schemas/kinds.ts';
import { partName } from '../tools/packet.ts';
import { allPullOuts } from './pull-outs.ts';
import { composeProsePage, toolkitsInOrder } from './page.ts';

export interface OfferedPart {
  name: string;
  title: string;
  /** Where it stands on the site, from the root. */
  address: string;
  /** What it is or where it comes from: “Checklist”, “Toolkit 6: Task force chair”. */
  from: string;
  reviewed: string;
}
/** Parts that are chosen side by side: a toolkit with its sections and pull-outs, or the library. */
export interface PartGroup {
  id: string;
  title: string;
  /** The whole toolkit; the library is never taken whole. */
  whole?: OfferedPart;
  sections: OfferedPart[];
  pages: OfferedPart[];
}

/** A section of a toolkit by its heading, with the ids that the heading had earlier. */
interface Section {
  id: string;
  title: string;
  earlier: readonly string[];
}

/** The sections of a toolkit: “In short” with the opening words, then one for each heading of the second level. */
export function sectionsOf(site: Site, toolkit: string): Section[] {
  const { toc, blocks } = composeProsePage(site, 'toolkits', toolkit);
  const earlier = new Map(
    blocks.flatMap((block) => (block.kind === 'heading' ? [[block.anchor, block.aliases] as const] : [])),
  );
  const headings = toc.filter(({ level }) => level === 2);
  return [
    { id: 'in-short', title: 'In short', earlier: [] },
    ...headings.map(({ anchor, text }) => ({ id: anchor, title: text, earlier: earlier.get(anchor) ?? [] })),
  ];
}

/** All parts in groups: the toolkits by number, each with the pull-outs that belong to it, then the library. */
export function partGroups(site: Site): PartGroup[] {
  const toolkits = toolkitsInOrder(site).map((toolkit): PartGroup => {
    const { id, number, reviewed } = toolkit;
    const title = `Toolkit ${number}: ${toolkit.title}`;
    const address = collections.toolkits.address(id);
    const pullOuts = allPullOuts(site).filter(({ entry }) => entry.toolkit.id === id);
    return {
      id,
      title,
      whole: {
        name: partName({ ref: 'toolkits', id }),
        title: toolkit.title,
        address,
        from: `Toolkit ${number}`,
        reviewed,
      },
      sections: sectionsOf(site, id).map((section) => ({
        name: partName({ ref: 'toolkits', id, section: section.id }),
        title: section.title,
        address: `${address}#${section.id}`,
        from: title,
        reviewed,
      })),
      pages: pullOuts.map(({ kind, entry }) => ({
        name: partName({ ref: kind, id: entry.id }),
        title: entry.title,
        address: collections[kind].address(entry.id),
        from: kindOf(kind).one,
        reviewed: entry.reviewed,
      })),
    };
  });
  const { library: texts } = site;
  const { library: folder } = collections;
  const pages = Object.values(texts).map(({ id, title, reviewed }) => ({
    name: partName({ ref: 'library', id }),
    title,
    address: folder.address(id),
    from: 'Library',
    reviewed,
  }));
  return [...toolkits, { id: 'library', title: 'Library', sections: [], pages }];
}

/** Every part by its name. */
export function partsByName(groups: readonly PartGroup[]): Map<string, OfferedPart> {
  return new Map(
    groups
      .flatMap(({ whole, sections, pages }) => [...(whole ? [whole] : []), ...sections, ...pages])
      .map((part) => [part.name, part]),
  );
}

/** Earlier names of parts with today's: headings that kept an old id, and pages that moved. */
export function earlierNames(site: Site): Map<string, string> {
  const headings = Object.keys(site.toolkits).flatMap((id) =>
    sectionsOf(site, id).flatMap(({ id: section, earlier }) =>
      earlier.map((old) => [`${id}.${old}`, `${id}.${section}`] as const),
    ),
  );
  const pages = Object.values(site.redirects).flatMap(({ id, to }) => {
    const [from, now] = [id, to].map(nameAt);
    return from && now ? [[from, now] as const] : [];
  });
  return new Map([...headings, ...pages]);
}

/** The name of the part at an address: `/duties/chair/` → `duties/chair`. */
function nameAt(address: string): string | undefined {
  const [, ref, id] = /^\/?([a-z-]+)\/([a-z0-9-]+)\/?$/.exec(address) ?? [];
  return ref && id ? partName({ ref, id }) : undefined;
}

/** The parts of a ready-made packet. */
export function partsOfPacket({ parts }: Entry<'packets'>, offered: ReadonlyMap<string, OfferedPart>): OfferedPart[] {
  return parts.map((part) => offered.get(partName(part))!);
}
