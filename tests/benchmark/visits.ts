/** What a browser fetches on a visit, as it really does: the requests of a page, what each weighs, and what comes unasked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { filesIn, readText } from '../../scripts/html.ts';
import { serveFolder } from '../../scripts/serve.ts';
import { root } from '../root.ts';
import { shellPath } from '../programs.ts';

const site = process.argv[2] ?? join(root, 'dist');
/**
 * Pages by their kind, and how many requests and bytes a first visit to one may take: a tenth more bytes than in November 2026, and
 * nine requests for tools.
 */
const budgets: Record<string, { page: string; requests: number; bytes: number }> = {
  'front page': { page: '', requests: 5, bytes: 40_000 },
  toolkit: { page: 'toolkits/chair/', requests: 5, bytes: 46_000 },
  checklist: { page: 'checklists/phase-1/', requests: 9, bytes: 65_000 },
  form: { page: 'forms/attendance-log/', requests: 9, bytes: 68_000 },
  roster: { page: 'rosters/members/', requests: 9, bytes: 63_000 },
  agreement: { page: 'templates/memorandum-of-understanding/', requests: 9, bytes: 85_000 },
  packet: { page: 'packet/', requests: 7, bytes: 65_000 },
};
const unasked = { requests: 30, bytes: 300_000 };

const weigh = (file: string): number =>
  /\.(woff2|png)$/.test(file)
    ? readFileSync(join(site, file)).length
    : brotliCompressSync(readFileSync(join(site, file))).length;
let isOver = false;
function row(name: string, files: readonly string[], most?: { requests: number; bytes: number }): void {
  const bytes = files.map(weigh).reduce((sum, size) => sum + size, 0);
  const isFat = most !== undefined && (files.length > most.requests || bytes > most.bytes);
  isOver ||= isFat;
  const budget = most ? `  of ${most.requests} and ${most.bytes} B${isFat ? '  OVER BUDGET' : ''}` : '';
  console.log(
    `${name.padEnd(44)} ${String(files.length).padStart(3)} requests ${String(bytes).padStart(8)} B${budget}`,
  );
}

/** Opens a page. @returns the files that the browser asked for until half a second after the page was loaded */
async function filesOf(context: BrowserContext, address: string, page: string): Promise<string[]> {
  const tab = await context.newPage();
  const asked: string[] = [];
  tab.on('requestfinished', (request) =>
    asked.push(
      request
        .url()
        .slice(address.length)
        .replace(/[?#].*/, ''),
    ),
  );
  await tab.goto(address + page, { waitUntil: 'load' });
  await tab.waitForTimeout(500);
  await tab.close();
  return asked.map((file) => file.replace(/(^|\/)$/, '$1index.html'));
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

if (!shellPath) console.log('No Chromium is installed: what a browser fetches was not measured.');
else {
  const { server, address } = await serveFolder(site);
  const browser = await chromium.launch({ executablePath: shellPath, args: ['--no-sandbox', '--disable-gpu'] });
  await measure(browser, address);
  await browser.close();
  server.close();
  server.closeAllConnections();
  if (isOver) process.exitCode = 1;
}
