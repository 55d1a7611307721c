/** The packet of everything: when its first part stands, when all do, and the longest task in between. */
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { serveFolder } from '../../scripts/serve.ts';
import { root } from '../root.ts';
import { shellPath } from '../programs.ts';

const site = process.argv[2] ?? join(root, 'dist');
/** In milliseconds. The first part may wait for the network; a task is processor time. */
const most = { first: 1000, task: 200 };

interface Times {
  first: number;
  all: number;
  longest: number;
  nodes: number;
  parts: number;
}

async function timesOf(browser: Browser, address: string): Promise<Times> {
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  await page.goto(`${address}packet/`);
  await page.waitForTimeout(1000);
  return page.evaluate(async () => {
    const names = [...document.querySelectorAll<HTMLInputElement>('input[name=part]')].map(({ value }) => value);
    let longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    }).observe({ entryTypes: ['longtask'] });
    const start = performance.now();
    const standing = '.packet-document .part:not([data-waiting])';
    const until = async (isDone: () => boolean): Promise<number> => {
      while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 20));
      return performance.now() - start;
    };
    location.hash = `#p=${names.join(',')}`;
    const first = await until(() => document.querySelector(standing) !== null);
    const all = await until(
      () => document.querySelector(standing) !== null && !document.querySelector('.part[data-waiting]'),
    );
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const parts = document.querySelectorAll(standing).length;
    return { first, all, longest, nodes: document.querySelectorAll('.packet-document *').length, parts };
  });
}

if (!shellPath) console.log('No Chromium is installed: the packet was not measured.');
else {
  const { server, address } = await serveFolder(site);
  const browser = await chromium.launch({ executablePath: shellPath, args: ['--no-sandbox', '--disable-gpu'] });
  const { first, all, longest, nodes, parts } = await timesOf(browser, address);
  const isSlow = first > most.first || longest > most.task;
  const round = (time: number): string => `${Math.round(time)} ms`;
  console.log(
    `packet of everything: ${parts} parts, ${nodes} elements`.padEnd(52),
    `first part after ${round(first)} of ${round(most.first)}, all after ${round(all)},`,
    `longest task ${longest === 0 ? 'under 50 ms' : round(longest)} of ${round(most.task)}${isSlow ? '  OVER BUDGET' : ''}`,
  );
  if (isSlow) process.exitCode = 1;
  await browser.close();
  server.close();
  server.closeAllConnections();
}
