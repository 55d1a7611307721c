import type { Block, Cite } from '../prose/tree.ts';
import { collections, type Site } from '../schemas/index.ts';
import { drawnAt } from './drawn.ts';
import { allPullOuts } from './pull-outs.ts';

/** A page that cites a source, and the places it cites. */
export interface Use {
  address: string;
  title: string;
  places: string[];
}

/** Where a source is cited: toolkits first, then pull-outs, library, other pages and the glossary. */
export function usesOf(site: Site, source: string): Use[] {
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
  return pages.flatMap(({ address, title, value }) => {
    const cites = citesIn(value).filter(({ id }) => id === source);
    return cites.length === 0
      ? []
      : [{ address, title, places: [...new Set(cites.map(({ place }) => place))].filter(Boolean) }];
  });
}

function citesIn(value: unknown): Cite[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('kind' in value && value.kind === 'cite') return [value as Cite];
  return Object.values(value).flatMap(citesIn);
}
