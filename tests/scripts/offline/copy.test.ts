import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { weigh } from '../../../scripts/bundle.ts';
import { topFolder, zipped } from '../../../scripts/offline/copy.ts';
import { readMe } from '../../../scripts/offline/read-me.ts';

const files = new Map(
  [
    ['b.html', 'b'.repeat(500)],
    ['a/index.html', 'a'],
    ['downloads/x.docx', 'd'.repeat(500)],
  ].map(([file, words]) => [file!, new TextEncoder().encode(words)]),
);

it('packs files in their order into one folder, whatever the order they came in', () => {
  const zip = zipped(files);
  expect(Object.keys(unzipSync(zip))).toEqual(
    ['a/index.html', 'b.html', 'downloads/x.docx'].map((file) => `${topFolder}/${file}`),
  );
  expect(zipped(new Map([...files].reverse()))).toEqual(zip);
  // Noon on January 1, 1980, as a ZIP writes it, whatever the clock says.
  expect([...zip.subarray(10, 14)]).toEqual([0, 0x60, 0x21, 0]);
});

it('weighs pages and downloads apart', () => {
  const rows = weigh(zipped(files)).filter((row) => row.files > 0);
  expect(rows.map(({ name, files: count, bytes }) => [name, count, bytes])).toEqual([
    ['pages', 2, 501],
    ['downloads', 1, 500],
  ]);
  expect(rows[0]!.packed).toBeLessThan(100);
  // Packed already: stored as it is.
  expect(rows[1]!.packed).toBe(500);
  expect(() => weigh(zipped(new Map([['strange.bin', new Uint8Array(1)]])))).toThrow(
    'no kind of file in scripts/bundle.ts covers `strange.bin`',
  );
});

it('says what to do first, how old it is, and where a newer one may be', () => {
  const edition = { version: '1.0.0', reviewed: '2026-11-22' };
  const words = readMe(edition, 'https://toolkits.example/');
  expect(words).toMatch(/1\. Unpack the whole ZIP file first\..+3\. Double-click index\.html\./s);
  expect(words).toContain('Version 1.0.0. Its newest page was reviewed on November 22, 2026.');
  expect(words).toContain('Look at https://toolkits.example/downloads/');
  expect(readMe(edition, undefined)).not.toMatch(/https?:/);
  // Windows' own editor shows lines only so; other programs read plain letters.
  expect(words.replaceAll('\r\n', '')).not.toMatch(/[\r\n]|[^ -~]/);
});
