/** How long a reader waits for a first result: from local files, in Chromium, on a processor slowed down four times. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { chromium, type Browser } from 'playwright-core';
import { bundleFile, topFolder } from '../../scripts/offline/copy.ts';
import { shellPath } from '../programs.ts';

/** How many times slower the processor is made. */
export const slowdown = 4;
const queries = [
  'memorandum',
  'judge',
  'cop training',
  'policía',
  'atendance sheet',
  'RCW 7.68.805',
  'who can be chair',
];
const median = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;

export interface Speed {
  /** Milliseconds from the key that opens the search to the first result: the first time on a page, and then for other words. */
  cold: number;
  warm: number;
}

/** Measures the offline copy of a built site. @returns medians, or nothing where there is no Chromium */
export async function measureSpeed(site: string): Promise<Speed | undefined> {
  if (!shellPath) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'search-speed-'));
  for (const [file, bytes] of Object.entries(unzipSync(readFileSync(join(site, 'downloads', bundleFile))))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), bytes);
  }
  const page = pathToFileURL(join(folder, topFolder, 'toolkits', 'chair', 'index.html')).href;
  const browser = await chromium.launch({ executablePath: shellPath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const visits: number[][] = [];
    for (const query of queries) visits.push(await visit(browser, page, [query, ...queries]));
    return { cold: median(visits.map(([first]) => first!)), warm: median(visits.flatMap(([, , ...later]) => later)) };
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens a page, and the search on it. @returns the time to the first result for each query */
async function visit(browser: Browser, address: string, words: string[]): Promise<number[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const times: number[] = [];
  for (const query of words) times.push(await page.evaluate(timeToResult, query));
  await context.close();
  return times;
}

/** Runs in the page: opens the search as a key does, types at once, and waits until results are drawn. */
async function timeToResult(query: string): Promise<number> {
  const list = document.querySelector('.search-results')!;
  const input = document.querySelector<HTMLInputElement>('dialog.search input')!;
  list.replaceChildren();
  const start = performance.now();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }));
  input.value = query;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  while (!list.firstElementChild) await new Promise(requestAnimationFrame);
  const time = performance.now() - start;
  document.querySelector<HTMLDialogElement>('dialog.search')!.close();
  return time;
}
