/** How the search reads words, the same way in the build, in the page and in tests. */
import { stemmer } from 'stemmer';

/** Words that say nothing about what is looked for. They count only where nothing else was typed. */
const stopWords = new Set(
  [
    'a an and are as at be been being but by can could did do does doing for from had has have having he her hers',
    'him his how i if im in into is it its ive just like me my need of on or our ours own she should so some such',
    'than that the their them then there these they this those to too us very want was we were what when where',
    'which while who whom whose why will with would you your yours about any whats whos hows wheres whens theres',
    'thats also am let lets get got use used using find show tell look looking please thing things difference',
    'between now today tonight something anything someone anyone somebody anybody everyone ok okay really',
    'actually going go happens happen mean means el la los las un una unos unas de del al y o en con por hago',
    'hacer hace debo debe puedo puede cuando si sobre para que mi mis su sus se es como lo le les donde quien',
    'cual',
  ]
    .join(' ')
    .split(' '),
);

/** Most words have no accents, and a browser takes long to make an expression of all letters of the world. */
const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

/** Lower case, without accents, possessives and apostrophes. */
export function plainWords(text: string): string {
  return (isAscii(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, ''))
    .toLowerCase()
    .replace(/['‘’ʼ]s\b/g, '')
    .replace(/['‘’ʼ]/g, '')
    .replace(/&/g, ' and ');
}

/** The words of a text in their order. Numbers of laws stay whole: `7.68.805`, `9.68a.100`. */
export function wordsIn(text: string): string[] {
  const plain = plainWords(text);
  return plain.match(isAscii(plain) ? /[a-z\d]+(?:\.\d[a-z\d]*)*/g : /[\p{L}\p{N}]+(?:\.\p{N}[\p{L}\p{N}]*)*/gu) ?? [];
}

/** True for a word that says nothing by itself. */
export const isStopWord = (word: string): boolean => stopWords.has(word);

/** The words of a text that say something; all of them where none does. */
export function contentWords(words: readonly string[]): string[] {
  const telling = words.filter((word) => !isStopWord(word));
  return telling.length > 0 ? telling : [...words];
}

/** What the forms of a word share. Short words, numbers and words with digits are whole. */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  const found = stemmer(word);
  stems.set(word, found);
  return found;
}
/** Stems that were worked out before: the same words come again with each key. */
const stems = new Map<string, string>();

/** A name by its stems, to tell whether two names are the same. */
export const nameOf = (text: string): string => wordsIn(text).map(stem).join(' ');

/** Whether a text has a name. Most texts begin with another letter, which costs less to see than their stems. */
export function isNamed(text: string, name: string): boolean {
  const first = text.charCodeAt(0);
  const isPlain = (first > 47 && first < 58) || (first > 64 && first < 91) || (first > 96 && first < 123);
  // A letter of ASCII with this bit is a small one; digits have it.
  return !(isPlain && (first | 32) !== name.charCodeAt(0)) && nameOf(text) === name;
}
