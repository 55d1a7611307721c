/** The sources of a deck: in words below each slide, and listed on the last slides. */
import type { Cite } from '../prose/tree.ts';
import type { Deck, DeckSlide } from './deck-model.ts';
import { wordsOf, type DocBlock, type DocInline, type DocNote } from './document.ts';
import { setName } from '../schemas/names.ts';
import { absolute } from '../site/public-address.ts';
import { longDate } from '../tools/dates.ts';

type Closed = Pick<Deck, 'title' | 'toolkit' | 'reviewed' | 'address'>;

/** How much one slide holds, in lines that the back row reads. */
const room = { lines: 11.9, characters: 64, gap: 0.34 };
const license = 'Words and drawings: CC BY 4.0. Quotations belong to their sources.';

export const paragraphOf = (text: string): DocBlock => ({ kind: 'paragraph', children: [{ kind: 'text', text }] });
const listOf = (lines: readonly string[]): DocBlock => ({
  kind: 'list',
  ordered: false,
  start: 1,
  items: lines.map((line) => [paragraphOf(line)]),
});

/** The numbers of the notes that a value cites, each once, from the lowest. */
export function numbersIn(value: unknown): number[] {
  const all = (node: unknown): number[] => {
    if (typeof node !== 'object' || node === null) return [];
    if ('kind' in node && node.kind === 'cite') return [(node as Cite).n ?? []].flat();
    return Object.values(node).flatMap(all);
  };
  return [...new Set(all(value))].sort((a, b) => a - b);
}

/** The sources with these numbers in one line, for the foot of a slide: “Sources: 1, 3 CCYJ toolkit slides; 2 RCW 7.68.805”. */
export function sourcesInShort(
  numbers: readonly number[],
  notes: readonly DocNote[],
  inDetail = false,
): string | undefined {
  const cited = notes.flatMap(({ short, title, places }) => {
    const own = places.filter(({ n }) => numbers.includes(n));
    const where = inDetail ? own.map(({ place }) => place).filter(Boolean) : [];
    const line = [`${own.map(({ n }) => n).join(', ')} ${short ?? title}`, ...where].join(', ');
    return own.length > 0 ? [{ line, first: own[0]!.n }] : [];
  });
  const lines = cited.sort((a, b) => a.first - b.first).map(({ line }) => line);
  const one = numbers.length === 1;
  if (lines.length > 0) return `${one ? 'Source' : 'Sources'}: ${lines.join('; ')}`;
  return undefined;
}

function inWords({ title, publisher, date, warning }: DocNote, place: string): string {
  return [`${title} (${publisher}, ${date})${place ? `, ${place}` : ''}.`, warning].filter(Boolean).join(' ');
}

/** The last slides: every source, then the closing lines, on as many slides as they need. */
export function sourceSlides(notes: readonly DocNote[], close: readonly string[]): DeckSlide[] {
  const linesOf = (words: string) => Math.ceil(words.length / room.characters) + room.gap;
  const pages: DocNote[][] = [[]];
  let used = 0;
  for (const note of notes) {
    const lines = linesOf(wordsOf(sourceLine(note)));
    if (used > 0 && used + lines > room.lines) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)!.push(note);
    used += lines;
  }
  // A slide too full for the closing lines hands on its last source.
  const last = pages.at(-1)!;
  if (last.length > 1 && used + close.reduce((sum, line) => sum + linesOf(line), 0) > room.lines)
    pages.push(last.splice(-1));
  return pages.map((page, index) => {
    const closing = index === pages.length - 1 ? [...close] : [];
    return {
      id: `sources-${index + 1}`,
      title: pages.length === 1 ? 'Sources' : `Sources, ${index + 1} of ${pages.length}`,
      parts: [{ kind: 'sources', notes: page, close: closing }],
      notes: [
        paragraphOf('The numbers are those on the slides.'),
        listOf(page.flatMap((note) => note.places.map(({ n, place }) => `${n}: ${inWords(note, place)}`))),
        ...closing.map(paragraphOf),
      ],
    };
  });
}

/** The last lines of a deck: how to cite it, with its address where one is known, and the license. */
export function closingOf({ title, toolkit, reviewed, address }: Closed, base: string | undefined): string[] {
  const cite = [
    `Cite these slides: “${title}${/[.?!]$/.test(title) ? '' : '.'}” ${setName}, toolkit ${toolkit}.`,
    `Reviewed ${longDate(reviewed)}.`,
    base && absolute(base, address),
  ];
  return [cite.filter(Boolean).join(' '), license];
}

/** A source as a slide shows it, short enough for the back row: the numbers, the title, whose it is. The places stand in the notes. */
export function sourceLine({ title, publisher, date, warning, url, places }: DocNote): DocInline[] {
  const words: DocInline[] = [{ kind: 'text', text: title }];
  return [
    { kind: 'strong', children: [{ kind: 'text', text: places.map(({ n }) => n).join(', ') }] },
    { kind: 'text', text: ' ' },
    ...(url ? [{ kind: 'link' as const, href: url, children: words }] : words),
    { kind: 'text', text: [`. ${publisher}, ${date}.`, warning].filter(Boolean).join(' ') },
  ];
}
