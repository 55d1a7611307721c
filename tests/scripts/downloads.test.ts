import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { writeDownloads } from '../../scripts/downloads.ts';
import { formats } from '../../src/formats/registry.ts';
import { readContent } from '../../src/reader/read.ts';
import { sinkWith } from '../root.ts';
import { newFolder } from '../scratch.ts';

const times = (root: string) =>
  Object.fromEntries(
    readdirSync(join(root, '.cache', 'downloads')).map((file) => [
      file,
      statSync(join(root, '.cache', 'downloads', file)).mtimeMs,
    ]),
  );

it('writes every format with its sums, and what did not change only once', async () => {
  const root = sinkWith({});
  const out = newFolder('downloads');
  const downloads = await writeDownloads({ root, site: readContent(root).site, outDir: out });
  expect(new Set(downloads.map(({ format }) => format))).toEqual(
    // Only Example County makes JSON.
    new Set(Object.keys(formats).filter((format) => format !== 'json')),
  );
  const sums = readFileSync(join(out, 'SHA256SUMS'), 'utf8');
  for (const { file, bytes, sha256 } of downloads) {
    const written = readFileSync(join(out, file));
    expect([written.length, createHash('sha256').update(written).digest('hex')]).toEqual([bytes, sha256]);
    expect(sums).toContain(`${sha256}  ${file}\n`);
  }

  const before = times(root);
  const { site } = readContent(root);
  const changed = {
    ...site,
    checklists: { ...site.checklists, steps: { ...site.checklists['steps']!, promise: 'Tick them all off.' } },
  };
  const again = await writeDownloads({ root, site: changed, outDir: newFolder('downloads') });
  const after = times(root);
  const kept = Object.keys(after).filter((file) => before[file] === after[file]);
  // The checklist itself, its toolkit and the whole set hold the changed words; nothing else is written again.
  const touched = again.filter(({ sha256 }) => !downloads.some((old) => old.sha256 === sha256)).map(({ file }) => file);
  expect(touched.sort()).toEqual([
    'csec-checklist-steps.docx',
    'csec-checklist-steps.pdf',
    'csec-toolkit-05-sample.docx',
    'csec-toolkit-05-sample.html',
    'csec-toolkit-05-sample.pdf',
    'csec-toolkits-complete.epub',
    'csec-toolkits-complete.pdf',
  ]);
  expect(kept).toHaveLength(downloads.length - touched.length);
  // What no file needs any more is gone.
  expect(Object.keys(after)).toHaveLength(again.length);
}, 240_000);

it('names the file and the place of what cannot be written, and writes the others', async () => {
  const root = sinkWith({
    'slides/sample.yaml': [
      '      - One point with',
      `      - ${'Many words that nobody can read from the back of the room. '.repeat(30)}One point with`,
    ],
  });
  const out = newFolder('downloads');
  const fault = await writeDownloads({ root, site: readContent(root).site, outDir: out }).catch(
    (error: Error) => error.message,
  );
  expect(fault).toMatch(
    /^downloads\/csec-toolkit-05-sample\.pptx: content\/slides\/sample\.yaml, slide `points`: .+\n\n1 of the downloads could not be written$/s,
  );
  expect(existsSync(join(out, 'csec-toolkit-05-sample.pdf'))).toBe(true);
}, 240_000);
