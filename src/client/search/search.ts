/** The search without a page around it: a query in, an answer out. The same everywhere: on the web, in the worker, in a folder. */
import { Crisis } from './crisis.ts';
import type { CrisisData, IndexData, PageData } from './index-data.ts';
import { QueryStep, type Query } from './query.ts';
import { Ranking, type Found } from './rank.ts';
import { SmallIndex } from './small-index.ts';
import { contentWords, isNamed, nameOf, wordsIn } from './words.ts';

export interface PlaceFound {
  /** From the root of the site: `/toolkits/chair/#judges`. */
  url: string;
  /** Empty for a page's top. */
  heading: string;
}
export interface Result {
  page: PageData;
  /** The place that answers best. */
  best: PlaceFound;
  /** Further places on the page. */
  more: PlaceFound[];
  /** True for the meaning of a term that was typed alone. */
  isTerm: boolean;
}
export interface Answer {
  /** Words of crisis were typed. */
  crisis?: CrisisData;
  /** What was searched for, when that is not what was typed. */
  corrected?: string;
  /** What to say instead of a harmful word that was typed. */
  instead?: string;
  /** The format of a file that was asked for: `docx`. */
  format?: string;
  results: Result[];
  /** True where the full text may know more: no page is known to speak of everything, or more pages may hold a quotation. */
  isPart: boolean;
  /** Words to mark. */
  words: string[];
}
/** Asks Pagefind for the pages with all of some words: addresses, and scores from 0 to 1. */
export type FullText = (words: string) => Promise<ReadonlyMap<string, number>>;
/** Whether some words stand one after another in a text of Pagefind's, by its file. */
export type HoldsPhrase = (file: string, words: readonly string[]) => Promise<boolean>;
/** Pages of the full text, by what was asked: all words, or each quotation. */
type Pages = ReadonlyMap<string, number>;

/** How many further places a result names. */
const furtherPlaces = 3;
/** So many KB of texts are read for an answer, so that a first search stays within 100 KB, and for so many results. */
export const mostRead = 20;
export const mostTexts = 3;

/** The first pages whose texts an answer may read. */
export function readable(pages: readonly PageData[]): PageData[] {
  const found: PageData[] = [];
  let left = mostRead;
  for (const page of pages) {
    if (page.size > left) continue;
    found.push(page);
    left -= page.size;
  }
  return found;
}
/** So many pages may hold a quotation; all others are left to Pagefind. */
const likeliest = 12;
const glossary = '/glossary/';

export class Search {
  readonly index: SmallIndex;
  private readonly crisis: Crisis;
  private readonly step: QueryStep;
  private readonly ranking: Ranking;
  private readonly fullText: FullText;
  private readonly holdsPhrase: HoldsPhrase;

  constructor(data: IndexData, fullText: FullText, holdsPhrase: HoldsPhrase) {
    this.index = new SmallIndex(data);
    this.crisis = new Crisis(data.crisis);
    this.step = new QueryStep(this.index);
    this.ranking = new Ranking(this.index);
    this.fullText = fullText;
    this.holdsPhrase = holdsPhrase;
  }

  /** What is looked for. @param literal true to take every word as it was typed */
  read(text: string, literal = false): Query {
    return this.step.read(text, literal);
  }

  /** The answer that is shown first. @param literal true to take every word as it was typed */
  async ask(text: string, literal = false): Promise<Answer> {
    const query = this.read(text, literal);
    if (query.quoted.length === 0) return this.answer(text, query);
    const read = await this.quotedIn(query);
    // A quotation that none of the likeliest pages holds is looked for everywhere.
    return read.every(({ size }) => size > 0) ? this.answer(text, query, read) : this.askFullText(text, literal);
  }

  /** The answer with what Pagefind finds in all texts: a reader asks for it, for its engine weighs as much as a first search. */
  async askFullText(text: string, literal = false): Promise<Answer> {
    const query = this.read(text, literal);
    const known = knownWords(query).join(' ');
    const wholes = query.quoted.length > 0 ? query.quoted.map((words) => `"${words.join(' ')}"`) : known ? [known] : [];
    const found = await Promise.all(wholes.map((words) => this.fullText(words)));
    return { ...this.answer(text, query, found), isPart: false };
  }

  /** For each quotation the pages that hold it, of those that answer best. */
  private async quotedIn(query: Query): Promise<Pages[]> {
    const quoted = query.quoted.map(() => new Map<string, number>());
    const likely = this.ranking.rank(query).slice(0, likeliest);
    let holding = 0;
    for (const { url, text } of readable(likely.map(({ page }) => this.index.data.pages[page]!))) {
      const holds = await Promise.all(query.quoted.map((words) => this.holdsPhrase(text, words)));
      holds.forEach((does, place) => does && quoted[place]!.set(url, 1));
      if (holds.every(Boolean) && ++holding === mostTexts) break;
    }
    return quoted;
  }

  /** The answer to a query as far as the small index knows it, and with what the full text has. */
  answer(text: string, query: Query, fullText: readonly Pages[] = []): Answer {
    const crisis = this.crisis.in(text, this.step.isWord);
    const merged = new Map(fullText.flatMap((pages) => [...pages]));
    const found = this.ranking.rank(query, merged).filter(({ page }) => this.isQuotedOn(page, query, fullText));
    const results = found.map((one) => this.result(one));
    const isPart = query.quoted.length > 0 || (knownWords(query).length > 1 && !found.some(({ isWhole }) => isWhole));
    const term = this.termNamed(query.corrected ?? text);
    if (term !== undefined) this.putTermFirst(results, term);
    const instead = query.meanings.find(({ typedBy, data }) => typedBy === 'harmful' && data.instead)?.data.instead;
    const format = query.meanings.find(({ data }) => data.format)?.data.format;
    // Who types a word of the site wants that word, and no other way to say it.
    const others = query.meanings.filter(({ typedBy }) => typedBy !== 'site');
    const said = others.flatMap(({ data }) => data.site.slice(0, 2).flatMap(wordsIn));
    return {
      ...(crisis ? { crisis } : {}),
      ...(query.corrected ? { corrected: query.corrected } : {}),
      ...(instead ? { instead } : {}),
      ...(format ? { format } : {}),
      results,
      isPart: isPart && query.units.length > 0,
      words: [...new Set(contentWords([...wordsIn(query.corrected ?? text), ...said]))],
    };
  }

  /** Whether every quotation stands on a page: in its text, or in one of its headings, whatever joins the words there. */
  private isQuotedOn(page: number, { quoted }: Query, fullText: readonly Pages[]): boolean {
    const { pages, sections } = this.index.data;
    const { url, title } = pages[page]!;
    return quoted.every((words, place) => {
      const phrase = ` ${words.join(' ')} `;
      const says = (heading: string) => ` ${wordsIn(heading).join(' ')} `.includes(phrase);
      return (
        fullText[place]?.has(url) ||
        says(title) ||
        sections.some(([owner, , heading]) => owner === page && says(heading))
      );
    });
  }

  private result({ page: number, sections }: Found): Result {
    const page = this.index.data.pages[number]!;
    const [best, ...more] = sections.slice(0, furtherPlaces + 1).map((section) => this.place(section));
    return { page, best: best!, more: more.filter(({ heading }) => heading), isTerm: false };
  }

  private place(section: number): PlaceFound {
    const [page, id, heading] = this.index.data.sections[section]!;
    return { url: this.index.data.pages[page]!.url + (id && `#${id}`), heading };
  }

  /** The section of the term whose letters or words were typed, and nothing else. */
  private termNamed(text: string): number | undefined {
    const typed = nameOf(text);
    const { sections, pages, names } = this.index.data;
    const isTerm = (heading: string) => heading.split(': ').some((part) => isNamed(part, typed));
    const terms = pages.findIndex(({ url }) => url === glossary);
    const found = sections.findIndex((one) => one[0] === terms && one[1] && isTerm(one[2]));
    return found < 0 ? names.find(([, name]) => isNamed(name, typed))?.[0] : found;
  }

  private putTermFirst(results: Result[], term: number): void {
    const best = this.place(term);
    const place = results.findIndex(({ page: { url } }) => url === glossary);
    if (place >= 0) results.splice(place, 1);
    const page = this.index.data.pages[this.index.data.sections[term]![0]]!;
    results.unshift({ page, best, more: [], isTerm: true });
  }
}

/** The words of a query that stand on the site. */
const knownWords = (query: Query): string[] =>
  query.units.filter(({ isOnSite }) => isOnSite).flatMap(({ words }) => contentWords(words));
