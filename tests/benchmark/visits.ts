/** What a browser fetches on a visit, as it really does: the requests of a page, what each weighs, and what comes unasked. */
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { filesIn, readText } from '../../scripts/html.ts';
import { serveFolder } from '../../scripts/serve.ts';
import { root } from '../root.ts';
import { shellPath } from '../programs.ts';
import { filesOf, weigh } from './fetched.ts';

const site = process.argv[2] ?? join(root, 'dist');
/**
 * Pages by their kind, and how many requests and bytes a first visit to one may take: a tenth more bytes than in November 2026, and
 * eight requests for tools.
 */
const budgets: Record<string, { page: string; requests: number; bytes: number }> = {
  'front page': { page: '', requests: 6, bytes: 40_000 },
  toolkit: { page: 'toolkits/chair/', requests: 6, bytes: 46_000 },
  checklist: { page: 'checklists/phase-1/', requests: 8, bytes: 65_000 },
  form: { page: 'forms/attendance-log/', requests: 8, bytes: 68_000 },
  roster: { page: 'rosters/members/', requests: 8, bytes: 63_000 },
  agreement: { page: 'templates/memorandum-of-understanding/', requests: 8, bytes: 85_000 },
  packet: { page: 'packet/', requests: 7, bytes: 65_000 },
};
/**
 * What each toolkit may weigh: its page, and what a browser needs to draw it through “In short”: the page up to there, and the sheets that it
 * waits for. The goals are 12,000 and 8,500 B; a page beyond the first has the weight of November 2026, and a twentieth more.
 */
const toolkits: Record<string, number> = {
  'what-is-a-task-force': 12_000,
  'starting-a-task-force': 18_500,
  'sustaining-a-task-force': 16_800,
  structure: 18_700,
  coordinator: 15_100,
  chair: 12_000,
  training: 15_300,
  'data-collection': 13_800,
  'statewide-coordinating-committee': 14_900,
};
const throughInShort = 8_500;
const unasked = { requests: 30, bytes: 300_000 };

let isOver = false;
function row(name: string, files: readonly string[], most?: { requests: number; bytes: number }): void {
  const bytes = files.reduce((sum, file) => sum + weigh(site, file), 0);
  const isFat = most !== undefined && (files.length > most.requests || bytes > most.bytes);
  isOver ||= isFat;
  const budget = most ? `  of ${most.requests} and ${most.bytes} B${isFat ? '  OVER BUDGET' : ''}` : '';
  console.log(
    `${name.padEnd(44)} ${String(files.length).padStart(3)} requests ${String(bytes).padStart(8)} B${budget}`,
  );
}

/** A row of bytes that must not be more than a budget. */
function bytesRow(name: string, bytes: number, most: number): void {
  isOver ||= bytes > most;
  const fault = bytes > most ? '  OVER BUDGET' : '';
  console.log(`${name.padEnd(58)} ${String(bytes).padStart(8)} B  of ${most} B${fault}`);
}

/** The weight of each toolkit, and of what is needed to draw it through “In short”. */
function weighToolkits(): void {
  const pages = filesIn(site).filter((file) => /^toolkits\/[^/]+\/index\.html$/.test(file));
  for (const page of pages) {
    const id = page.split('/')[1]!;
    const html = readText(site, page);
    const start = html.indexOf('class="in-short"');
    const opening = html.slice(0, html.indexOf('</section>', start));
    if (start < 0) throw new Error(`${page} has no “In short”`);
    const sheets = [...opening.matchAll(/<link rel="stylesheet" href="([^"]+)">/g)];
    const styles = sheets.reduce((sum, [, href]) => sum + weigh(site, join(dirname(page), href!)), 0);
    // A new toolkit begins with the goal.
    bytesRow(`toolkit ${id}: HTML`, weigh(site, page), toolkits[id] ?? 12_000);
    bytesRow('  through “In short”, with blocking styles', brotliCompressSync(opening).length + styles, throughInShort);
  }
}

async function measure(browser: Browser, address: string): Promise<void> {
  for (const [kind, { page, ...most }] of Object.entries(budgets)) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    row(`first visit: ${kind}`, await filesOf(context, address, page), most);
    await context.close();
  }
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const known = new Set(await filesOf(context, address, ''));
  for (const [kind, { page }] of Object.entries(budgets).slice(1)) {
    const asked = await filesOf(context, address, page);
    row(
      `second page after the front page: ${kind}`,
      asked.filter((file) => !known.has(file)),
    );
  }
  await context.close();
  const list = filesIn(site).find((file) => file.startsWith('_astro/kept-'))!;
  const { first } = JSON.parse(readText(site, list)) as { first: string[] };
  const files = ['sw.js', list, ...first.map((file) => file.replace(/(^|\/)$/, '$1index.html'))];
  // What the front page brought is only asked after.
  row(
    'unasked, once the front page is idle',
    files.filter((file) => !known.has(file)),
    unasked,
  );
}

weighToolkits();
if (!shellPath) console.log('No Chromium is installed: what a browser fetches was not measured.');
else {
  const { server, address } = await serveFolder(site);
  const browser = await chromium.launch({ executablePath: shellPath, args: ['--no-sandbox', '--disable-gpu'] });
  await measure(browser, address);
  await browser.close();
  server.close();
  server.closeAllConnections();
}
if (isOver) process.exitCode = 1;
