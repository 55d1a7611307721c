/**
 * Turns texts into the blocks of documents: links resolved, terms and suggestions spelled out; `pull-out-to-document.ts` takes pull-outs apart.
 * Pure, without a disk: the tools in the page use it too.
 */
import type { Block, Inline } from '../prose/tree.ts';
import type { Entry } from '../schemas/index.ts';
import { valueOf } from '../site/chart-words.ts';
import { hasSuggestion } from '../site/suggestions.ts';
import type { DocBlock, DocInline, DocNote, Field } from './document.ts';
import { agencyGridTitle, countiesInWords, regionsCaption, regionsTitle, type Drawn } from '../site/drawn.ts';
import type { Drawing } from './drawings.ts';
import { sourceWarnings, stageNames, suggestionLegend, toneNames } from '../schemas/names.ts';
import type { Note } from '../site/citations.ts';
import type { PageBlock, ShownPullOut } from '../site/page-blocks.ts';

/** What the text of a document needs to know of the document around it. */
export interface DocumentContext {
  /** The id of the part: `templates-memorandum-of-understanding`. */
  part: string;
  /** The color of drawings, as #rrggbb. */
  hue: string;
  /** Where a link of the text leads within this document or on the web; undefined when it leads nowhere here. */
  link(href: string): string | undefined;
  /** The drawing of a figure, a chart or the map. */
  draw(block: Extract<Block, { kind: 'figure' }> | Exclude<Drawn, { kind: 'agency-grid' }>): Drawing;
  /** What stands in the place of a pull-out that a text shows. */
  embed(block: ShownPullOut): DocBlock[];
}
type Blanks = Entry<'templates'>['blanks'];

/** A label behind words. */
export const tag = (text: string): DocInline[] => [
  { kind: 'text', text: ' ' },
  { kind: 'tag', text },
];
/** Plain words. */
export const words = (text: string): DocInline[] => [{ kind: 'text', text }];

/** The inline nodes of a document for those of a text. */
export function inlinesToDocument(
  nodes: readonly Inline[],
  context: DocumentContext,
  blanks: Blanks = {},
  written: Record<string, string> = {},
): DocInline[] {
  return nodes.flatMap((node): DocInline[] => {
    const children = () => inlinesToDocument('children' in node ? node.children : [], context, blanks, written);
    switch (node.kind) {
      case 'text':
      case 'break':
        return [node];
      case 'strong':
      case 'emphasis':
        return [{ kind: node.kind, children: children() }];
      case 'suggestion':
        return [...children(), { kind: 'suggestion' }];
      case 'link':
      case 'term': {
        const href = context.link(node.kind === 'link' ? node.href : `/glossary/#${node.id}`);
        return href ? [{ kind: 'link', href, children: children() }] : children();
      }
      case 'cite':
        return node.n === undefined ? [] : [{ kind: 'cite', n: node.n, first: node.first ?? false }];
      case 'blank':
        return [fieldOf(node.id, context.part, blanks, written)];
    }
  });
}

function fieldOf(id: string, part: string, blanks: Blanks, written: Record<string, string>): Field {
  const { label = id, size = 'line' } = blanks[id] ?? {};
  return { kind: 'field', name: `${part}.${id}`, label, size, ...(written[id] ? { value: written[id] } : {}) };
}

/** The blocks of a document for those of a composed page. */
export function blocksToDocument(blocks: readonly (PageBlock | Block)[], context: DocumentContext): DocBlock[] {
  const inline = (nodes: readonly Inline[]) => inlinesToDocument(nodes, context);
  return blocks.flatMap((block): DocBlock[] => {
    switch (block.kind) {
      case 'heading':
        return [{ kind: 'heading', level: block.level, anchor: block.anchor, children: inline(block.children) }];
      case 'paragraph':
        return [{ kind: 'paragraph', children: inline(block.children) }];
      case 'list':
        return [{ ...block, items: block.items.map((item) => blocksToDocument(item, context)) }];
      case 'table':
        return [
          {
            kind: 'table',
            caption: block.caption,
            head: block.head.map(inline),
            rows: block.rows.map((row) => row.map(inline)),
          },
        ];
      case 'quote':
        return [
          {
            kind: 'quote',
            children: blocksToDocument(block.children, context),
            by: inline([{ kind: 'text', text: block.by }, block.cite]),
          },
        ];
      case 'callout':
        return [
          {
            kind: 'callout',
            tone: block.tone,
            label: toneNames[block.tone],
            ...(block.title ? { title: block.title } : {}),
            children: blocksToDocument(block.children, context),
          },
        ];
      case 'figure':
        return [{ kind: 'figure', ...context.draw(block), alt: block.alt, caption: inline(block.children) }];
      case 'chart': {
        const { chart } = block;
        return [
          { kind: 'figure', anchor: chart.id, title: chart.title, ...context.draw(block), caption: inline(chart.note) },
          {
            kind: 'table',
            caption: chart.title,
            head: [words(chart.of), words(chart.unit)],
            rows: chart.rows.map((row) => [words(row.label), words(valueOf(row))]),
          },
        ];
      }
      case 'region-map':
        return [
          { kind: 'figure', anchor: 'region-map', ...context.draw(block), caption: words(regionsCaption) },
          {
            kind: 'table',
            caption: regionsTitle,
            head: [words('Region, as listed'), words('Counties, in the editors’ reading'), words('Note')],
            rows: block.regions.map(({ name, counties, note }) => [
              words(name),
              words(countiesInWords(counties)),
              inline(note),
            ]),
          },
        ];
      case 'agency-grid':
        return [
          { kind: 'paragraph', children: [{ kind: 'strong', children: words(agencyGridTitle) }] },
          ...block.agencies.flatMap((agency) => agencyBlocks(agency, context)),
        ];
      case 'pull-out':
        return context.embed(block);
      // Composed pages hold what these two stand for.
      case 'embed':
      case 'overview':
        return [];
    }
  });
}

function agencyBlocks(agency: Entry<'agencies'>, context: DocumentContext): DocBlock[] {
  const inline = (nodes: readonly Inline[]) => inlinesToDocument(nodes, context);
  const points = (lines: readonly Inline[][]): DocBlock[] => [
    {
      kind: 'list',
      ordered: false,
      start: 1,
      items: lines.map((line) => [{ kind: 'paragraph', children: inline(line) }]),
    },
  ];
  const about: DocInline[] = agency.about ? [{ kind: 'text', text: ' ' }, ...inline(agency.about)] : [];
  return [
    { kind: 'heading', level: 3, anchor: `grid-${agency.id}`, children: words(agency.kind) },
    {
      kind: 'paragraph',
      children: [
        { kind: 'strong', children: words('Asked of you:') },
        ...words(' '),
        ...inline(agency.asked),
        ...tag('Editors’ reading'),
        ...about,
      ],
    },
    {
      kind: 'definitions',
      items: [
        ...(['identification', 'response', 'products'] as const).map((stage) => ({
          term: stageNames[stage],
          children: points(agency[stage]),
        })),
        { term: stageNames.lead, children: [{ kind: 'paragraph', children: inline(agency.lead) }] },
      ],
    },
    ...(agency.washington ? [{ kind: 'paragraph' as const, children: inline(agency.washington) }] : []),
  ];
}

/** The notes of a part for those of its page. */
export function notesToDocument(notes: readonly Note[]): DocNote[] {
  return notes.map(({ source, places }) => ({
    title: source.title,
    ...(source.short ? { short: source.short } : {}),
    publisher: source.publisher,
    date: source.date,
    warning: sourceWarnings[source.checked],
    ...(source.address ? { url: source.address } : {}),
    places,
  }));
}

/** Blocks, and behind them what the sign of the editors’ suggestions means, where `marked` has one. */
export function withLegend(blocks: DocBlock[], marked: unknown = blocks): DocBlock[] {
  return hasSuggestion(marked) ? [...blocks, { kind: 'paragraph', children: words(suggestionLegend) }] : blocks;
}
