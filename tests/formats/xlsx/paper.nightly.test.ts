/** Workbooks on paper, as LibreOffice prints them. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { xlsx } from '../../../src/formats/xlsx.ts';
import { converted, hasReaders, officePath, pagesOf } from '../../programs.ts';
import { root } from '../../root.ts';
import { publicationOf } from '../publication.ts';

const jobs = xlsx.jobs(publicationOf(root));

/** Pairs of words that lie over each other, by more than a point across and three down: a row is too low for its words. */
function overlaps(page: string): string[] {
  const words = [...page.matchAll(/<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*?)</g)].map(
    ([, left, top, right, bottom, text]) => ({ left: +left!, top: +top!, right: +right!, bottom: +bottom!, text }),
  );
  return words.flatMap((one, index) =>
    words
      .slice(index + 1)
      .filter((other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1)
      .filter((other) => Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 3)
      .map((other) => `“${one.text}” and “${other.text}”`),
  );
}

describe.runIf(officePath && hasReaders)('on paper', () => {
  let folder: string;
  beforeAll(async () => {
    const files = await Promise.all(
      jobs.map(async ({ file, input }) => [file, await xlsx.write(input, { read: readFileSync as never })]),
    );
    folder = converted(Object.fromEntries(files), 'pdf');
  }, 600_000);

  it.each(jobs.map(({ file }) => file))('%s leaves no page with the head of a table alone', (file) => {
    const pages = pagesOf(readFileSync(join(folder, file.replace('.xlsx', '.pdf'))));
    // Title and foot of a page are three lines, the head of a table one to three.
    const lines = pages.map((page) => page.split('\n').filter((line) => line.trim()).length);
    expect(lines.flatMap((count, index) => (count < 5 ? [`page ${index + 1}: ${count} lines`] : []))).toEqual([]);
  });

  it.each(jobs.map(({ file }) => file))('%s has rows as high as their words', (file) => {
    const pdf = join(folder, file.replace('.xlsx', '.pdf'));
    const pages = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8' }).split('<page').slice(1);
    expect(pages.flatMap((page, index) => overlaps(page).map((pair) => `page ${index + 1}: ${pair}`))).toEqual([]);
  });
});
