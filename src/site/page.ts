/**
 * Pages as readers see them: pull-outs and drawn data put where the text shows them, citations numbered in reading order, and the
 * list of every anchor. Pure: the same site gives the same pages.
 */
import { collections, type Entry, type Site } from '../schemas/index.ts';
import {
  plainText,
  pullOutKinds,
  type Block,
  type Cite,
  type Embed,
  type Inline,
  type Overview,
  type PullOutKind,
  type Term,
} from '../prose/tree.ts';
import { drawnAt, isDrawn, placesIn, type Drawn } from './drawn.ts';

/** One pull-out with the collection it comes from. */
export type PullOut = { [Kind in PullOutKind]: { kind: Kind; entry: Entry<Kind> } }[PullOutKind];
/** A pull-out shown inside another page; `prefix` keeps its anchors apart from the page's own. */
export type ShownPullOut = { kind: 'pull-out'; pullOut: PullOut; prefix: string };
export type PageBlock = Exclude<Block, Embed | Overview> | ShownPullOut | Drawn;

/** A source of a page with the numbered places that the page cites in it. */
export interface Note {
  source: Entry<'sources'>;
  places: { n: number; place: string }[];
}
/** A heading in a page's table of contents. */
export interface TocEntry {
  level: 2 | 3 | 4;
  anchor: string;
  text: string;
}

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
    };
  }[ProseCollection];
export type PullOutPage = Common & { pullOut: PullOut };

/** The toolkits in the order of their numbers. */
export function toolkitsInOrder(site: Site): Entry<'toolkits'>[] {
  return Object.values(site.toolkits).sort((a, b) => a.number - b.number);
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

/**
 * Composes the page of a toolkit, a library text or another text.
 * @param embeds `whole`: pull-outs stand in the text; `named`: the text only names them, and their citations do not count
 */
export function composeProsePage<Name extends ProseCollection>(
  site: Site,
  collection: Name,
  id: string,
  embeds: 'whole' | 'named' = 'whole',
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
    anchors: value.blocks.flatMap(anchorsIn),
  } as unknown as Extract<ProsePage, { collection: Name }>;
}

/** What a page shows in the place of a block. */
function shownAt(site: Site, block: Block, embeds: 'whole' | 'named'): PageBlock[] {
  const drawn = drawnAt(site, block);
  if (drawn) return [drawn];
  if (block.kind === 'overview') return [];
  if (block.kind !== 'embed') return [block];
  const pullOut = block.ref === 'charts' ? undefined : findPullOut(site, block);
  return pullOut
    ? [{ kind: 'pull-out', pullOut: embeds === 'whole' ? visible(pullOut) : pullOut, prefix: `${block.id}-` }]
    : [];
}

/** The anchors of a block of a text, as its page shows it. */
export function anchorsAt(site: Site, block: Block): string[] {
  return shownAt(site, block, 'whole').flatMap(anchorsIn);
}

function tocOf(block: PageBlock): TocEntry[] {
  if (block.kind === 'heading') return [{ level: block.level, anchor: block.anchor, text: plainText(block.children) }];
  return isDrawn(block)
    ? placesIn(block).flatMap(({ anchor, text }): TocEntry[] => (text ? [{ level: 3, anchor, text }] : []))
    : [];
}

function anchorsIn(block: PageBlock): string[] {
  if (block.kind === 'heading') return [block.anchor, ...block.aliases];
  if (block.kind === 'pull-out')
    return [block.pullOut.entry.id, ...anchorsOf(block.pullOut).map((anchor) => block.prefix + anchor)];
  return isDrawn(block) ? placesIn(block).map(({ anchor }) => anchor) : [];
}

/** Composes the page of one pull-out. */
export function composePullOutPage(site: Site, pullOut: PullOut): PullOutPage {
  const { value, notes } = numberCites(site, pullOut);
  return {
    address: collections[pullOut.kind].address(pullOut.entry.id),
    pullOut: value,
    notes,
    anchors: anchorsOf(pullOut),
  };
}

/** The anchors of a pull-out's parts, in order. */
export function anchorsOf(pullOut: PullOut): string[] {
  switch (pullOut.kind) {
    case 'checklists':
      return pullOut.entry.groups.flatMap((group) => [group.id, ...group.items.map(({ id }) => id)]);
    case 'duties':
      return pullOut.entry.groups.flatMap((group) => [group.id, ...group.duties.map(({ id }) => id)]);
    case 'templates':
      return [
        ...pullOut.entry.articles.flatMap((article) => [
          article.id,
          ...article.clauses.flatMap((clause) => [clause.id, ...(clause.points ?? []).map(({ id }) => id)]),
        ]),
        ...(pullOut.entry.signatures ? ['signatures'] : []),
      ];
    case 'forms':
      return [...pullOut.entry.columns.map(({ id }) => id), ...pullOut.entry.given.map(({ id }) => id)];
    case 'timelines':
      return pullOut.entry.periods.flatMap((period) => [period.id, ...period.steps.map(({ id }) => id)]);
    case 'rosters':
      return [...pullOut.entry.seats, ...pullOut.entry.voices].map(({ id }) => id);
    case 'handouts':
      return pullOut.entry.sections.map(({ id }) => id);
  }
}

/** What of a pull-out shows inside another page: no introduction, and of a template only the outline. */
function visible(pullOut: PullOut): PullOut {
  if (pullOut.kind !== 'templates') return { ...pullOut, entry: { ...pullOut.entry, intro: [] } } as PullOut;
  const articles = pullOut.entry.articles.map((article) => ({ ...article, guidance: undefined, clauses: [] }));
  return { kind: 'templates', entry: { ...pullOut.entry, intro: [], blanks: {}, articles, signatures: undefined } };
}

/** The ids of the glossary terms that a value names, in reading order, each once. */
export function termsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'kind' in value && value.kind === 'term' ? [(value as Term).id] : [];
  return [...new Set([...own, ...Object.values(value).flatMap(termsIn)])];
}

/** Copies a value with its citations (outside pull-outs, if those are skipped) numbered from 1 in reading order; the same source and place share a number. */
export function numberCites<Value>(site: Site, value: Value, skipPullOuts = false): { value: Value; notes: Note[] } {
  const notes = new Map<string, Note>();
  const numbers = new Map<string, number>();
  const copy = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(copy);
    if (typeof node !== 'object' || node === null) return node;
    if (skipPullOuts && 'kind' in node && node.kind === 'pull-out') return node;
    if ('kind' in node && node.kind === 'cite') {
      const cite = node as Cite;
      const source = site.sources[cite.id];
      if (!source) return cite;
      const key = JSON.stringify([cite.id, cite.place]);
      const first = !numbers.has(key);
      if (first) {
        numbers.set(key, numbers.size + 1);
        const note = notes.get(cite.id) ?? { source, places: [] };
        note.places.push({ n: numbers.size, place: cite.place });
        notes.set(cite.id, note);
      }
      return { ...cite, n: numbers.get(key), first };
    }
    return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, copy(child)]));
  };
  return { value: copy(value) as Value, notes: [...notes.values()] };
}

/** What the glossary offers. */
export const glossaryPromise = 'The words and acronyms of this work, and what they mean on these pages.';

/** The glossary in alphabetical order, with its citations numbered. */
export function composeGlossary(site: Site): { terms: Entry<'glossary'>[]; notes: Note[] } {
  const terms = Object.values(site.glossary).sort((a, b) => a.term.localeCompare(b.term, 'en-US'));
  const { value, notes } = numberCites(site, terms);
  return { terms: value, notes };
}

/** The headings of a pull-out's own page. */
export function pullOutHeadings(pullOut: PullOut): TocEntry[] {
  return partsOf(pullOut).map(({ id, title }) => ({ level: 2, anchor: id, text: title }));
}

/** Minutes to read a text at 230 words a minute, rounded up. */
export function readingMinutes({ words }: { words: number }): number {
  return Math.max(1, Math.ceil(words / 230));
}

function partsOf(pullOut: PullOut): readonly { id: string; title: string }[] {
  switch (pullOut.kind) {
    case 'checklists':
    case 'duties':
      return pullOut.entry.groups;
    case 'templates':
      return pullOut.entry.articles;
    case 'timelines':
      return pullOut.entry.periods;
    case 'handouts':
      return pullOut.entry.sections;
    case 'forms':
    case 'rosters':
      return [];
  }
}
