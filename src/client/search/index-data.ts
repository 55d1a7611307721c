/**
 * The small index: what the search knows before it reads a page's text. The build writes it (`scripts/search/`), as JSON.
 * For every stem of a word of the site it names the places that speak most of it (at most `placesPerStem`), so that its size
 * follows the number of different words and headings more than the length of the texts.
 */
import type { Packed } from './postings.ts';

export interface IndexData {
  pages: PageData[];
  /** Every place that can be linked: of each page its top, then its headings, in their order. */
  sections: [page: number, id: string, heading: string][];
  /** All words, in order (see `fold`). */
  words: Folded;
  /** For each word: 0 when its stem is new, otherwise how many words before it stands the last one with the same stem. */
  forms: number[];
  /** The places of each stem, in the order in which the words have them. */
  places: Packed;
  /** In how many sections a stem stands, for stems that stand in more than are listed; by the stem's number. */
  counts: Record<number, number>;
  /** Other names of terms, by the numbers of their sections: `OVCA` for OCVA. */
  names: [section: number, name: string][];
  everyday: EverydayData[];
  crisis: CrisisData[];
  /** Formats of downloads in the order of their numbers: `docx`. */
  formats: string[];
}

export interface PageData {
  url: string;
  title: string;
  /** “Toolkit 5”, “Checklist” */
  type: string;
  promise: string;
  /** The name of Pagefind's file with its text, without its extension. */
  text: string;
  /** The size of that file in KB. */
  size: number;
  /** Its downloads: their common name without an extension, and the numbers of their formats. */
  files?: [name: string, ...formats: number[]];
  /** True when each section is a thing of its own: the glossary. */
  apart?: boolean;
  /** How much a find counts here, when it is not 1. */
  weight?: number;
}

/** Words that mean one thing; `content/everyday.yaml` explains the keys. Phrases are plain: lower case, one space, no accents. */
export interface EverydayData {
  site: string[];
  readers: string[];
  harmful?: string[];
  instead?: string;
  leads?: string[];
  format?: string;
}

/** `content/crisis.yaml`, with the numbers of its section of the help page. Phrases are plain (see `plainPhrase`). */
export interface CrisisData {
  title: string;
  url: string;
  call: { name: string; href: string }[];
  phrases: string[];
  alone: string[];
}

export const mostWeight = 7;
export const placesPerStem = 24;

/**
 * Sorted words, front-coded: for each a capital that tells how many letters it shares with the one before, and its other letters.
 * `abuse abused` is `AF`, `abuse d`.
 */
export type Folded = [shared: string, others: string];

export function fold(words: readonly string[]): Folded {
  let before = '';
  const parts = words.map((word): [string, string] => {
    let shared = 0;
    while (shared < 25 && shared < word.length && word[shared] === before[shared]) shared++;
    before = word;
    return [String.fromCharCode(65 + shared), word.slice(shared)];
  });
  return [parts.map(([shared]) => shared).join(''), parts.map(([, other]) => other).join(' ')];
}

/** The words of a front-coded list. */
export function unfold([shared, others]: Folded): string[] {
  const words = others.split(' ');
  for (let at = 1; at < words.length; at++)
    words[at] = words[at - 1]!.slice(0, shared.charCodeAt(at) - 65) + words[at]!;
  return words;
}
