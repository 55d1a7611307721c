import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { weigh } from '../../scripts/bundle.ts';
import { checkLinks } from '../../scripts/checks/links.ts';
import { elementsOf, filesIn, readText } from '../../scripts/html.ts';
import { bundleFile, topFolder } from '../../scripts/offline/copy.ts';
import { sizeInWords } from '../../src/model/downloads.ts';

const folder = mkdtempSync(join(tmpdir(), 'offline-'));
const copy = join(folder, topFolder);
let zip: Buffer;
beforeAll(() => {
  zip = readFileSync(join(inject('site'), 'downloads', bundleFile));
  for (const [file, bytes] of Object.entries(unzipSync(zip))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), bytes);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the offline copy', () => {
  it('has every page and file of the site, and every link leads to one', () => {
    const site = filesIn(inject('site')).filter((file) => !/^_astro\/.*\.js$|^pagefind\/|^(404\.html|sw\.js)$/.test(file) && file !== `downloads/${bundleFile}`);
    const files = new Set(filesIn(copy));
    expect(site.filter((file) => !files.has(file))).toEqual([]);
    expect(filesIn(join(inject('site'), 'pagefind')).filter((file) => !files.has(`pagefind/${file}.js`))).toEqual([]);
    expect(checkLinks(copy, { asFiles: true })).toEqual([]);
  });

  it('loads nothing but files of its own', () => {
    const loading = filesIn(copy).filter((file) => file.endsWith('.css')).flatMap((file) => [...readText(copy, file).matchAll(/url\(([^)]*)\)|@import/g)].map(([all, address]) => [file, address ?? all] as const));
    const files = new Set(filesIn(copy));
    expect(loading.filter(([file, address]) => !address.startsWith('data:') && !files.has(join(dirname(file), address).replaceAll('\\', '/')))).toEqual([]);
  });

  it('says that it is a copy, where the site on the web offers one', () => {
    for (const file of filesIn(copy).filter((name) => name.endsWith('index.html'))) {
      const marked = [...elementsOf(readText(copy, file))].filter(({ attrs }) => attrs.some(({ name, value }) => name === 'data-copy' && value !== 'offline'));
      expect(marked.map(({ tagName }) => `${file} ${tagName}`)).toEqual([]);
    }
    expect(readText(copy, 'toolkits/chair/index.html')).toContain('This is an offline copy.');
    expect(readText(inject('site'), 'toolkits/chair/index.html')).toMatch(/<span data-copy="offline" hidden>This is an offline copy\./);
  });

  it('stands beside its size and sum', () => {
    const page = readText(inject('site'), 'downloads/index.html');
    const sum = createHash('sha256').update(zip).digest('hex');
    expect(page).toContain(`<code>${sum}</code>`);
    expect(page).toContain(`ZIP, ${sizeInWords(zip.length)}`);
    const sums = readText(inject('site'), 'downloads/SHA256SUMS').trimEnd().split('\n');
    expect(sums).toContain(`${sum}  ${bundleFile}`);
    expect(sums.map((line) => line.slice(66))).toEqual(sums.map((line) => line.slice(66)).sort());
  });

  it('weighs 5 MB or less without its downloads', () => {
    const rows = weigh(zip).slice(0, -1);
    expect(rows.filter(({ files }) => files === 0)).toEqual([]);
    expect(rows.reduce((sum, { packed }) => sum + packed, 0)).toBeLessThanOrEqual(5_000_000);
  });
});
