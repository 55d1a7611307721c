/** All pages in Firefox: no error, no other origin, no sideways scroll, no fault that axe finds; journeys there: journeys.ts. */
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { serveFolder } from '../../scripts/serve.ts';
import { firefoxPath } from '../programs.ts';
import { newFolder } from '../scratch.ts';
import { axeOptions, axeSource, linesOf, violationsHere } from './axe.ts';
import { startFirefox } from './journeys.ts';
import { allPages, sorts, widths } from './page-sorts.ts';

describe.runIf(firefoxPath)('pages in Firefox', () => {
  let browser: Browser;
  let page: Page;
  let address: string;
  let end: () => unknown;
  const faults: string[] = [];
  beforeAll(async () => {
    const served = await serveFolder(inject('site'), {});
    ({ address } = served);
    end = () => served.server.close();
    browser = await startFirefox(firefoxPath!, join(newFolder('firefox'), 'profile'), { storage: true, network: true });
    page = await browser.newPage();
    page.on('console', (message) => message.type() === 'error' && faults.push(`${page.url()}: ${message.text()}`));
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${String(error)}`));
    page.on(
      'response',
      (response) => response.status() >= 400 && faults.push(`${response.status()} ${response.url()}`),
    );
    page.on('request', (request) => {
      if (!request.url().startsWith(address) && !/^(data|blob|about):/.test(request.url()))
        faults.push(`asked ${request.url()}`);
    });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    end?.();
  });

  it(
    'open without an error or another origin, and fit 320 px, with spaced text, too',
    { timeout: 1_200_000 },
    async () => {
      // Its bar to scroll with takes a place beside the page.
      await page.setViewport({ width: 320, height: 640 });
      await page.goto(address);
      const bar = 320 - (await page.evaluate(() => document.documentElement.clientWidth));
      await page.setViewport({ width: 320 + bar, height: 640 });
      const wide: unknown[] = [];
      for (const path of allPages()) {
        await page.goto(address + path);
        const asked = await page.evaluate(widths);
        const { headings, room } = await page.evaluate(() => ({
          headings: document.querySelectorAll('h1').length,
          room: document.documentElement.clientWidth,
        }));
        if (headings !== 1 || Math.max(...asked) > room) wide.push([path, headings, ...asked, room]);
      }
      expect(wide).toEqual([]);
      expect(faults).toEqual([]);
    },
  );

  it.each(sorts)(
    '%s has no accessibility fault that axe can find, light and dark',
    { timeout: 180_000 },
    async (path) => {
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(address + path);
      await page.evaluate(axeSource);
      for (const colors of ['light', 'dark'] as const) {
        await page.evaluate((colors) => void (document.documentElement.dataset['colors'] = colors), colors);
        const found = await page.evaluate(violationsHere, axeOptions(colors));
        expect(linesOf(found, colors)).toEqual([]);
      }
      expect(faults).toEqual([]);
    },
  );
});
