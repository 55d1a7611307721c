/** Data that pages draw: charts, the map of regions, the grid of agencies. They have no page of their own. */
import type { Block } from '../prose/tree.ts';
import type { Entry, Site } from '../schemas/index.ts';

/** What is drawn at a place of a text, with its data, so that its citations are numbered with those of the page. */
export type Drawn =
  | { kind: 'chart'; chart: Entry<'charts'> }
  | { kind: 'region-map'; regions: Entry<'regions'>[] }
  | { kind: 'agency-grid'; agencies: Entry<'agencies'>[] };

/** What a block of a text draws, or undefined when it draws none of these. */
export function drawnAt(site: Site, block: Block): Drawn | undefined {
  if (block.kind === 'overview') {
    return block.of === 'regions'
      ? { kind: 'region-map', regions: Object.values(site.regions) }
      : { kind: 'agency-grid', agencies: Object.values(site.agencies) };
  }
  if (block.kind !== 'embed' || block.ref !== 'charts') return undefined;
  const chart = site.charts[block.id];
  return chart && { kind: 'chart', chart };
}

/** Tells drawn data from the other blocks of a page. */
export function isDrawn<Other extends { kind: string }>(block: Drawn | Other): block is Drawn {
  return block.kind === 'chart' || block.kind === 'region-map' || block.kind === 'agency-grid';
}

/** The places within it that carry an address, in order, each with the words a table of contents shows for it, if any. */
export function placesIn(drawn: Drawn): { anchor: string; text?: string }[] {
  switch (drawn.kind) {
    case 'chart':
      return [{ anchor: drawn.chart.id }];
    case 'region-map':
      return [{ anchor: 'region-map' }, ...drawn.regions.map(({ id }) => ({ anchor: `region-${id}` }))];
    case 'agency-grid':
      return drawn.agencies.map(({ id, kind }) => ({ anchor: `grid-${id}`, text: kind }));
  }
}

/** What the grid of agencies shows. */
export const agencyGridTitle =
  'Los Angeles draft, 2013: what each kind of agency was to identify, respond to and produce within 18 months, and which consultant was to lead';
/** What the list beside the map shows. */
export const regionsTitle = 'Task force regions, with the editors’ reading of each name';
/** What to know of the map. */
export const regionsCaption =
  'Each region that the slides name, on the counties that the editors read its name to mean. The slides ' +
  'themselves name no counties. County shapes: U.S. Census Bureau.';
/** “King and Pierce Counties”. */
export function countiesInWords(counties: readonly string[]): string {
  return `${counties.join(' and ')} ${counties.length === 1 ? 'County' : 'Counties'}`;
}
/** All that the map shows. */
export function mapInWords(regions: readonly Entry<'regions'>[]): string {
  return (
    `Map of Washington’s counties with ${regions.length} regions marked and named: ` +
    `${regions.map(({ name, counties }) => `${name} (${countiesInWords(counties)})`).join('; ')}.`
  );
}
