/** What comes when it is asked for, and what writing the downloads takes. Bytes over budget fail; times depend on the machine. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesIn } from '../../scripts/html.ts';
import { mostRead } from '../../src/client/search/search.ts';
import { root } from '../root.ts';
import { weigh as weightOf } from './fetched.ts';

const site = join(root, 'dist');
const weigh = (file: string): number => weightOf(site, file);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
/** A row of bytes that must not be more than a budget. */
function row(name: string, bytes: number, most: number): void {
  const fault = bytes > most ? '  OVER BUDGET' : '';
  if (fault) process.exitCode = 1;
  console.log(`${name.padEnd(58)} ${String(bytes).padStart(7)} B  of ${most} B${fault}`);
}

/** Writes all downloads in a process of its own, with the cache as it is. */
async function timeDownloads(what: string, folder: string): Promise<void> {
  const script = `
    import { readContent } from '${new URL('../../src/reader/read.ts', import.meta.url).href}';
    import { writeDownloads } from '${new URL('../../scripts/downloads.ts', import.meta.url).href}';
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
for (const file of filesIn(site).filter(
  (name) => name.startsWith('exporters/') && !/\/(search|full-text)\.js$/.test(name),
))
  console.log(`${`on a click: ${file}`.padEnd(58)} ${String(weigh(file)).padStart(7)} B`);
const folder = mkdtempSync(join(tmpdir(), 'benchmark-'));
cpSync(join(root, 'content', 'figures'), join(folder, 'content', 'figures'), { recursive: true });
await timeDownloads('nothing written before', folder);
await timeDownloads('nothing changed', folder);
rmSync(folder, { recursive: true, force: true });
