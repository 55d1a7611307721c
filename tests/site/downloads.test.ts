import { expect, it } from 'vitest';
import { byPage, sizeInWords, type Download } from '../../src/site/downloads.ts';

it.each([
  [1, '1 KB'],
  [1499, '1 KB'],
  [340_200, '340 KB'],
  [999_999, '1000 KB'],
  [1_250_000, '1.3 MB'],
])('says %i bytes as %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words);
});

it('groups files by page in the order of their first file', () => {
  const file = (name: string, address: string): Download => ({
    file: name,
    format: 'pdf',
    name: 'PDF',
    title: address,
    address,
    bytes: 1,
    sha256: '',
  });
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
