/** The search without a page around it: a query in, an answer out. The same everywhere: on the web, in the worker, in a folder. */
import { Crisis } from './crisis.ts';
import type { CrisisData, IndexData, PageData } from './index-data.ts';
import { QueryStep, type Query } from './query.ts';
import { Ranking, type Found } from './rank.ts';
import { SmallIndex } from './small-index.ts';
import { contentWords, nameOf, wordsIn } from './words.ts';

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
  /** Words to mark. */
  words: string[];
}
/** Asks Pagefind for the pages with all of some words: addresses, and scores from 0 to 1. */
export type FullText = (words: string) => Promise<ReadonlyMap<string, number>>;
/** Pages of the full text, by what was asked: all words, or each quotation. */
type Pages = ReadonlyMap<string, number>;

/** How many further places a result names. */
const furtherPlaces = 3;
const glossary = '/glossary/';

export class Search {
  readonly index: SmallIndex;
  private readonly crisis: Crisis;
  private readonly step: QueryStep;
  private readonly ranking: Ranking;
  private readonly fullText: FullText;

  constructor(data: IndexData, fullText: FullText) {
    this.index = new SmallIndex(data);
    this.crisis = new Crisis(data.crisis);
    this.step = new QueryStep(this.index);
    this.ranking = new Ranking(this.index);
    this.fullText = fullText;
  }

  /** What is looked for. @param literal true to take every word as it was typed */
  read(text: string, literal = false): Query {
    return this.step.read(text, literal);
  }

  /** The whole answer to a query. @param literal true to take every word as it was typed */
  async ask(text: string, literal = false): Promise<Answer> {
    const query = this.read(text, literal);
    if (!this.asksFullText(query)) return this.answer(text, query);
    const wholes =
      query.quoted.length > 0 ? query.quoted.map((words) => `"${words.join(' ')}"`) : [knownWords(query).join(' ')];
    return this.answer(text, query, await Promise.all(wholes.map((words) => this.fullText(words))));
  }

  /** True where the small index does not know a page that speaks of everything, and for quotations. */
  asksFullText(query: Query): boolean {
    if (query.units.length === 0) return false;
    if (query.quoted.length > 0) return true;
    return knownWords(query).length > 1 && !this.ranking.rank(query).some(({ isWhole }) => isWhole);
  }

  /** The answer to a query as far as the small index knows it, and with what the full text has. */
  answer(text: string, query: Query, fullText: readonly Pages[] = []): Answer {
    const crisis = this.crisis.in(text, this.step.isWord);
    const merged = new Map(fullText.flatMap((pages) => [...pages]));
    const found = this.ranking.rank(query, merged).filter(({ page }) => this.isQuotedOn(page, query, fullText));
    const results = found.map((one) => this.result(one));
    const term = this.termNamed(query.corrected ?? text);
    if (term !== undefined) this.putTermFirst(results, term);
    const instead = query.meanings.find(({ typedBy, data }) => typedBy === 'harmful' && data.instead)?.data.instead;
    const format = query.meanings.find(({ data }) => data.format)?.data.format;
    const said = query.meanings.flatMap(({ data }) => data.site.slice(0, 2).flatMap(wordsIn));
    return {
      ...(crisis ? { crisis } : {}),
      ...(query.corrected ? { corrected: query.corrected } : {}),
      ...(instead ? { instead } : {}),
      ...(format ? { format } : {}),
      results,
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
    const isTerm = (heading: string) => heading.split(': ').some((part) => nameOf(part) === typed);
    const found = sections.findIndex(([page, id, heading]) => id && pages[page]!.url === glossary && isTerm(heading));
    return found < 0 ? names.find(([, name]) => nameOf(name) === typed)?.[0] : found;
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
