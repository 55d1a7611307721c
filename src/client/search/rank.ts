/** Which pages answer a query best, and where on them. */
import type { MeaningData } from './index-data.ts';
import type { Query, Unit } from './query.ts';
import type { SmallIndex } from './small-index.ts';
import { contentWords, isNamed, stem, wordsIn } from './words.ts';

export interface Found {
  page: number;
  score: number;
  /** The sections that answer, the best first; a page's top is one of them. */
  sections: number[];
  /** True when the page speaks of everything that is looked for. */
  isWhole: boolean;
}

/** What counts how much. Tuned on the tune part of the judged set and on nothing else. */
export const weights = {
  /** Everything the page says, everything one section says, how much there is of it. */
  page: 1.1,
  section: 1,
  spread: 0.13,
  /** The heading that matches best, the title of the page around it. */
  heading: 0.48,
  title: 0.8,
  /** A heading that is the very words, or the one word. */
  exact: 4,
  exactWord: 1.2,
  around: 0.2,
  /** From which share on a section is about something: then its heading may match by another word. */
  about: 0.48,
  /** How much a heading loses that says more than what is looked for, and a page that speaks of a part of it: powers of the share. */
  brevity: 0.3,
  whole: 0.21,
  /** A place that everyday words name, and each one after it; a page that has the format that was asked for. */
  lead: 1.2,
  later: 0.85,
  leadPlace: 0.7,
  format: 0.4,
  /** So few pages with a format are named where nothing else was typed. */
  fewFiles: 12,
  /** Pagefind's score. */
  fullText: 0.24,
};

interface Candidate extends Found {
  ranked: [section: number, score: number][];
  covered: number;
}

export class Ranking {
  private readonly index: SmallIndex;
  private readonly headings = new Map<number, string[]>();
  /** The number of each page's top. */
  private readonly tops: number[] = [];
  private readonly pageNumbers: ReadonlyMap<string, number>;

  constructor(index: SmallIndex) {
    this.index = index;
    const { sections } = index.data;
    // Not taken apart: thousands of times, that takes longer than all else.
    for (let section = 0; section < sections.length; section++) this.tops[sections[section]![0]] ??= section;
    this.pageNumbers = new Map(index.data.pages.map(({ url }, page) => [url, page]));
  }

  /** Pages for a query, the best first. @param fullText what Pagefind found: addresses of pages and scores from 0 to 1 */
  rank(query: Query, fullText: ReadonlyMap<string, number> = new Map()): Found[] {
    const { pages } = this.index.data;
    const unknown = query.unknown.length * Math.log(this.index.data.sections.length);
    const total = query.units.reduce((sum, { weight }) => sum + weight, unknown);
    const found = new Map<number, Candidate>();
    const at = (page: number): Candidate => {
      if (!found.has(page)) found.set(page, { page, score: 0, sections: [], isWhole: false, ranked: [], covered: 0 });
      return found.get(page)!;
    };
    for (const [page, sections] of this.sectionsByPage(query.units)) this.weigh(at(page), sections, query.units, total);
    for (const [url, share] of fullText) at(this.pageNumbers.get(url)!).score += share * weights.fullText;
    if (query.name) this.putExactFirst(query, at);
    const isOfFiles = query.units.every(({ meanings }) => meanings.some(({ data }) => data.format));
    for (const meaning of query.meanings) {
      const unit = query.units.find(({ meanings }) => meanings.includes(meaning));
      this.addMeaning(meaning.data, unit ? unit.weight / total : isOfFiles ? 1 : 0, found, at, isOfFiles);
    }
    for (const one of found.values()) {
      one.score *= pages[one.page]!.weight ?? 1;
      one.sections = one.ranked.map(([section]) => section);
      if (one.sections.length === 0) one.sections.push(this.tops[one.page]!);
    }
    return [...found.values()].sort((a, b) => b.score - a.score || a.page - b.page);
  }

  /** The sections that speak of any unit, by page. */
  private sectionsByPage(units: readonly Unit[]): Map<number, Set<number>> {
    const byPage = new Map<number, Set<number>>();
    for (const { places } of units)
      for (const section of places.keys()) {
        const [page] = this.index.data.sections[section]!;
        if (!byPage.has(page)) byPage.set(page, new Set());
        byPage.get(page)!.add(section);
      }
    return byPage;
  }

  /** Scores a page by what it says, and its sections among each other. */
  private weigh(one: Candidate, sections: ReadonlySet<number>, units: readonly Unit[], total: number): void {
    const top = this.tops[one.page]!;
    const shareOf = (section: number) =>
      units.reduce((sum, { places, weight }) => sum + (places.get(section) ?? 0) * weight, 0) / total;
    const isApart = this.index.data.pages[one.page]!.apart;
    one.ranked = [...sections].map((section): [number, number] => {
      const heading = this.overlap(section, units, total) * (section === top ? weights.title : weights.heading);
      return [section, shareOf(section) * weights.section + heading];
    });
    one.ranked.sort(([a, x], [b, y]) => y - x || a - b);
    const best = one.ranked[0]!;
    // What stands on the glossary's page under one term says nothing of another.
    const together = isApart ? [best[0]] : [...sections];
    let said = 0;
    for (const { places, weight } of units) {
      const share = Math.max(...together.map((section) => places.get(section) ?? 0));
      said += (share * weight) / total;
      if (share > 0) one.covered += weight / total;
    }
    const title = best[0] === top ? 0 : this.overlap(top, units, total) * weights.around;
    const all = isApart ? 0 : Math.log1p([...sections].reduce((sum, section) => sum + shareOf(section), 0));
    one.isWhole = one.covered > 0.999;
    one.score += (said * weights.page + best[1] + title + all * weights.spread) * one.covered ** weights.whole;
  }

  /** A heading that is the very words is what is looked for. “1. Parties” is found by its number and without it. */
  private putExactFirst({ name }: Query, at: (page: number) => Candidate): void {
    const { sections, pages } = this.index.data;
    const isSeen = new Set<number>();
    sections.forEach((one, section) => {
      const page = one[0];
      const heading = one[2] || pages[page]!.title;
      if (!isNamed(heading, name) && !(isNumbered(heading) && isNamed(heading.replace(number, ''), name))) return;
      if (isSeen.has(page)) return;
      isSeen.add(page);
      const candidate = at(page);
      candidate.score += name.includes(' ') ? weights.exact : weights.exactWord;
      candidate.ranked = [[section, Infinity], ...candidate.ranked.filter(([other]) => other !== section)];
    });
  }

  /** How well a heading says what is looked for: all of it, and little else. */
  private overlap(section: number, units: readonly Unit[], total: number): number {
    const about = units.filter(({ places }) => (places.get(section) ?? 0) >= weights.about);
    if (about.length === 0) return 0;
    const heading = this.heading(section);
    let [asked, said] = [0, 0];
    for (const { words, places, weight } of about) {
      const share = places.get(section)!;
      const stems = words.map(stem);
      const direct = heading.filter((word) => stems.includes(word)).length;
      asked += share * weight;
      said += direct || 1;
    }
    if (heading.length === 0) return 0;
    return (asked / total) * Math.min(1, said / heading.length) ** weights.brevity;
  }

  /** The stems of a heading's telling words; of the title for a page's top. */
  private heading(section: number): string[] {
    const known = this.headings.get(section);
    if (known) return known;
    const [page, , heading] = this.index.data.sections[section]!;
    const stems = [...new Set(contentWords(wordsIn(heading || this.index.data.pages[page]!.title)).map(stem))];
    this.headings.set(section, stems);
    return stems;
  }

  /** Everyday words may name places, and formats of files. */
  private addMeaning(
    meaning: MeaningData,
    share: number,
    found: ReadonlyMap<number, Candidate>,
    at: (page: number) => Candidate,
    isOfFiles: boolean,
  ): void {
    const { pages, formats, sections } = this.index.data;
    (meaning.leads ?? []).forEach((lead, place) => {
      const [url, id] = lead.split('#') as [string, string?];
      const page = this.pageNumbers.get(url)!;
      const one = at(page);
      one.score += weights.lead * weights.later ** place * share;
      if (!id) return;
      const section = sections.findIndex(([owner, name]) => owner === page && name === id);
      const before = one.ranked.find(([other]) => other === section);
      if (before) before[1] += weights.leadPlace * share;
      else one.ranked.push([section, weights.leadPlace * share]);
      one.ranked.sort(([a, x], [b, y]) => y - x || a - b);
    });
    if (!meaning.format) return;
    const format = formats.indexOf(meaning.format);
    const having = pages.flatMap(({ files }, page) => (files?.slice(1).includes(format) ? [page] : []));
    // Where only a format was typed, the pages that have a rare one are the answer.
    const isRare = isOfFiles && having.length <= weights.fewFiles;
    for (const page of having)
      if (isRare || found.has(page)) at(page).score += weights.format * (isRare ? 1 : at(page).covered);
  }
}

const number = /^\d+\.\s/;
/** Whether a heading may begin with a number: few do, and all are looked at with each key. */
const isNumbered = (heading: string): boolean => heading.charCodeAt(0) < 58;
