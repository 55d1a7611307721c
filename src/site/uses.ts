import type { Block } from '../prose/tree.ts';
import { collections, type Site } from '../schemas/index.ts';
import { citesIn } from './citations.ts';
import { drawnAt } from './drawn.ts';
import { allPullOuts } from './pull-outs.ts';

/** A page that cites a source, and the places it cites. */
export interface Use {
  address: string;
  title: string;
  places: string[];
}

const uses = new WeakMap<Site, Map<string, Use[]>>();

/** Where a source is cited: toolkits first, then pull-outs, library, other pages and the glossary. */
export function usesOf(site: Site, source: string): Use[] {
  const all = uses.get(site) ?? allUses(site);
  uses.set(site, all);
  return all.get(source) ?? [];
}

/** The uses of all sources, by their ids. */
function allUses(site: Site): Map<string, Use[]> {
  const toolkits = Object.values(site.toolkits).sort((a, b) => a.number - b.number);
  // What a page draws has no page of its own: its citations count as the page's.
  const withDrawn = <Page extends { body: Block[] }>(entry: Page) => [
    entry,
    entry.body.map((block) => drawnAt(site, block)),
  ];
  const pages: { address: string; title: string; value: unknown }[] = [
    ...toolkits.map((entry) => ({
      address: collections.toolkits.address(entry.id),
      title: `Toolkit ${entry.number}: ${entry.title}`,
      value: withDrawn(entry),
    })),
    ...allPullOuts(site).map(({ kind, entry }) => ({
      address: collections[kind].address(entry.id),
      title: entry.title,
      value: entry,
    })),
    ...(['library', 'pages'] as const).flatMap((name) =>
      Object.values(site[name]).map((entry) => ({
        address: collections[name].address(entry.id),
        title: entry.title,
        value: withDrawn(entry),
      })),
    ),
    ...Object.values(site.glossary).map((term) => ({
      address: collections.glossary.address(term.id),
      title: `Glossary: ${term.term}`,
      value: term,
    })),
  ];
  const all = new Map<string, Use[]>();
  for (const { address, title, value } of pages)
    for (const [source, cites] of Map.groupBy(citesIn(value), ({ id }) => id)) {
      const places = [...new Set(cites.map(({ place }) => place))].filter(Boolean);
      all.set(source, [...(all.get(source) ?? []), { address, title, places }]);
    }
  return all;
}
