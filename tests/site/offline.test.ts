import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { weigh } from '../../scripts/bundle.ts';
import { checkLinks } from '../../scripts/checks/links.ts';
import { elementsOf, filesIn, readText } from '../../scripts/html.ts';
import { bundleFile, topFolder } from '../../scripts/offline/copy.ts';
import { sizeInWords } from '../../src/site/downloads.ts';
import { newFolder } from '../scratch.ts';

const folder = newFolder('offline');
const copy = join(folder, topFolder);
let zip: Buffer;
beforeAll(() => {
  zip = readFileSync(join(inject('site'), 'downloads', bundleFile));
  for (const [file, bytes] of Object.entries(unzipSync(zip))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), bytes);
  }
});

/** Files of the search index that the copy has in another form than the site, or not at all. */
function changedIndexFiles(): string[] {
  const scripts = filesIn(join(copy, 'pagefind')).map((file) => readText(join(copy, 'pagefind'), file));
  const { files = {} } = runInNewContext(`${scripts.join('')};csec`) as { files?: Record<string, string> };
  const folder = join(inject('site'), 'pagefind');
  return filesIn(folder).filter(
    (file) => !readFileSync(join(folder, file)).equals(Buffer.from(files[file] ?? '', 'base64')),
  );
}

/** Changes a file of the copy while something is looked at. */
function withDefect(file: string, change: (text: string) => string, look: () => void): void {
  const text = readText(copy, file);
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(join(copy, file), changed);
  look();
  writeFileSync(join(copy, file), text);
}

describe('the offline copy', () => {
  it('has every page and file of the site, and every link leads to one', () => {
    const site = filesIn(inject('site')).filter(
      (file) =>
        !/^pagefind\/|^(404\.html|sw\.js|sitemap.*\.xml|_headers|\.htaccess|_astro\/kept-.*)$/.test(file) &&
        file !== `downloads/${bundleFile}`,
    );
    const files = new Set(filesIn(copy));
    expect(site.filter((file) => !files.has(file))).toEqual([]);
    expect(checkLinks(copy, { asFiles: true })).toEqual([]);
  });

  it('searches the same index', () => {
    expect(filesIn(join(copy, 'pagefind')).length).toBeGreaterThan(50);
    expect(changedIndexFiles()).toEqual([]);
  });

  it('loads nothing but files of its own', () => {
    const loading = filesIn(copy)
      .filter((file) => file.endsWith('.css'))
      .flatMap((file) =>
        [...readText(copy, file).matchAll(/url\(([^)]*)\)|@import/g)].map(
          ([all, address]) => [file, address ?? all] as const,
        ),
      );
    const files = new Set(filesIn(copy));
    expect(
      loading.filter(
        ([file, address]) =>
          !/^["']?data:/.test(address) && !files.has(join(dirname(file), address).replaceAll('\\', '/')),
      ),
    ).toEqual([]);
  });

  it('says that it is a copy, where the site on the web offers one', () => {
    for (const file of filesIn(copy).filter((name) => name.endsWith('index.html'))) {
      const marked = [...elementsOf(readText(copy, file))].filter(({ attrs }) =>
        attrs.some(({ name, value }) => name === 'data-copy' && value !== 'offline'),
      );
      expect(marked.map(({ tagName }) => `${file} ${tagName}`)).toEqual([]);
    }
    expect(readText(copy, 'toolkits/chair/index.html')).toContain('This is an offline copy.');
    expect(readText(inject('site'), 'toolkits/chair/index.html')).toMatch(
      /<span data-copy="offline" hidden>This is an offline copy\./,
    );
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

  it('would be caught with a missing file, an address from the root, a module or another index', () => {
    const page = 'toolkits/chair/index.html';
    const faults = () => checkLinks(copy, { asFiles: true });
    withDefect(
      page,
      (html) =>
        html
          .replace('../../glossary/index.html', '/glossary/index.html')
          .replace('<script defer ', '<script type="module" ')
          .replace('../../favicon.svg', '../../no.svg'),
      () =>
        expect(faults().sort()).toEqual([
          `${page}: ../../no.svg: leads nowhere`,
          `${page}: /glossary/index.html: the address is not relative`,
          `${page}: a module script does not run here`,
        ]),
    );
    const index = `pagefind/${filesIn(join(copy, 'pagefind')).find((file) => file.startsWith('index/'))!}`;
    withDefect(
      index,
      (script) => script.replace(/=".{8}/, '="AAAAAAAA'),
      () => expect(changedIndexFiles()).toEqual([index.slice('pagefind/'.length, -'.js'.length)]),
    );
  });
});
