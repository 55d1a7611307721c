/** Workbooks on paper, as LibreOffice prints them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { xlsx } from '../../../src/formats/xlsx.ts';
import { converted, hasReaders, officePath, pagesOf } from '../../programs.ts';
import { root } from '../../root.ts';
import { publicationOf } from '../publication.ts';

const jobs = xlsx.jobs(publicationOf(root));

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
});
