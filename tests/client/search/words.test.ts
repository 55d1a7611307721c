import { expect, it } from 'vitest';
import { contains, isOnly, phraseOf } from '../../../src/client/search/phrases.ts';
import { firstOf, formsOf, Lists, pack, type Posting } from '../../../src/client/search/postings.ts';
import { nearest, slipsBetween } from '../../../src/client/search/edit-distance.ts';
import { fold, WordList } from '../../../src/client/search/word-list.ts';
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

it('keeps words in order, and finds the first from some letters on', () => {
  const words = [...new Set(Array.from({ length: 100 }, (_, n) => `${'abuse'.slice(0, n % 6)}${n * 7}`))].sort();
  const list = new WordList(JSON.parse(JSON.stringify(fold(words))) as ReturnType<typeof fold>);
  expect([list.at(40), list.at(99), list.at(100)]).toEqual([words[40], words[99], undefined]);
  for (const letters of ['', 'a', 'abuse', 'b', ...words])
    expect([letters, list.firstFrom(letters)]).toEqual([letters, words.filter((word) => word < letters).length]);
  expect(list.all()).toEqual(words);
});

it('leads from each form of a word to the first one', () => {
  const stems = ['abus', 'abus', 'agenc', 'abus', 'zoo'];
  const forms = JSON.parse(JSON.stringify(formsOf(stems))) as string;
  expect(stems.map((_, number) => firstOf(number, forms))).toEqual([0, 0, 2, 0, 4]);
});

it('keeps lists of places', () => {
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
