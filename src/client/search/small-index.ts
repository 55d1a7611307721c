/** The small index at work: which places speak of a word. */
import { mostWeight, unfold, type IndexData } from './index-data.ts';
import { Lists } from './postings.ts';
import { stem } from './words.ts';

/** Sections by number, each with how much it speaks of something: above 0, at most 1. */
export type Places = ReadonlyMap<number, number>;

export class SmallIndex {
  readonly data: IndexData;
  /** All words of the site in order. */
  readonly words: readonly string[];
  /** The number of each word's stem. */
  private readonly stems: Uint16Array;
  private readonly places: Lists;

  constructor(data: IndexData) {
    this.data = data;
    this.words = unfold(data.words);
    const { forms } = data;
    this.stems = new Uint16Array(forms.length);
    for (let number = 0, stems = 0; number < forms.length; number++)
      this.stems[number] = forms[number]! > 0 ? this.stems[number - forms[number]!]! : stems++;
    this.places = new Lists(data.places);
  }

  /** True when the word, as it is written, stands somewhere on the site. */
  has(word: string): boolean {
    return this.words[this.firstFrom(word)] === word;
  }

  /** In how many sections a word stands in any of its forms. */
  count(word: string): number {
    const number = this.stemOf(word);
    return number === undefined ? 0 : (this.data.counts[number] ?? this.places.lengthOf(number));
  }

  /** The number of a word's stem, if the word or another form of it stands on the site. */
  private stemOf(word: string): number | undefined {
    const number = this.firstFrom(word);
    if (this.words[number] === word) return this.stems[number];
    if (word.length < 4) return undefined;
    const first = word.slice(0, 3);
    for (let form = this.firstFrom(first); this.words[form]?.startsWith(first); form++)
      if (stem(this.words[form]!) === stem(word)) return this.stems[form];
    return undefined;
  }

  /** The words of the site that begin with some letters. */
  beginningWith(letters: string): string[] {
    const first = this.firstFrom(letters);
    let end = first;
    while (this.words[end]?.startsWith(letters)) end++;
    return this.words.slice(first, end);
  }

  /** The places that speak of a word in any of its forms. */
  placesOf(word: string): Places {
    const number = this.stemOf(word);
    return new Map(
      (number === undefined ? [] : this.places.at(number)).map(([section, weight]) => [section, weight / mostWeight]),
    );
  }

  /** Where the words begin that do not stand before some letters. */
  private firstFrom(letters: string): number {
    let [low, high] = [0, this.words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words[middle]! < letters) low = middle + 1;
      else high = middle;
    }
    return low;
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
