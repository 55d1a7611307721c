/** A document as the template reads it, and the places to write in. */
import { renderSVG } from 'uqr';
import { label, type DocBlock, type DocNote, type Document, type Part } from '../../documents/document.ts';
import { aboutDraft, aboutTheWording, draftIn, sentBlocks, type DraftPart } from '../../documents/draft.ts';
import { hueOf } from '../../documents/drawings.ts';
import { atBlock } from '../writer.ts';
import { layBlock } from './blocks.ts';
import { noteMarker } from './citations.ts';
import { Fields, type FormField } from './fields.ts';
import { isWide } from './fill-in.ts';
import { lineOf } from './inlines.ts';
import { depths, labelsOf, titlesOf, type Place, type TypstBlock } from './place.ts';
import { placeMarker } from './references.ts';
import { codeInWords, draftOf, publishedAs, reviewedOn, words } from '../words.ts';
import { setName } from '../../schemas/names.ts';

export interface Layout {
  /** For `document.typ`, as JSON: the document or, of the whole set, volumes to be bound. */
  volumes: string[];
  /** The cover of the whole set and its contents, when the page of each part is known by its id. */
  front?: (pages: ReadonlyMap<string, number>) => string;
  fields: FormField[];
  /** The titles of the document, by their labels. */
  titles: ReadonlyMap<string, string>;
}

/** @throws Error naming the content file and the block (counted from the introduction on) that cannot be laid out */
export function layOut(document: Document): Layout {
  const fields = new Fields();
  const labels = labelsOf(document);
  const whole = document.parts.length > 1 && !document.toolkit;
  const numbers = whole ? numbersOf(document.parts) : [];
  const parts = document.parts.map((part, index) => ({
    // Under the title of a whole set, which is the one heading of the first level, all stand one level deeper.
    ...layPart(whole ? { ...part, level: part.level + 1 } : part, document, fields, labels),
    number: numbers[index] ?? '',
  }));
  const { title, promise, kicker, url, version } = document;
  const cover =
    document.parts.length > 1
      ? {
          about: [
            whole ? words.aboutSet : words.aboutToolkit,
            words.howToUse,
            ...(version ? [publishedAs(version)] : []),
          ],
          mark: markOf(document),
        }
      : null;
  const written = (own: Record<string, unknown>): string =>
    JSON.stringify({
      author: setName,
      title,
      promise,
      kicker,
      hue: hueOf(document.toolkit),
      reviewed: reviewedOn(document.reviewed),
      ...online(url),
      whole,
      cover: null,
      contents: null,
      parts: [],
      ...own,
      words,
    });
  const titles = titlesOf(document);
  if (!whole) return { volumes: [written({ cover, parts })], fields: fields.all, titles };
  return {
    volumes: volumesOf(parts).map((volume) => written({ parts: volume })),
    front: (pages) => written({ cover, contents: contentsOf(parts, pages) }),
    fields: fields.all,
    titles,
  };
}

/** After so many characters a volume is full: what Typst remembers of a document grows faster than the document. */
const full = 200_000;

/** Parts in volumes. Each begins with a toolkit, or with a text behind them. */
function volumesOf(parts: readonly LaidPart[]): LaidPart[][] {
  const volumes: LaidPart[][] = [];
  let size = Infinity;
  for (const part of parts) {
    if (part.level === 2 && size > full) {
      volumes.push([]);
      size = 0;
    }
    volumes.at(-1)!.push(part);
    size += JSON.stringify(part).length;
  }
  return volumes;
}

/** The contents of the whole set. Under its title toolkits are of the second level. */
function contentsOf(
  parts: readonly (LaidPart & { number: string })[],
  pages: ReadonlyMap<string, number>,
): Record<string, unknown>[] {
  return parts.map(({ id, number, title, kicker, level }) => ({
    number,
    title,
    kicker,
    level: level - 1,
    to: placeMarker(id),
    page: String(pages.get(id) ?? ''),
  }));
}

/** Toolkits count 1, 2, 3; what stands behind one 1.1, 1.2; the texts that follow them A, B, C. */
function numbersOf(parts: readonly Part[]): string[] {
  let [first, second] = [0, 0];
  let letter = 'A'.charCodeAt(0);
  return parts.map(({ type, level }) => {
    if (level === 2) return `${first}.${(second += 1)}`;
    second = 0;
    return type === 'library' || type === 'glossary' ? String.fromCharCode(letter++) : String((first += 1));
  });
}

/** A part at its depth in the outline of the document. */
type PlacedPart = Omit<Part, 'level'> & { level: number };
/** A part as the template reads it. */
interface LaidPart extends Pick<PlacedPart, 'id' | 'level' | 'kicker' | 'title'> {
  [key: string]: unknown;
}

function layPart(part: PlacedPart, document: Document, fields: Fields, labels: ReadonlySet<string>): LaidPart {
  const place: Place = { part, fields, labels, depthOf: depths(part.level) };
  const lay = (blocks: readonly DocBlock[], first = 0): TypstBlock[] =>
    blocks.map((block, index) => {
      try {
        return layBlock(block, place);
      } catch (error) {
        throw atBlock(part.file, first + index, block.kind, error);
      }
    });
  const draft = draftIn(document);
  // The page of a toolkit opens its document: its title stands on the cover.
  const titled = !(document.toolkit && document.parts.length > 1 && part.id === document.parts[0]!.id);
  return {
    id: part.id,
    level: part.level,
    prose: ['toolkits', 'library', 'glossary'].includes(part.type),
    kicker: part.kicker,
    title: part.title,
    promise: part.promise,
    titled,
    hue: hueOf(part.toolkit),
    reviewed: reviewedOn(part.reviewed),
    ...online(part.url),
    wide: part.blocks.some(isWide),
    ...(draft ? layDraft(draft, document.drafted, place, lay) : { draft: null, ...layText(part, lay) }),
    notes: part.notes.map((note) => layNote(note, part, labels)),
    depth: part.level + 1,
  };
}

type Lay = (blocks: readonly DocBlock[], first?: number) => TypstBlock[];
const isGuidance = ({ kind }: { kind: string }) => kind === 'guidance';

function layText(part: Pick<Part, 'intro' | 'blocks'>, lay: Lay): Record<string, TypstBlock[]> {
  const all = lay([...part.intro, ...part.blocks]);
  return { blocks: all.filter((block) => !isGuidance(block)), guidance: all.filter(isGuidance) };
}

/** A template on its own: the document with its own title, and what stands on the pages about it. */
function layDraft(part: DraftPart, drafted: string | undefined, place: Place, lay: Lay): Record<string, unknown> {
  const { sources, optional } = aboutTheWording(part);
  const heading = lineOf(part.heading, place);
  const blocks = lay(sentBlocks(part), part.intro.length);
  const about = lay([...part.intro, ...optional, ...sources]);
  const guidance = lay(part.blocks.filter(isGuidance));
  return {
    draft: { heading, day: drafted ? draftOf(drafted) : '', title: aboutDraft, about },
    blocks,
    guidance,
    annexed: about.length + guidance.length + part.notes.length > 0,
  };
}

/** The number of a place that the text cites leads back to it. */
function layNote(
  { title, publisher, date, warning, url = '', places }: DocNote,
  part: Pick<Part, 'id'>,
  labels: ReadonlySet<string>,
): Record<string, unknown> {
  return {
    title,
    publisher,
    date,
    warning,
    url,
    places: places.map(({ n, place }) => ({
      n,
      place,
      marker: labels.has(label(part, `cite-${n}`)) ? noteMarker(part, n) : '',
    })),
  };
}

/** The address of the page and its code, when the address is known. */
function online(url: string | undefined): Record<string, unknown> {
  return url ? { url, code: { svg: renderSVG(url, { border: 2 }), alt: codeInWords(url) } } : { url: '', code: null };
}

function markOf({ mark }: Document): string {
  return mark
    ? `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96"><path d="${mark}" fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/></svg>`
    : '';
}
