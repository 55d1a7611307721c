/**
 * Phrases as the content files write them. `my daughter|son ran away`: each word, or one of the words between strokes, in any
 * order and with others between them.
 */
import { slipsAllowed, slipsBetween } from './edit-distance.ts';
import { isStopWord, stem, wordsIn } from './words.ts';

/** The alternatives for each place of a phrase. */
export type Phrase = readonly (readonly string[])[];

export const phraseOf = (plain: string): Phrase => plain.split(' ').map((place) => place.split('|'));

/** A phrase as the content has it, made plain: lower case, one space, no accents. The build does this, so that pages need not. */
export const plainPhrase = (text: string): string =>
  text
    .split(/\s+/)
    .map((place) => place.split('|').flatMap(wordsIn).join('|'))
    .filter(Boolean)
    .join(' ');

/** Whether a typed word can stand for a word of a phrase. @param isWord true for words that are surely no slip */
function meets(typed: string, word: string, isWord: (word: string) => boolean, alone: boolean): boolean {
  if (typed === word) return true;
  // Forms of a word begin alike. Thousands of pairs are told apart at one key by what costs least.
  if (word.length > 3 && typed.startsWith(word.slice(0, 2)) && stem(typed) === stem(word)) return true;
  const most = slipsAllowed(word);
  if (Math.abs(typed.length - word.length) > most || word.length < (alone ? 6 : 4) || isWord(typed)) return false;
  return slipsBetween(typed, word, most) <= most;
}

/** Whether all words of a phrase were typed, in any order. */
export function contains(typed: readonly string[], phrase: Phrase, isWord: (word: string) => boolean): boolean {
  const alone = phrase.length === 1;
  return phrase.every((place) => place.some((word) => typed.some((one) => meets(one, word, isWord, alone))));
}

/** Whether a phrase was typed, and nothing else that says something. */
export function isOnly(typed: readonly string[], phrase: Phrase, isWord: (word: string) => boolean): boolean {
  const inPhrase = (one: string) => phrase.some((place) => place.some((word) => meets(one, word, isWord, true)));
  return contains(typed, phrase, isWord) && typed.every((one) => isStopWord(one) || inPhrase(one));
}
