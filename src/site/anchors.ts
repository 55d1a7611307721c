/** The fragments that addresses carry, and the tables of contents made of them. */
import { plainText, type Block } from '../prose/tree.ts';
import type { Site } from '../schemas/index.ts';
import { isDrawn, placesIn } from './drawn.ts';
import { shownAt, type PageBlock } from './page-blocks.ts';
import { anchorsOf, sectionsOfPullOut, type PullOut } from './pull-outs.ts';

/** A heading in a page's table of contents. */
export interface TocEntry {
  level: 2 | 3 | 4;
  anchor: string;
  text: string;
}

/** The anchors of a block of a text, as its page shows it. */
export function anchorsAt(site: Site, block: Block): string[] {
  return shownAt(site, block, 'whole').flatMap(anchorsIn);
}

/** The anchors of a block of a page. */
export function anchorsIn(block: PageBlock): string[] {
  if (block.kind === 'heading') return [block.anchor, ...block.aliases];
  if (block.kind === 'pull-out')
    return [block.pullOut.entry.id, ...anchorsOf(block.pullOut).map((anchor) => block.prefix + anchor)];
  return isDrawn(block) ? placesIn(block).map(({ anchor }) => anchor) : [];
}

/** What a table of contents says of a block. */
export function tocOf(block: PageBlock): TocEntry[] {
  if (block.kind === 'heading') return [{ level: block.level, anchor: block.anchor, text: plainText(block.children) }];
  return isDrawn(block)
    ? placesIn(block).flatMap(({ anchor, text }): TocEntry[] => (text ? [{ level: 3, anchor, text }] : []))
    : [];
}

/** The table of contents of a pull-out's own page. */
export function pullOutToc(pullOut: PullOut): TocEntry[] {
  return sectionsOfPullOut(pullOut).map((section) => ({ level: 2, ...section }));
}
