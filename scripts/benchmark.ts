/**
 * `npm run benchmark`: what a visit weighs, against the budgets. Compressed with brotli at level 11, as static hosts do.
 * Ratios to the budget, in one run; nothing here fails a test.
 */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { attribute, elementsOf, filesIn, readText } from './html.ts';

const site = fileURLToPath(new URL('../dist', import.meta.url));
const weigh = (file: string): number => (/\.(woff2|png)$/.test(file) ? readFileSync(join(site, file)).length : brotliCompressSync(readFileSync(join(site, file))).length);
const row = (name: string, bytes: number, budget: number) => console.log(`${name.padEnd(58)} ${String(bytes).padStart(7)} B  ${(bytes / budget).toFixed(2)} of ${budget} B`);

/** The files that a page makes the browser fetch: blocking styles, scripts, the face, the icon. */
function loadedBy(page: string): { blocking: string[]; other: string[] } {
  const from = (href: string) => posix.join(posix.dirname(page), href);
  const elements = [...elementsOf(readText(site, page))];
  const links = elements.filter(({ tagName }) => tagName === 'link');
  const blocking = links.filter((link) => attribute(link, 'rel') === 'stylesheet' && attribute(link, 'media') !== 'print').map((link) => from(attribute(link, 'href')!));
  const scripts = elements.flatMap((element) => (element.tagName === 'script' ? (attribute(element, 'src') ?? []) : [])).map(from);
  const faces = blocking.flatMap((file) => [...readText(site, file).matchAll(/url\(["']?([^"')]+\.woff2)/g)].map(([, href]) => posix.join(posix.dirname(file), href!)));
  const icons = links.filter((link) => /icon/.test(attribute(link, 'rel') ?? '')).map((link) => from(attribute(link, 'href')!));
  return { blocking, other: [...scripts, ...faces, ...icons] };
}

const pages = filesIn(site).filter((file) => /^toolkits\/.*index\.html$/.test(file));
for (const page of pages) {
  const { blocking } = loadedBy(page);
  row(`${page.replace('index.html', '')}: HTML and blocking CSS`, weigh(page) + blocking.reduce((sum, file) => sum + weigh(file), 0), 14_600);
}
const { blocking, other } = loadedBy('index.html');
const visit = ['index.html', ...blocking, ...other];
row(`first visit to the front page, ${visit.length} requests`, visit.reduce((sum, file) => sum + weigh(file), 0), 35_000);
for (const page of pages) row(`second page: ${page.replace('index.html', '')}`, weigh(page), 8_000);
const search = filesIn(site).filter((file) => /^pagefind\/(pagefind\.js|pagefind-entry\.json|wasm\.en|pagefind\.en)/.test(file));
row('search engine, on the first search', search.reduce((sum, file) => sum + weigh(file), 0), 80_000);
