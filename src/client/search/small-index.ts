/** The small index at work: which places speak of a word. */
import { mostWeight, type IndexData } from './index-data.ts';
import { firstOf, Lists } from './postings.ts';
import { WordList } from './word-list.ts';
import { stem } from './words.ts';

/** Sections by number, each with how much it speaks of something: above 0, at most 1. */
export type Places = ReadonlyMap<number, number>;

export class SmallIndex {
  readonly data: IndexData;
  /** All words of the site. */
  readonly words: WordList;
  private readonly places: Lists;

  constructor(data: IndexData) {
    this.data = data;
    this.words = new WordList(data.words);
    this.places = new Lists(data.places);
  }

  /** True when the word, as it is written, stands somewhere on the site. */
  has(word: string): boolean {
    return this.words.at(this.words.firstFrom(word)) === word;
  }

  /** In how many sections a word stands in any of its forms. */
  count(word: string): number {
    const number = this.firstForm(word);
    return number === undefined ? 0 : (this.data.counts[number] ?? this.places.lengthOf(number));
  }

  /** The first word of the site with a word's stem, if the word or another form of it stands there. */
  private firstForm(word: string): number | undefined {
    const number = this.words.firstFrom(word);
    if (this.words.at(number) === word) return firstOf(number, this.data.forms);
    if (word.length < 4) return undefined;
    const first = word.slice(0, 3);
    for (let form = this.words.firstFrom(first); this.words.at(form)?.startsWith(first); form++)
      if (stem(this.words.at(form)!) === stem(word)) return firstOf(form, this.data.forms);
    return undefined;
  }

  /** The words of the site that begin with some letters. */
  beginningWith(letters: string): string[] {
    const found: string[] = [];
    for (let number = this.words.firstFrom(letters); this.words.at(number)?.startsWith(letters); number++)
      found.push(this.words.at(number)!);
    return found;
  }

  /** The places that speak of a word in any of its forms. */
  placesOf(word: string): Places {
    const number = this.firstForm(word);
    return new Map(
      (number === undefined ? [] : this.places.at(number)).map(([section, weight]) => [section, weight / mostWeight]),
    );
  }
}

/** The most that places speak of something, of several ways to say it. */
export function eitherOf(ways: readonly (readonly [places: Places, weight: number])[]): Map<number, number> {
  const together = new Map<number, number>();
  for (const [places, weight] of ways)
    for (const [section, share] of places) together.set(section, Math.max(together.get(section) ?? 0, share * weight));
  return together;
}

/** The places that speak of all of some words. */
export function allOf(words: readonly Places[]): Places {
  const [first, ...others] = words;
  const together = new Map<number, number>();
  for (const [section, share] of first!) {
    const least = Math.min(share, ...others.map((places) => places.get(section) ?? 0));
    if (least > 0) together.set(section, least);
  }
  return together;
}
