import { expect, it } from 'vitest';
import { fold, unfold } from '../../../src/client/search/index-data.ts';
import { contains, isOnly, phraseOf } from '../../../src/client/search/phrases.ts';
import { Lists, pack, type Posting } from '../../../src/client/search/postings.ts';
import { nearest, slipsBetween } from '../../../src/client/search/edit-distance.ts';
import { isNamed, wordsIn } from '../../../src/client/search/words.ts';

it.each([
  ['The child’s 18-month plan', ['the', 'child', '18', 'month', 'plan']],
  ['RCW 9.68A.100, and 7.68.805.', ['rcw', '9.68a.100', 'and', '7.68.805']],
  ['Niño desaparecido, CSEC/Y & LGBTQ+', ['nino', 'desaparecido', 'csec', 'y', 'and', 'lgbtq']],
  ['don’t', ['dont']],
])('reads the words of “%s”', (text, words) => {
  expect(wordsIn(text)).toEqual(words);
});

it.each([
  ['chiar', 'chair', 1],
  ['memorandun', 'memorandum', 1],
  ['cordinater', 'coordinator', 2],
  ['hjkl', 'chair', 3],
])('counts the slips between %s and %s', (typed, word, slips) => {
  expect(slipsBetween(typed, word, 2)).toBe(slips);
});

it('mends one slip from four letters, two from eight, and no number', () => {
  const known = ['map', 'chair', 'memorandum', '911', 'member'];
  expect(
    ['mpa', 'chiar', 'chayrs', 'memorandunn', 'memnber', '912'].map((word) => nearest(word, known, () => 1)),
  ).toEqual([undefined, 'chair', undefined, 'memorandum', 'member', undefined]);
});

it('keeps lists of words and of places', () => {
  const words = ['abuse', 'abused', 'agency', 'a', 'zoo'].sort();
  expect(unfold(fold(words))).toEqual(words);
  const lists: Posting[][] = [
    [[0, 7]],
    [],
    [
      [27, 1],
      [28, 2],
      [812, 3],
      [30_000, 4],
    ],
  ];
  const packed = new Lists(JSON.parse(JSON.stringify(pack(lists))) as ReturnType<typeof pack>);
  expect(lists.map((_, number) => packed.at(number))).toEqual(lists);
  expect(lists.map((_, number) => packed.lengthOf(number))).toEqual([1, 0, 4]);
});

it.each([
  ['1. Parties', '1 parti', true],
  ['Parties', '1 parti', false],
  ['“Who chairs?”', 'who chair', true],
  ['Órdenes', 'orden', true],
  ['U.S. judges', 'u s judg', true],
  ['Chairs', 'judg', false],
  ['…', 'judg', false],
])('knows whether %s is named %s', (text, name, is) => {
  expect(isNamed(text, name)).toBe(is);
});
it('takes a word for another one that sounds alike rather than for one that only looks alike', () => {
  expect(nearest('counsiler', ['consider', 'counselor'], () => 1)).toBe('counselor');
});

it('takes no word for another one whose first letter differs, too', () => {
  expect(nearest('restitution', ['prostitution'], () => 1)).toBeUndefined();
});

it('knows a phrase in any order and with a slip, and never takes a word of the site for a slip', () => {
  const phrase = phraseOf('missing child|daughter');
  const isWord = (word: string) => ['mission', 'voices'].includes(word);
  expect(contains(wordsIn('my daughter is mising'), phrase, isWord)).toBe(true);
  expect(contains(wordsIn('child mission'), phrase, isWord)).toBe(false);
  expect(contains(wordsIn('missing voices'), phrase, isWord)).toBe(false);
  expect(isOnly(wordsIn('i need help now'), phraseOf('help'), isWord)).toBe(true);
  expect(isOnly(wordsIn('help with the agenda'), phraseOf('help'), isWord)).toBe(false);
});
