/**
 * Slide decks for trainers: the slides somebody wrote for a toolkit between a first one with its title and last ones with the
 * sources. Citations are numbered across the deck. Pure: the same shelf gives the same deck.
 */
import type { Inline } from '../prose/tree.ts';
import { collections, type Entry } from '../schemas/index.ts';
import { chartInWords } from './chart-words.ts';
import { longDate } from './dates.ts';
import { numbersIn, paragraphOf, sourcesBelow, sourceSlides } from './deck-sources.ts';
import type { DocBlock, DocInline, DocNote } from './document.ts';
import { chartDrawing, hueOf, type Drawing } from './drawings.ts';
import { setName, suggestionTag } from './kind-names.ts';
import type { Shelf } from './library.ts';
import { lowerBlocks, lowerInline, lowerNotes, type Surroundings } from './lower.ts';
import { drawings as marks } from './marks.ts';
import { composeProsePage, numberCites } from './page.ts';
import { absolute } from './public-address.ts';

/** What the room sees of a slide below its title, from top to bottom. */
export type DeckPart =
  /** The first slide. `kicker` stands above the title; `lines`: for whom, of which day. */
  | { kind: 'cover'; kicker: string; promise: string; lines: string[] }
  | { kind: 'statement'; children: DocInline[] }
  | { kind: 'points'; points: DocInline[][] }
  | { kind: 'compare'; columns: { title: string; points: DocInline[][] }[] }
  /** `caption`: the title of the chart with its citations. */
  | { kind: 'chart'; chart: Entry<'charts'>; drawing: Drawing; caption: DocInline[] }
  /** `close` stands on the last slide only: how to cite, the license. */
  | { kind: 'sources'; notes: DocNote[]; close: string[] };

export interface DeckSlide {
  /** Unique in the deck; of the first slide `cover`, of the last ones `sources-1` and so on. */
  id: string;
  title: string;
  /** A label over the whole slide: “Editors’ suggestion”. */
  tag?: string;
  /** The section of the toolkit that the slide sums up; `href` when the public address is known. */
  section?: { title: string; href?: string };
  parts: DeckPart[];
  /** What the trainer says, then what the chart shows, the place on the site and the sources, all in words. */
  notes: DocBlock[];
}

export interface Deck {
  /** The content file, for messages. */
  file: string;
  title: string;
  promise: string;
  /** The number of the toolkit. */
  toolkit: number;
  /** The drawing of the toolkit as an SVG path on a field of 96 by 96. */
  mark: string;
  /** YYYY-MM-DD. */
  reviewed: string;
  slides: DeckSlide[];
}

const license = 'Words and drawings: CC BY 4.0. Quotations belong to their sources.';

type Written = Entry<'slides'>['slides'][number];
/** What a slide shows and says, with its chart in place and its citations numbered. */
type Shown = Pick<Written, 'statement' | 'points' | 'compare' | 'notes'> & { chart: Entry<'charts'> | undefined };

/** The deck of a toolkit that has slides. @throws Error naming the slide when two slides share a title */
export function composeDeck(shelf: Shelf, id: string): Deck {
  const { site } = shelf;
  const file = `content/slides/${id}.yaml`;
  const entry = site.slides[id]!;
  const toolkit = site.toolkits[id]!;
  const around = surroundings(shelf, id);
  // In the order in which a trainer meets them: the slide, then the notes below it.
  const inOrder = entry.slides.map(({ statement, points, compare, chart, notes }): Shown => ({ statement, points, compare, chart: chart && site.charts[chart.id], notes }));
  const { value: shown, notes: sources } = numberCites(site, inOrder);
  const notes = lowerNotes(sources);
  // The page around a text adds two sections that slides lead to.
  const headings = new Map([['in-short', 'In short'], ['pull-out-and-use', 'Pull out and use'], ...composeProsePage(site, 'toolkits', id).toc.map(({ anchor, text }): [string, string] => [anchor, text])]);

  const written = entry.slides.map(({ id: slide, title, section, suggestion }, index): DeckSlide => {
    const place = section && (headings.get(section) ?? toolkit.title);
    const href = section && around.link(`#${section}`);
    return {
      id: slide,
      title,
      ...(suggestion ? { tag: suggestionTag } : {}),
      ...(place ? { section: { title: place, ...(href ? { href } : {}) } } : {}),
      parts: partsOf(shown[index]!, around, hueOf(toolkit.number)),
      notes: [
        ...said(shown[index]!, around),
        ...(suggestion ? [paragraphOf('What this slide shows is the editors’ suggestion.')] : []),
        ...(place ? [paragraphOf(`In the toolkit: “${place}”${href ? `, ${href}` : ''}.`)] : []),
        ...sourcesBelow(numbersIn(shown[index]), notes),
      ],
    };
  });
  const cover: DeckSlide = {
    id: 'cover',
    title: toolkit.title,
    parts: [{ kind: 'cover', kicker: `${setName} · Toolkit ${toolkit.number}`, promise: toolkit.promise, lines: ['For trainers', `Reviewed ${longDate(entry.reviewed)}`] }],
    notes: [
      paragraphOf(`${entry.promise} The slides are short on purpose: what to say stands in the notes.`),
      paragraphOf('Small numbers on the slides lead to the sources at the end. What no source supports is marked as the editors’ suggestion.'),
    ],
  };
  const address = shelf.url && around.link(collections.toolkits.address(id));
  const cite = [`Cite these slides: “${entry.title}${/[.?!]$/.test(entry.title) ? '' : '.'}” ${setName}, toolkit ${toolkit.number}. Reviewed ${longDate(entry.reviewed)}.`, address].filter(Boolean).join(' ');
  const slides = [cover, ...written, ...sourceSlides(notes, [cite, license])];
  slides.forEach(({ id: slide, title }, index) => {
    const other = slides.slice(0, index).find((before) => before.title === title);
    if (other) throw new Error(`${file}, slide \`${slide}\`: the title “${title}” is taken by slide \`${other.id}\`. Give each slide a title of its own.`);
  });
  return { file, title: toolkit.title, promise: entry.promise, toolkit: toolkit.number, mark: marks[toolkit.mark], reviewed: entry.reviewed, slides };
}

function partsOf({ statement, points, compare, chart }: Shown, around: Surroundings, hue: string): DeckPart[] {
  const inline = (nodes: readonly Inline[]) => lowerInline(nodes, around);
  return [
    ...(statement ? [{ kind: 'statement' as const, children: inline(statement) }] : []),
    ...(points ? [{ kind: 'points' as const, points: points.map(inline) }] : []),
    ...(compare ? [{ kind: 'compare' as const, columns: compare.map((column) => ({ title: column.title, points: column.points.map(inline) })) }] : []),
    ...(chart ? [{ kind: 'chart' as const, chart, drawing: chartDrawing(chart, hue), caption: captionOf(chart) }] : []),
  ];
}

/** What the trainer says, and all that a chart shows. */
function said({ notes, chart }: Shown, around: Surroundings): DocBlock[] {
  return [...lowerBlocks(notes, around), ...(chart ? [paragraphOf(chartInWords(chart)), ...lowerBlocks([{ kind: 'paragraph', children: chart.note }], around)] : [])];
}

/** Bars have no axis to name what they count. */
function captionOf({ kind, title, unit, note }: Entry<'charts'>): DocInline[] {
  return [{ kind: 'text', text: kind === 'bars' ? `${title}. ${unit}.` : `${title}.` }, ...numbersIn(note).map((n): DocInline => ({ kind: 'cite', n, first: false }))];
}

/** Links lead to the web only: a deck stands alone. Terms are explained on the site, not on slides. */
function surroundings({ url }: Shelf, id: string): Surroundings {
  return {
    part: `slides-${id}`,
    hue: hueOf(undefined),
    link(href) {
      if (/^[a-z]+:/i.test(href)) return href;
      if (!url || href.startsWith('/glossary/')) return undefined;
      return absolute(url, (href.startsWith('#') ? collections.toolkits.address(id) : '') + href);
    },
    draw: ({ kind }) => {
      throw new Error(`content/slides/${id}.yaml: a ${kind} cannot stand in the notes of a slide. Write paragraphs and lists.`);
    },
    embed: () => [],
  };
}
