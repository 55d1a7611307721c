/** Pages as readers see them, composed of texts and pull-outs. Pure: the same site gives the same pages. */
import type { Cite, Inline } from '../prose/tree.ts';
import { collections, type Entry, type Site } from '../schemas/index.ts';
import { anchorsIn, tocOf, type TocEntry } from './anchors.ts';
import { citesIn, numberCites, type Note } from './citations.ts';
import { isDrawn } from './drawn.ts';
import { shownAt, type Embeds, type PageBlock } from './page-blocks.ts';
import { anchorsOf, pullOutAddress, type PullOut } from './pull-outs.ts';

type ProseCollection = 'toolkits' | 'library' | 'pages';
interface Common {
  address: string;
  notes: Note[];
  /** Every fragment that an address on this page may carry, in page order. */
  anchors: string[];
}
export type ProsePage = Common &
  {
    [Name in ProseCollection]: {
      collection: Name;
      entry: Entry<Name>;
      blocks: PageBlock[];
      inShort: Inline[][];
      toc: TocEntry[];
      /** The citations of its own text, numbered, in reading order. */
      cites: Cite[];
    };
  }[ProseCollection];
export type PullOutPage = Common & { pullOut: PullOut };

/** The toolkits in the order of their numbers. */
export function toolkitsInOrder(site: Site): Entry<'toolkits'>[] {
  return Object.values(site.toolkits).sort((a, b) => a.number - b.number);
}

const numbers = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** How many toolkits there are, in words: “nine”. */
export function toolkitCount(site: Site): string {
  const count = Object.keys(site.toolkits).length;
  return numbers[count] ?? String(count);
}

/** Composes the page of a toolkit, a library text or another text. */
export function composeProsePage<Name extends ProseCollection>(
  site: Site,
  collection: Name,
  id: string,
  embeds: Embeds = 'whole',
): Extract<ProsePage, { collection: Name }> {
  const entry = site[collection][id]!;
  const shown = entry.body.flatMap((block) => shownAt(site, block, embeds));
  const inShort = 'inShort' in entry ? entry.inShort : [];
  const { value, notes } = numberCites(site, { inShort, blocks: shown }, embeds === 'named');
  return {
    collection,
    entry,
    address: collections[collection].address(id),
    ...value,
    notes,
    toc: value.blocks.flatMap(tocOf),
    cites: citesIn(value.blocks.filter((block) => block.kind !== 'pull-out' && !isDrawn(block))),
    anchors: value.blocks.flatMap(anchorsIn),
  } as unknown as Extract<ProsePage, { collection: Name }>;
}

/** Composes the page of one pull-out. */
export function composePullOutPage(site: Site, pullOut: PullOut): PullOutPage {
  const { value, notes } = numberCites(site, pullOut);
  return {
    address: pullOutAddress(pullOut),
    pullOut: value,
    notes,
    anchors: anchorsOf(pullOut),
  };
}

/** What the glossary offers. */
export const glossaryPromise = 'The words and acronyms of this work, and what they mean on these pages.';

/** The glossary in alphabetical order, with its citations numbered. */
export function composeGlossary(site: Site): { terms: Entry<'glossary'>[]; notes: Note[] } {
  const terms = Object.values(site.glossary).sort((a, b) => a.term.localeCompare(b.term, 'en-US'));
  const { value, notes } = numberCites(site, terms);
  return { terms: value, notes };
}

/** Minutes to read a text at 230 words a minute, rounded up. */
export function readingMinutes({ words }: { words: number }): number {
  return Math.max(1, Math.ceil(words / 230));
}
