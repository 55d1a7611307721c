/** Writes the small index of a built site (see `src/client/search/index-data.ts`) from Pagefind's texts and the content. */
import {
  typists,
  type CrisisData,
  type EverydayData,
  type IndexData,
  type MeaningData,
  type PageData,
} from '../../src/client/search/index-data.ts';
import { plainPhrase } from '../../src/client/search/phrases.ts';
import { nameOf, stem, wordsIn } from '../../src/client/search/words.ts';
import { firstOf, formsOf, pack, type Posting } from '../../src/client/search/postings.ts';
import { fold } from '../../src/client/search/word-list.ts';
import type { Site } from '../../src/schemas/index.ts';
import { numbersOf } from '../../src/site/help-numbers.ts';
import type { Download } from '../../src/site/downloads.ts';
import { attribute, elementsOf, readText } from '../html.ts';
import { sectionsOf, type PageText } from './texts.ts';
import { weighWords, type Field, type Place, type Weighed } from './weigh.ts';

/** How much a word tells that stands in one of these. */
const weightOf = { title: 7, heading: 6, alias: 5, promise: 4, repeated: 4, type: 3 };
/** Pages that support the others come after them. */
const supporting: [path: RegExp, weight: number][] = [
  [/^\/sources\//, 0.75],
  [/^\/(packet\/|downloads\/|pull-outs\/|my-task-force\/)?$/, 0.75],
  [/^\/about\//, 0.9],
  [/^\/library\//, 0.93],
];

export interface Everything {
  /** The folder of the built site. */
  folder: string;
  site: Site;
  downloads: readonly Download[];
  texts: readonly PageText[];
}

export function smallIndex({ folder, site, downloads, texts }: Everything): IndexData {
  const formats = [...new Set(downloads.map(({ format }) => format))];
  // A pull-out within a toolkit has a page of its own, which comes first.
  const titles = new Set(texts.map(({ meta }) => nameOf(meta.title ?? '')));
  const sections: IndexData['sections'] = [];
  const places: Place[] = [];
  const names: IndexData['names'] = [];
  const pages = texts.map((text, page): PageData => {
    const promise = promiseOf(readText(folder, `${text.url.slice(1)}index.html`));
    const { title = '', type = '' } = text.meta;
    sectionsOf(text).forEach(({ id, heading, text: words }, number) => {
      sections.push([page, id, heading]);
      const fields: Field[] =
        number === 0
          ? [
              { text: title, weight: weightOf.title },
              { text: promise, weight: weightOf.promise },
              { text: type, weight: weightOf.type },
            ]
          : [{ text: heading, weight: titles.has(nameOf(heading)) ? weightOf.repeated : weightOf.heading }];
      const also = text.url === '/glossary/' ? (site.glossary[id]?.also ?? []) : [];
      fields.push(...also.map((name) => ({ text: name, weight: weightOf.alias })));
      // A name with capitals is a name of its own, and not a hint.
      for (const name of also) if (/\p{Lu}/u.test(name)) names.push([sections.length - 1, name]);
      places.push({ fields, text: words });
    });
    const files = filesOf(
      downloads.filter(({ address }) => address === text.url),
      formats,
    );
    const weight = supporting.find(([path]) => path.test(text.url))?.[1];
    return {
      url: text.url,
      title,
      type,
      promise,
      text: text.file.replace(/\.pf_fragment$/, ''),
      size: Math.ceil(text.bytes / 1000),
      ...(files ? { files } : {}),
      ...(weight ? { weight } : {}),
      ...(text.url === '/glossary/' ? { apart: true } : {}),
    };
  });
  return {
    pages,
    sections,
    ...packWords(weighWords(places)),
    names,
    everyday: packEveryday(everydayWords(site)),
    crisis: crisisNeeds(site),
    formats,
  };
}

/** The downloads of a page. They have one name, and differ by their extension. */
function filesOf(downloads: readonly Download[], formats: readonly string[]): PageData['files'] {
  const [first] = downloads;
  if (!first) return undefined;
  const name = first.file.slice(0, -first.format.length - 1);
  return [
    name,
    ...downloads
      .filter(({ file, format }) => file === `${name}.${format}`)
      .map(({ format }) => formats.indexOf(format)),
  ];
}

/** Words and where they stand, in few bytes. */
export function packWords({ words, stems }: Weighed): Pick<IndexData, 'words' | 'forms' | 'places' | 'counts'> {
  const forms = formsOf(words.map(stem));
  const firsts = words.flatMap((_, number) => (firstOf(number, forms) === number ? [number] : []));
  const byWord = words.map((): Posting[] => []);
  firsts.forEach((number, place) => (byWord[number] = stems[place]!.places));
  return {
    words: fold(words),
    forms,
    places: pack(byWord),
    counts: Object.fromEntries(
      stems.flatMap(({ places: { length }, count }, place) => (count > length ? [[firsts[place]!, count]] : [])),
    ),
  };
}

/** Words that mean one thing, by who types them. */
export type EverydayWords = MeaningData & Partial<Record<(typeof typists)[number], string[]>>;

export function packEveryday(all: readonly EverydayWords[]): EverydayData {
  const line = (words: EverydayWords): string =>
    typists.map((typist) => (words[typist] ?? []).map((phrase) => `|${phrase}`).join('')).join('\t');
  return {
    phrases: all.map(line).join('\n'),
    more: Object.fromEntries(
      all.flatMap(({ site: _, readers: __, harmful: ___, ...more }, number) =>
        Object.keys(more).length > 0 ? [[number, more]] : [],
      ),
    ),
  };
}

/** What a page says of itself in one sentence. */
function promiseOf(html: string): string {
  // It stands in the head: the body need not be read.
  const meta = [...elementsOf(html.slice(0, html.indexOf('<body')))].find(
    (element) => attribute(element, 'name') === 'description',
  );
  return (meta && attribute(meta, 'content')) ?? '';
}

/** The list of everyday words; the letters and the words of the glossary's acronyms find each other, too. */
function everydayWords(site: Site): EverydayWords[] {
  const acronyms = Object.values(site.glossary).flatMap(({ term, expansion }) =>
    expansion ? [{ site: [term, expansion], readers: [] }] : [],
  );
  return [
    ...Object.values(site.everyday).map(({ id: _, spanish, readers, harmful, leads, instead, format, site: said }) => ({
      site: said.map(plainly),
      readers: [...readers, ...spanish].map(plainly),
      ...(harmful.length > 0 ? { harmful: harmful.map(plainly) } : {}),
      ...(instead ? { instead } : {}),
      ...(leads.length > 0 ? { leads: leads.map(addressOf) } : {}),
      ...(format ? { format } : {}),
    })),
    ...acronyms,
  ];
}
/** As the search reads it, so that the page has less to do: lower case, no accents. */
const plainly = (phrase: string): string => wordsIn(phrase).join(' ');
const addressOf = (lead: string): string => `/${lead.replace(/(#.*)?$/, '/$1')}`;

/** The needs of a crisis, each with the first number of its section of the help page and the numbers at the page's top. */
function crisisNeeds(site: Site): CrisisData[] {
  const numbers = numbersOf(site.pages['help']!.body);
  return Object.values(site.crisis).map(({ title, section, phrases, spanish, alone }) => {
    const own = section ? numbers.get(section)!.slice(0, 1) : [];
    const call = [...own, ...numbers.get('')!.filter(({ href }) => href !== own[0]?.href)];
    return {
      title,
      url: section ? `/help/#${section}` : '/help/',
      call,
      phrases: [...phrases, ...spanish].map(plainPhrase),
      alone: alone.map(plainPhrase),
    };
  });
}
