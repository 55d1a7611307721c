/**
 * The components that authors can write, each with its attributes and the node it becomes. This table is the whole
 * vocabulary: what is not here is an error.
 */
import { kindOf, pullOutKinds } from '../schemas/kinds.ts';
import { tones, type Block, type Cite, type Inline, type Tone } from './tree.ts';

export type Attributes = Readonly<Record<string, string>>;
/** What an attribute is: an id or a name, words (given or optional), or one of a list. */
export type Rules = Readonly<Record<string, 'name' | 'words' | 'optional words' | readonly string[]>>;

interface InlineElement {
  attributes: Rules;
  holds: 'words' | 'nothing';
  build(found: { attributes: Attributes; children: Inline[]; line: number }): Inline;
}
interface BlockElement {
  attributes: Rules;
  holds: 'blocks' | 'inlines' | 'table' | 'nothing';
  topLevel?: boolean;
  build(found: {
    attributes: Attributes;
    blocks: Block[];
    inlines: Inline[];
    table: { head: Inline[][]; rows: Inline[][][] };
    line: number;
  }): Block;
}

/** An entry of a table by a name that an author wrote; `constructor` is none. */
export function named<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function cite(attributes: Attributes, line: number): Cite {
  return { kind: 'cite', ref: 'sources', id: attributes.source ?? '', place: attributes.at ?? '', line };
}

export const inlineElements: Readonly<Record<string, InlineElement>> = {
  /** A citation: `source` is an id of sources.yaml, `at` the place in it (slide heading, section, page). */
  Cite: {
    attributes: { source: 'name', at: 'optional words' },
    holds: 'nothing',
    build: ({ attributes, line }) => cite(attributes, line),
  },
  /** A glossary term at its first use on a page. */
  Term: {
    attributes: { id: 'name' },
    holds: 'words',
    build: ({ attributes, children, line }) => ({
      kind: 'term',
      ref: 'glossary',
      id: attributes.id ?? '',
      children,
      line,
    }),
  },
  /** Words that no source supports: the editors' own suggestion, marked so. */
  Suggestion: { attributes: {}, holds: 'words', build: ({ children }) => ({ kind: 'suggestion', children }) },
  /** A place to fill in (templates only). */
  Blank: {
    attributes: { id: 'name' },
    holds: 'nothing',
    build: ({ attributes, line }) => ({ kind: 'blank', id: attributes.id ?? '', line }),
  },
};

export const blockElements: Readonly<Record<string, BlockElement>> = {
  Callout: {
    attributes: { kind: tones, title: 'optional words' },
    holds: 'blocks',
    build: ({ attributes, blocks, line }) => ({
      kind: 'callout',
      tone: attributes.kind as Tone,
      ...(attributes.title ? { title: attributes.title } : {}),
      children: blocks,
      line,
    }),
  },
  /** Somebody's words, word for word. `by` says who spoke. */
  Quote: {
    attributes: { by: 'words', source: 'name', at: 'optional words' },
    holds: 'blocks',
    build: ({ attributes, blocks, line }) => ({
      kind: 'quote',
      by: attributes.by ?? '',
      cite: cite(attributes, line),
      children: blocks,
    }),
  },
  /** A table with a caption; the first column names the row. */
  Comparison: {
    attributes: { caption: 'words' },
    holds: 'table',
    build: ({ attributes, table }) => ({ kind: 'table', caption: attributes.caption ?? '', ...table }),
  },
  /** A drawing from content/figures/. The words between the tags are its caption. */
  Figure: {
    attributes: { drawing: 'name', alt: 'words' },
    holds: 'inlines',
    build: ({ attributes, inlines, line }) => ({
      kind: 'figure',
      drawing: attributes.drawing ?? '',
      alt: attributes.alt ?? '',
      children: inlines,
      line,
    }),
  },
  /** The numbers of content/charts/<id>.yaml, drawn. */
  Chart: {
    attributes: { id: 'name' },
    holds: 'nothing',
    topLevel: true,
    build: ({ attributes, line }) => ({ kind: 'embed', ref: 'charts', id: attributes.id ?? '', line }),
  },
  /** The regions of content/regions.yaml on a map of Washington’s counties. */
  RegionMap: { attributes: {}, holds: 'nothing', topLevel: true, build: () => ({ kind: 'overview', of: 'regions' }) },
  /** The agencies of content/agencies.yaml, each with its stages. */
  AgencyGrid: { attributes: {}, holds: 'nothing', topLevel: true, build: () => ({ kind: 'overview', of: 'agencies' }) },
  ...Object.fromEntries(
    pullOutKinds.map((ref): [string, BlockElement] => [
      kindOf(ref).component,
      {
        attributes: { id: 'name' },
        holds: 'nothing',
        topLevel: true,
        build: ({ attributes, line }) => ({ kind: 'embed', ref, id: attributes.id ?? '', line }),
      },
    ]),
  ),
};
