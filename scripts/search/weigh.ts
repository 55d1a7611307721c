/** Which places speak most of each word. */
import { mostWeight, placesPerStem } from '../../src/client/search/index-data.ts';
import type { Posting } from '../../src/client/search/postings.ts';
import { isStopWord, stem, wordsIn } from '../../src/client/search/words.ts';

/** Words of a place, and how much it speaks of them when they stand there, from 1 to `mostWeight`. */
export interface Field {
  text: string;
  weight: number;
}
export interface Place {
  fields: Field[];
  text: string;
}
export interface Weighed {
  /** All words of all places, in order. */
  words: string[];
  /** By the stems of the words, in the order in which the words have them. */
  stems: { places: Posting[]; count: number }[];
}

/** So many places of a stem are listed however little they speak of it; the others only when they do more than name it. */
const few = { always: 8, worthwhile: 2 };
/** A word that stands often in a short text is what it is about: the most it counts, and how slowly it comes to that. */
const often = { most: 4, half: 0.6, length: 150 };
/** Words longer than this are addresses. */
const longest = 30;

export function weighWords(places: readonly Place[]): Weighed {
  const words = new Set<string>();
  const byStem = new Map<string, [section: number, weight: number][]>();
  const read = (text: string): string[] =>
    wordsIn(text).filter((word) => word.length <= longest && (word.length > 1 || /\d/.test(word)));
  places.forEach(({ fields, text }, section) => {
    const weights = new Map<string, number>();
    const inText = read(text);
    for (const word of inText) if (!isStopWord(word)) weights.set(stem(word), (weights.get(stem(word)) ?? 0) + 1);
    for (const [one, count] of weights)
      weights.set(one, (often.most * count) / (count + often.half + inText.length / often.length));
    for (const { text: field, weight } of fields)
      for (const one of new Set(read(field).map(stem))) weights.set(one, Math.max(weight, weights.get(one) ?? 0));
    for (const word of [...inText, ...fields.flatMap((field) => read(field.text))]) words.add(word);
    for (const [one, weight] of weights) byStem.set(one, [...(byStem.get(one) ?? []), [section, weight]]);
  });
  const sorted = [...words].sort((a, b) => (a < b ? -1 : 1));
  const stems = [...new Set(sorted.map(stem))].map((one) => {
    const found = byStem.get(one) ?? [];
    const best = [...found]
      .sort(([a, x], [b, y]) => y - x || a - b)
      .filter(([, weight], place) => place < few.always || weight >= few.worthwhile)
      .slice(0, placesPerStem);
    const whole = best.map(([section, weight]): Posting => [
      section,
      Math.max(1, Math.min(mostWeight, Math.round(weight))),
    ]);
    return { places: whole.sort(([a], [b]) => a - b), count: found.length };
  });
  return { words: sorted, stems };
}
