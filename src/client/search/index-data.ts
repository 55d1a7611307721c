/**
 * The small index: what the search knows before it reads a page's text. The build writes it (`scripts/search/`), as JSON.
 * For every stem of a word of the site it names the places that speak most of it (at most `placesPerStem`), so that its size
 * follows the number of different words and headings more than the length of the texts.
 */
import type { Packed } from './postings.ts';
import type { Folded } from './word-list.ts';

export interface IndexData {
  pages: PageData[];
  /** Every place that can be linked: of each page its top, then its headings, in their order. */
  sections: [page: number, id: string, heading: string][];
  /** All words, in order. */
  words: Folded;
  /** A letter for each word: how many words before it stands the last one with the same stem (see `formsOf`). */
  forms: string;
  /** For each word the places of its stem; where another form stands before it, none. */
  places: Packed;
  /** In how many sections a stem stands, for stems that stand in more than are listed; by the number of its first word. */
  counts: Record<number, number>;
  /** Other names of terms, by the numbers of their sections: `OVCA` for OCVA. */
  names: [section: number, name: string][];
  everyday: EverydayData;
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
export interface MeaningData {
  site: string[];
  instead?: string;
  leads?: string[];
  format?: string;
}
/** Who types a phrase: whoever knows these pages, other readers, or somebody with a word that harms. */
export const typists = ['site', 'readers', 'harmful'] as const;
export interface EverydayData {
  /** A line for each meaning: behind a stroke each phrase, behind a tab those of the next who type: `|law enforcement\t|cop|police\t`. */
  phrases: string;
  /** What else some meanings have, by their lines. */
  more: Record<number, Omit<MeaningData, 'site'>>;
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
