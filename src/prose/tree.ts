/**
 * The words of the site as data. Everything that is read, printed or written to a file is a tree of these nodes;
 * `parse.ts` makes them, components and writers draw them.
 */
import type { PullOutKind } from '../schemas/kinds.ts';

/** The tones of a callout: what kind of statement the box holds. */
export const tones = ['tip', 'example', 'law', 'suggestion', 'ask'] as const;
export type Tone = (typeof tones)[number];

/** A node that names an entry of another collection. `line` is where it stands, counted from the start of its text. */
interface Reference<Collection extends string> {
  ref: Collection;
  id: string;
  line: number;
}

export type Text = { kind: 'text'; text: string };
/** A pointer to a source. When the page is composed, `n` becomes the number of its note, and `first` marks its first use. */
export type Cite = { kind: 'cite'; place: string; n?: number; first?: boolean } & Reference<'sources'>;
export type Term = { kind: 'term'; children: Inline[] } & Reference<'glossary'>;
/** A place to fill in, defined under `blanks` of the same template. */
export type Blank = { kind: 'blank'; id: string; line: number };
export type Link = { kind: 'link'; href: string; children: Inline[]; line: number };
export type Inline =
  | Text
  | { kind: 'strong' | 'emphasis' | 'suggestion'; children: Inline[] }
  | { kind: 'break' }
  | Link
  | Cite
  | Term
  | Blank;

/** `aliases` are earlier ids of the heading, kept so that old links still lead here. */
export type Heading = {
  kind: 'heading';
  level: 2 | 3 | 4;
  anchor: string;
  aliases: string[];
  children: Inline[];
  line: number;
};
export type Table = { kind: 'table'; caption: string; head: Inline[][]; rows: Inline[][][] };
export type Quote = { kind: 'quote'; by: string; cite: Cite; children: Block[] };
export type Callout = { kind: 'callout'; tone: Tone; title?: string; children: Block[]; line: number };
/** A drawing kept as SVG in `content/figures/`. `alt` says in words all that it shows. */
export type Figure = { kind: 'figure'; drawing: string; alt: string; children: Inline[]; line: number };
export type List = { kind: 'list'; ordered: boolean; start: number; items: Block[][] };
/** The place in a text where a pull-out is shown or a chart is drawn. */
export type Embed = { kind: 'embed' } & (Reference<PullOutKind> | Reference<'charts'>);
/** The place in a text where all entries of a collection are drawn together: the map of regions, the grid of agencies. */
export type Overview = { kind: 'overview'; of: 'regions' | 'agencies' };

export type Block =
  | Heading
  | { kind: 'paragraph'; children: Inline[]; line?: number }
  | List
  | Table
  | Quote
  | Callout
  | Figure
  | Embed
  | Overview;

/** The words of inline nodes without their form; citations and blanks give nothing. */
export function plainText(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      if (node.kind === 'break') return ' ';
      return 'children' in node ? plainText(node.children) : '';
    })
    .join('');
}
