/**
 * Slide decks for trainers: the slides somebody wrote for a toolkit between a first one with its title and last ones with the
 * sources. Citations are numbered across the deck. Pure: the same publication gives the same deck.
 */
import type { Inline } from '../prose/tree.ts';
import { collections, type Entry } from '../schemas/index.ts';
import { toolkitFile } from '../site/file-names.ts';
import { longDate } from '../tools/dates.ts';
import type { Deck, DeckPart, DeckSlide } from './deck-model.ts';
import { activityTag, said, type Shown } from './deck-notes.ts';
import { closingOf, numbersIn, paragraphOf, sourcesInShort, sourceSlides } from './deck-sources.ts';
import type { DocInline } from './document.ts';
import { hueOf } from './drawings.ts';
import { setName, suggestionTag } from '../schemas/names.ts';
import { projected } from './projected.ts';
import type { Publication } from './site-documents.ts';
import { inlinesToDocument, notesToDocument, type DocumentContext } from './to-document.ts';
import { drawings as marks } from '../site/toolkit-marks.ts';
import { composeProsePage } from '../site/page.ts';
import { numberCites } from '../site/citations.ts';
import { absolute } from '../site/public-address.ts';

/** The deck of a toolkit that has slides. @throws Error naming the slide when two slides share a title */
export function composeDeck(publication: Publication, id: string): Deck {
  const { site } = publication;
  const file = `content/slides/${id}.yaml`;
  const entry = site.slides[id]!;
  const toolkit = site.toolkits[id]!;
  const context = contextOf(publication, id);
  // In the order in which a trainer meets them: the slide, then the notes below it.
  const inOrder = entry.slides.map(({ statement, points, draw, compare, chart, notes, trainer }): Shown => ({
    statement,
    points,
    draw,
    compare,
    chart: chart && site.charts[chart.id],
    notes,
    trainer,
  }));
  const { value: shown, notes: sources } = numberCites(site, inOrder);
  const notes = notesToDocument(sources);
  // The page around a text adds two sections that slides lead to.
  const headings = new Map([
    ['in-short', 'In short'],
    ['pull-out-and-use', 'Pull out and use'],
    ...composeProsePage(site, 'toolkits', id).toc.map(({ anchor, text }): [string, string] => [anchor, text]),
  ]);

  const written = entry.slides.map(({ id: slide, title, section, suggestion, activity }, index): DeckSlide => {
    const own = shown[index]!;
    const { notes: _said, trainer: _known, ...seen } = own;
    const tags = [...(activity ? [activityTag(activity)] : []), ...(suggestion ? [suggestionTag] : [])];
    const [foot, detail] = [sourcesInShort(numbersIn(seen), notes), sourcesInShort(numbersIn(own), notes, true)];
    const place = section && (headings.get(section) ?? toolkit.title);
    const href = section && context.link(`#${section}`);
    // Words name only an address that works anywhere.
    const named = href && isPublic(publication.url) ? `, ${href}` : '';
    return {
      id: slide,
      title,
      ...(tags.length > 0 ? { tag: tags.join(' · ') } : {}),
      ...(place ? { section: { anchor: section!, title: place, ...(href ? { href } : {}) } } : {}),
      parts: partsOf(own, context, hueOf(toolkit.number)),
      ...(foot ? { sources: foot } : {}),
      notes: [
        ...said(own, context),
        ...(suggestion ? [paragraphOf('What this slide shows is the editors’ suggestion.')] : []),
        ...(place ? [paragraphOf(`In the toolkit: “${place}”${named}.`)] : []),
        ...(detail ? [paragraphOf(`${detail}.`)] : []),
      ],
    };
  });
  const cover: DeckSlide = {
    id: 'cover',
    title: toolkit.title,
    parts: [
      {
        kind: 'cover',
        kicker: `${setName} · Toolkit ${toolkit.number}`,
        promise: toolkit.promise,
        lines: ['For trainers', `Reviewed ${longDate(entry.reviewed)}`],
      },
    ],
    notes: [
      paragraphOf(`${entry.promise} The slides are short on purpose: what to say stands in the notes.`),
      paragraphOf(
        'Small numbers on the slides lead to the sources at the end. What no source supports is marked as the editors’ suggestion.',
      ),
    ],
  };
  const about = {
    title: entry.title,
    toolkit: toolkit.number,
    reviewed: entry.reviewed,
    address: collections.toolkits.address(id),
  };
  const base = isPublic(publication.url) ? publication.url : undefined;
  const slides = [cover, ...written, ...sourceSlides(notes, closingOf(about, base))];
  slides.forEach(({ id: slide, title }, index) => {
    const other = slides.slice(0, index).find((before) => before.title === title);
    if (other)
      throw new Error(
        `${file}, slide \`${slide}\`: the title “${title}” is taken by slide \`${other.id}\`. Give each slide a title of its own.`,
      );
  });
  return {
    file,
    title: toolkit.title,
    promise: entry.promise,
    toolkit: toolkit.number,
    address: collections.toolkits.address(id),
    name: toolkitFile(toolkit),
    hue: hueOf(toolkit.number),
    mark: marks[toolkit.mark],
    reviewed: entry.reviewed,
    slides,
  };
}

function partsOf(
  { statement, points, draw, compare, chart }: Shown,
  context: DocumentContext,
  hue: string,
): DeckPart[] {
  const inline = (nodes: readonly Inline[]) => inlinesToDocument(nodes, context);
  return [
    ...(statement ? [{ kind: 'statement' as const, children: inline(statement) }] : []),
    ...(points
      ? [{ kind: 'points' as const, points: points.map(inline), ...(draw && draw !== 'change' ? { look: draw } : {}) }]
      : []),
    ...(compare
      ? [
          {
            kind: 'compare' as const,
            ...(draw === 'change' ? { look: draw } : {}),
            columns: compare.map((column) => ({ title: column.title, points: column.points.map(inline) })),
          },
        ]
      : []),
    ...(chart ? [{ kind: 'chart' as const, chart, drawing: projected(chart, hue), caption: captionOf(chart) }] : []),
  ];
}

/** Bars have no axis to name what they count. */
function captionOf({ kind, title, unit, note }: Entry<'charts'>): DocInline[] {
  return [
    { kind: 'text', text: kind === 'bars' ? `${title}. ${unit}.` : `${title}.` },
    ...numbersIn(note).map((n): DocInline => ({ kind: 'cite', n, first: false })),
  ];
}

const isPublic = (url: string | undefined): boolean => /^https?:/.test(url ?? '');

/** Links lead to the web, or (`/`) within the site: a deck alone leads nowhere else. Terms are explained on the site, not on slides. */
function contextOf({ url }: Publication, id: string): DocumentContext {
  return {
    part: `slides-${id}`,
    hue: hueOf(undefined),
    link(href) {
      if (/^[a-z]+:/i.test(href)) return href;
      if (!url || href.startsWith('/glossary/')) return undefined;
      return absolute(url, (href.startsWith('#') ? collections.toolkits.address(id) : '') + href);
    },
    draw: ({ kind }) => {
      throw new Error(
        `content/slides/${id}.yaml: a ${kind} cannot stand in the notes of a slide. Write paragraphs and lists.`,
      );
    },
    embed: () => [],
  };
}
