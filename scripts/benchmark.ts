/**
 * `npm run benchmark`: what a visit weighs and what writing the downloads takes, against the budgets. Compressed with brotli at level 11, as static hosts do.
 * Ratios to the budget, in one run. What a browser really fetches is measured after it, and fails over budget (`tests/benchmark/visits.ts`).
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { mostRead } from '../src/client/search/search.ts';
import { attribute, elementsOf, filesIn, readText } from './html.ts';
import { root } from './project.ts';

const site = join(root, 'dist');
const weigh = (file: string): number =>
  /\.(woff2|png)$/.test(file)
    ? readFileSync(join(site, file)).length
    : brotliCompressSync(readFileSync(join(site, file))).length;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const row = (name: string, bytes: number, budget: number) =>
  console.log(`${name.padEnd(58)} ${String(bytes).padStart(7)} B  ${(bytes / budget).toFixed(2)} of ${budget} B`);

/** The files that a page makes the browser fetch: blocking styles, scripts, the face, the icon. */
function loadedBy(page: string): { blocking: string[]; other: string[] } {
  const from = (href: string) => posix.join(posix.dirname(page), href);
  const elements = [...elementsOf(readText(site, page))];
  const links = elements.filter(({ tagName }) => tagName === 'link');
  const blocking = links
    .filter((link) => attribute(link, 'rel') === 'stylesheet' && attribute(link, 'media') !== 'print')
    .map((link) => from(attribute(link, 'href')!));
  const scripts = elements
    .flatMap((element) => (element.tagName === 'script' ? (attribute(element, 'src') ?? []) : []))
    .map(from);
  const faces = blocking.flatMap((file) =>
    [...readText(site, file).matchAll(/url\(["']?([^"')]+\.woff2)/g)].map(([, href]) =>
      posix.join(posix.dirname(file), href!),
    ),
  );
  const icons = links
    .filter((link) => /icon/.test(attribute(link, 'rel') ?? ''))
    .map((link) => from(attribute(link, 'href')!));
  return { blocking, other: [...scripts, ...faces, ...icons] };
}

/** Writes all downloads in a process of its own, with the cache as it is. */
async function timeDownloads(what: string, folder: string): Promise<void> {
  const script = `
    import { readContent } from '${new URL('../src/reader/read.ts', import.meta.url).href}';
    import { writeDownloads } from '${new URL('downloads.ts', import.meta.url).href}';
    const { site } = readContent(${JSON.stringify(root)});
    const start = performance.now();
    const files = await writeDownloads({ root: ${JSON.stringify(folder)}, site, outDir: ${JSON.stringify(join(folder, 'out'))} });
    console.log(JSON.stringify([files.length, performance.now() - start, process.resourceUsage().maxRSS]));`;
  const [files, time, memory] = JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }),
  ) as [number, number, number];
  console.log(
    `${`${files} downloads, ${what}`.padEnd(58)} ${(time / 1000).toFixed(1).padStart(7)} s  ` +
      `${(time / 30_000).toFixed(2)} of 30 s; ${(memory / 1e6).toFixed(2)} GB, ${(memory / 1.5e6).toFixed(2)} of 1.5 GB`,
  );
}

const pages = filesIn(site).filter((file) => /^toolkits\/.*index\.html$/.test(file));
for (const page of pages) {
  const { blocking } = loadedBy(page);
  row(
    `${page.replace('index.html', '')}: HTML and blocking CSS`,
    weigh(page) + blocking.reduce((sum, file) => sum + weigh(file), 0),
    14_600,
  );
}
const { blocking, other } = loadedBy('index.html');
const visit = ['index.html', ...blocking, ...other];
row(
  `first visit to the front page, ${visit.length} requests`,
  visit.reduce((sum, file) => sum + weigh(file), 0),
  35_000,
);
for (const page of pages) row(`second page: ${page.replace('index.html', '')}`, weigh(page), 8_000);
const texts = filesIn(site).filter((file) => file.startsWith('pagefind/fragment/'));
const largest = texts.map(weigh).sort((a, b) => b - a);
const search = weigh('exporters/search.js');
row(
  'first search: engine, index and the most texts it reads',
  search + Math.min(sum(largest), mostRead * 1000),
  100_000,
);
const engine = filesIn(site).filter((file) =>
  /^exporters\/full-text\.js|^pagefind\/(pagefind-entry\.json|wasm\.en|pagefind\.en)/.test(file),
);
const parts = filesIn(site).filter((file) => file.startsWith('pagefind/index/'));
console.log(
  `${'on a click, all texts: Pagefind and one part of its index'.padEnd(58)} ` +
    `${String(sum(engine.map(weigh)) + Math.max(...parts.map(weigh))).padStart(7)} B`,
);
for (const page of [
  'templates/memorandum-of-understanding',
  'checklists/phase-1',
  'forms/attendance-log',
  'rosters/members',
  'timelines/first-18-months',
  'my-task-force',
  'packet',
]) {
  const { blocking: styles, other: rest } = loadedBy(`${page}/index.html`);
  row(
    `tool page: ${page}`,
    [`${page}/index.html`, ...styles, ...rest].reduce((sum, file) => sum + weigh(file), 0),
    80_000,
  );
}
for (const file of filesIn(site).filter(
  (name) => name.startsWith('exporters/') && !/\/(search|full-text)\.js$/.test(name),
))
  console.log(`${`on a click: ${file}`.padEnd(58)} ${String(weigh(file)).padStart(7)} B`);
const folder = mkdtempSync(join(tmpdir(), 'benchmark-'));
cpSync(join(root, 'content', 'figures'), join(folder, 'content', 'figures'), { recursive: true });
await timeDownloads('nothing written before', folder);
await timeDownloads('nothing changed', folder);
rmSync(folder, { recursive: true, force: true });
