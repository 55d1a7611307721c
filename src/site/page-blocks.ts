/** What a page shows in the place of each block of its text: pull-outs and drawn data stand where the text names them. */
import type { Block, Embed, Overview } from '../prose/tree.ts';
import type { Site } from '../schemas/index.ts';
import { drawnAt, type Drawn } from './drawn.ts';
import { findPullOut, shownInside, type PullOut } from './pull-outs.ts';

/** A pull-out shown inside another page; `prefix` keeps its anchors apart from the page's own. */
export type ShownPullOut = { kind: 'pull-out'; pullOut: PullOut; prefix: string };
export type PageBlock = Exclude<Block, Embed | Overview> | ShownPullOut | Drawn;
/** `whole`: pull-outs stand in the text; `named`: the text only names them, and their citations do not count. */
export type Embeds = 'whole' | 'named';

/** What a page shows in the place of a block. */
export function shownAt(site: Site, block: Block, embeds: Embeds): PageBlock[] {
  const drawn = drawnAt(site, block);
  if (drawn) return [drawn];
  if (block.kind === 'overview') return [];
  if (block.kind !== 'embed') return [block];
  const pullOut = block.ref === 'charts' ? undefined : findPullOut(site, block);
  return pullOut
    ? [{ kind: 'pull-out', pullOut: embeds === 'whole' ? shownInside(pullOut) : pullOut, prefix: `${block.id}-` }]
    : [];
}

/** What a page shows where its text names one entry of a collection, or all of them. */
export function shownOn(page: { blocks: readonly PageBlock[] }, of: string, id: string): PageBlock | undefined {
  return page.blocks.find((block) => {
    if (block.kind === 'pull-out') return block.pullOut.kind === of && block.pullOut.entry.id === id;
    if (block.kind === 'chart') return of === 'charts' && block.chart.id === id;
    return block.kind === { regions: 'region-map', agencies: 'agency-grid' }[of];
  });
}
