/** A slide deck as data: what `compose-decks.ts` composes and the writer of slides draws. */
import type { Entry } from '../schemas/index.ts';
import type { pointLooks } from '../schemas/slides.ts';
import type { DocBlock, DocInline, DocNote } from './document.ts';
import type { Projected } from './projected.ts';

/** How points are drawn: steps on a line, cards side by side, or one box over the others. */
export type PointsLook = (typeof pointLooks)[number];

/** What the room sees of a slide below its title, from top to bottom. */
export type DeckPart =
  /** The first slide. `kicker` stands above the title; `lines`: for whom, of which day. */
  | { kind: 'cover'; kicker: string; promise: string; lines: string[] }
  | { kind: 'statement'; children: DocInline[] }
  /** `look`: drawn as shapes instead of a list. */
  | { kind: 'points'; points: DocInline[][]; look?: PointsLook }
  /** `look`: what was and what is, with an arrow between them. */
  | { kind: 'compare'; look?: 'change'; columns: { title: string; points: DocInline[][] }[] }
  /** `caption`: the title of the chart with its citations. */
  | { kind: 'chart'; chart: Entry<'charts'>; drawing: Projected; caption: DocInline[] }
  /** `close` stands on the last slide only: how to cite, the license. */
  | { kind: 'sources'; notes: DocNote[]; close: string[] };

export interface DeckSlide {
  /** Unique in the deck; of the first slide `cover`, of the last ones `sources-1` and so on. */
  id: string;
  title: string;
  /** A label over the whole slide: “Exercise, 5 minutes · Editors’ suggestion”. */
  tag?: string;
  /** The section of the toolkit that the slide sums up; `href` when an address is known. */
  section?: { anchor: string; title: string; href?: string };
  parts: DeckPart[];
  /** The sources of what the room sees, in one short line. */
  sources?: string;
  /** What the trainer says and should know, then what the chart shows, the place on the site and the sources, all in words. */
  notes: DocBlock[];
}

export interface Deck {
  /** The content file, for messages. */
  file: string;
  title: string;
  promise: string;
  /** The number of the toolkit. */
  toolkit: number;
  /** The address of the toolkit from the root: `/toolkits/chair/`. */
  address: string;
  /** The name of the file without its extension: `csec-toolkit-06-chair`. */
  name: string;
  /** The color of the toolkit: `#8b3a48`. */
  hue: string;
  /** The drawing of the toolkit as an SVG path on a field of 96 by 96. */
  mark: string;
  /** YYYY-MM-DD. */
  reviewed: string;
  slides: DeckSlide[];
}

/** Whether a part is a drawing and not words alone. */
export const isDrawn = (part: DeckPart): boolean =>
  part.kind === 'chart' || ((part.kind === 'points' || part.kind === 'compare') && part.look !== undefined);
