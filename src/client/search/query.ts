/** The query step: from what was typed to what is looked for. */
import { Everyday, type Meaning } from './everyday.ts';
import { nearest, soundOf } from './edit-distance.ts';
import { allOf, eitherOf, type Places, type SmallIndex } from './small-index.ts';
import { contentWords, isStopWord, stem, wordsIn } from './words.ts';

/** One thing that is looked for: a word, or some words that mean one thing. */
export interface Unit {
  /** The words as they were typed or corrected. */
  words: string[];
  /** True when the words themselves stand on the site together. */
  isOnSite: boolean;
  places: Places;
  meanings: readonly Meaning[];
  /** How much it tells: rare words tell more. */
  weight: number;
}

export interface Query {
  /** The whole as a name (see `nameOf`). */
  name: string;
  units: Unit[];
  /** Words that the site does not have. */
  unknown: string[];
  /** The query with its slips mended, when there were any. */
  corrected?: string;
  /** Words in quotation marks. */
  quoted: string[][];
  /** What everyday words lead to beyond their words. */
  meanings: Meaning[];
}

/**
 * How much other words than the typed ones count: what readers' words mean, another word of the site, a longer
 * word, a word that names a format. */
export const counts = { meaning: 0.7, known: 0.6, sibling: 0.65, longer: 0.67, begun: 0.95, format: 0.25 };

/** Reads queries for one site. */
export class QueryStep {
  private readonly index: SmallIndex;
  private readonly everyday: Everyday;
  /** What a slip may have meant; gathered at the first slip. */
  private known?: readonly string[];
  constructor(index: SmallIndex) {
    this.index = index;
    this.everyday = new Everyday(index.data.everyday);
  }

  /** True for words of the site and of the everyday list: no slips. */
  readonly isWord = (word: string): boolean => {
    const known = this.words.get(word);
    if (known !== undefined) return known;
    const is = this.index.has(word) || this.everyday.has(word) || isStopWord(word) || this.index.count(word) > 0;
    this.words.set(word, is);
    return is;
  };
  /** What was asked before: the same words come again with each key. */
  private readonly words = new Map<string, boolean>();

  /** @param literal true to take every word as it was typed */
  read(text: string, literal = false): Query {
    const quoted = [...text.matchAll(/["“”]([^"“”]+)["“”]/g)]
      .map(([, words]) => wordsIn(words!))
      .filter(({ length }) => length > 0);
    const typed = this.joined(wordsIn(text).flatMap((word) => (literal ? [word] : this.takenApart(word))));
    const known = this.inPhrases(typed);
    const corrected = typed.map((word, place) =>
      literal || known.has(place) ? word : this.mended(word, place === typed.length - 1),
    );
    const query: Query = { name: corrected.map(stem).join(' '), units: [], unknown: [], quoted, meanings: [] };
    if (corrected.some((word, place) => word !== typed[place])) query.corrected = corrected.join(' ');
    const telling = new Set(contentWords(corrected));
    for (let place = 0; place < corrected.length;) {
      const match = this.everyday.at(corrected, place);
      const length = match?.length ?? 1;
      const words = corrected.slice(place, place + length);
      place += length;
      if (match) query.meanings.push(...match.meanings);
      if (!match && !telling.has(words[0]!)) continue;
      const last = place === corrected.length;
      const unit = this.unit(words, match?.meanings ?? [], last);
      if (unit) add(query.units, unit);
      // Who still types has no word yet.
      else if (
        !match?.meanings.some(({ data }) => data.format) &&
        !(last && query.units.length > 0 && words[0]!.length < 4)
      )
        query.unknown.push(...words);
    }
    return query;
  }

  /** `rcw7.68.805` and `hb1832` are two words; so is `meetingminutes`, where the site has both and not the whole. */
  private takenApart(word: string): string[] {
    if (this.isWord(word)) return [word];
    const parts = /^(\p{L}+)(\d.*)$/u.exec(word);
    if (parts) return [parts[1]!, parts[2]!];
    for (let at = 4; at <= word.length - 4; at++) {
      const two = [word.slice(0, at), word.slice(at)];
      if (two.every((part) => this.index.has(part) && !isStopWord(part))) return two;
    }
    return [word];
  }

  /** “Burn out” and “work shop” are one word where the whole means something and the two together do not. */
  private joined(words: readonly string[]): string[] {
    const found: string[] = [];
    for (let place = 0; place < words.length; place++) {
      const whole = words[place]! + (words[place + 1] ?? '');
      const isOne = whole !== words[place] && whole.length > 5 && this.everyday.has(whole);
      const isTwo = (this.everyday.at(words, place)?.length ?? 0) > 1;
      found.push(isOne && !isTwo ? whole : words[place]!);
      if (isOne && !isTwo) place++;
    }
    return found;
  }

  /** The places of words that mean something together. */
  private inPhrases(typed: readonly string[]): ReadonlySet<number> {
    const places = new Set<number>();
    for (let place = 0; place < typed.length; place++) {
      const length = this.everyday.at(typed, place)?.length ?? 0;
      for (let offset = 0; offset < length; offset++) places.add(place + offset);
    }
    return places;
  }

  /** Words of crisis: “mi hija” is no slip for a sheet of paper, “hoja”. */
  private isOfCrisis(word: string): boolean {
    return this.index.data.crisis.some(({ phrases, alone }) =>
      [...phrases, ...alone].some((phrase) => phrase.includes(word) && phrase.split(/[ |]/).includes(word)),
    );
  }

  private mended(word: string, last: boolean): string {
    if (this.index.has(word) || this.everyday.has(word) || isStopWord(word) || this.isOfCrisis(word)) return word;
    if (last && word.length > 3 && this.index.beginningWith(word).length > 0) return word;
    this.known ??= [...this.index.words.all(), ...this.everyday.words()];
    const found = nearest(word, this.known, (one) => this.index.count(one));
    // A form that the site does not have is no slip, unless it sounds like a word that the site has.
    return found === undefined || (this.isWord(word) && soundOf(found) !== soundOf(word)) ? word : found;
  }

  private unit(words: string[], meanings: readonly Meaning[], last: boolean): Unit | undefined {
    const typed = this.together(words);
    const ways: [Places, number][] = [[typed, 1]];
    let count = Math.min(...words.map((word) => this.index.count(word) || Infinity));
    if (words.length === 1 && last && words[0]!.length > 3) {
      const longer = new Set(this.index.beginningWith(words[0]!).map(stem));
      longer.delete(stem(words[0]!));
      for (const word of longer) ways.push([this.index.placesOf(word), typed.size > 0 ? counts.longer : counts.begun]);
    }
    for (const { data, typedBy } of meanings)
      data.site.forEach((phrase, place) => {
        const site = wordsIn(phrase);
        if (site.map(stem).join(' ') === words.map(stem).join(' ')) return;
        ways.push([
          this.together(site),
          (typed.size === 0 ? counts.meaning : typedBy === 'site' ? counts.sibling : counts.known) -
            (place > 0 ? 0.05 : 0),
        ]);
        if (!Number.isFinite(count)) count = Math.min(...site.map((word) => this.index.count(word) || Infinity));
      });
    const places = eitherOf(ways);
    if (places.size === 0) return undefined;
    const sections = this.index.data.sections.length;
    // “Word” says more of the file than of the page.
    const share = meanings.some(({ data }) => data.format) ? counts.format : 1;
    return {
      words,
      meanings,
      isOnSite: typed.size > 0,
      places,
      weight: Math.log(1 + sections / Math.min(Number.isFinite(count) ? count : 20, sections)) * share,
    };
  }

  /** The places that speak of all of some words. */
  private together(words: readonly string[]): Places {
    return allOf(contentWords(words).map((word) => this.index.placesOf(word)));
  }
}

/** Adds a unit; one that says the same again (“flyer, handout”) joins the one before. */
function add(units: Unit[], unit: Unit): void {
  const isSame = ({ meanings }: Unit) =>
    unit.meanings.length > 0 &&
    meanings.length > 0 &&
    unit.meanings.every(({ data }) => meanings.some((one) => one.data === data));
  const before = units.find(isSame);
  if (!before) return void units.push(unit);
  before.words = [...before.words, ...unit.words];
  before.isOnSite ||= unit.isOnSite;
  before.places = eitherOf([
    [before.places, 1],
    [unit.places, 1],
  ]);
  before.weight = Math.max(before.weight, unit.weight);
}
