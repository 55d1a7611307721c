import { expect, it } from 'vitest';
import { byFormat, byPage, variantOf, sizeInWords, type Download } from '../../src/site/downloads.ts';

it.each([
  [1, '1 KB'],
  [1499, '1 KB'],
  [340_200, '340 KB'],
  [999_999, '1000 KB'],
  [1_250_000, '1.3 MB'],
])('says %i bytes as %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words);
});

const file = (name: string, address: string, format = 'pdf'): Download => ({
  file: name,
  format,
  name: format.toUpperCase(),
  use: `To use as ${format}.`,
  title: address,
  address,
  bytes: 1,
  sha256: '',
});

it('groups files by format, and says what each is good for', () => {
  const groups = byFormat([file('a', '/a/', 'zzz'), file('b', '/b/'), file('c', '/b/', 'zzz')]);
  expect(groups.map(({ name, use, files }) => [name, use, files.map((one) => one.file)])).toEqual([
    ['ZZZ', 'To use as zzz.', ['a', 'c']],
    ['PDF', 'To use as pdf.', ['b']],
  ]);
});

it('groups files by page in the order of their first file', () => {
  expect(
    byPage([file('b', '/b/'), file('a', '/a/'), file('b2', '/b/')]).map(({ address, files }) => [
      address,
      files.length,
    ]),
  ).toEqual([
    ['/b/', 2],
    ['/a/', 1],
  ]);
});

it('says which of a page’s files of one format is which', () => {
  const files = [file('deal.pdf', '/a/'), file('deal-short.pdf', '/a/'), file('deal.docx', '/a/', 'docx')];
  expect(files.map((one) => variantOf(one, files))).toEqual(['', 'short', '']);
  const outline = file('deal-how-to-use.pdf', '/a/');
  expect(variantOf(outline, [...files, outline])).toBe('how to use');
  // A file that stands alone in its format needs no more words, whatever its name.
  expect(variantOf(file('deal-of-two.csv', '/a/', 'csv'), files)).toBe('');
});
