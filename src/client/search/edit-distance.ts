/** Slips of the fingers: a letter too many, too few, another one, or two that changed places. */

import { isStopWord } from './words.ts';

/** How many slips a word of a length may hold. Numbers hold none. */
export function slipsAllowed(word: string): number {
  if (/\d/.test(word) || word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

// Three rows of the table, used again for each pair: thousands of pairs are compared at one key.
let [before, above, row] = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)];

/** The number of slips between two words, or `most + 1` when there are more than `most`. Words have at most 60 letters. */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most || a.length > 60 || b.length > 60) return most + 1;
  for (let j = 0; j <= b.length; j++) above[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let slips = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) slips = Math.min(slips, before[j - 2]! + 1);
      row[j] = slips;
      least = Math.min(least, slips);
    }
    if (least > most) return most + 1;
    [before, above, row] = [above, row, before];
  }
  return Math.min(above[b.length]!, most + 1);
}

/**
 * The known word that somebody most likely meant, if one is near enough.
 * @param weight how common a known word is: of two that are as near, the more common one is meant
 */
export function nearest(word: string, known: Iterable<string>, weight: (known: string) => number): string | undefined {
  const most = slipsAllowed(word);
  let best: string | undefined;
  let cost = Infinity;
  if (most === 0) return undefined;
  const sound = soundOf(word);
  for (const candidate of known) {
    if (candidate === word || candidate.length < 3 || isStopWord(candidate) || /\d/.test(candidate)) continue;
    if (!isSimilarStart(word, candidate)) continue;
    // People seldom miss the first letter, and then nothing else: “restitution” is another word.
    const few = candidate[0] === word[0] ? most : 1;
    const slips = slipsBetween(word, candidate, few);
    if (slips > few) continue;
    // They write what they hear, and words that are looked for are seldom rare.
    const total =
      slips +
      (candidate[0] === word[0] ? 0 : 0.5) -
      (soundOf(candidate) === sound ? 0.5 : 0) -
      Math.min(0.4, Math.log1p(weight(candidate)) / 12);
    if (total < cost) [best, cost] = [candidate, total];
  }
  return best;
}

/** A word as it is heard, roughly: one vowel like another, doubled letters once. */
export const soundOf = (word: string): string => word.replace(/[aeiouy]+/g, 'e').replace(/(.)\1+/g, '$1');

/** Whether the first two letters are alike at all: most words are told apart by that, at less cost. */
const isSimilarStart = (a: string, b: string): boolean =>
  a[0] === b[0] || a[1] === b[1] || a[0] === b[1] || a[1] === b[0];
