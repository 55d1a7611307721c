/** A real browser and a served site for the tests of what a person does. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { serveFolder } from '../../scripts/serve.ts';
import { chromiumPath, hasReaders, shellPath } from '../programs.ts';

export const chromiumArguments = [
  '--host-resolver-rules=MAP *.example 127.0.0.1',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A group of browser tests. They print, too, and read what is on paper. */
export const inBrowser = describe.runIf(chromiumPath && hasReaders);

export interface Visit {
  page: Page;
  /** Console errors, failed requests, and requests to other origins, as they come. */
  faults: string[];
}
export interface Site {
  address: string;
  /** The same site under a long name, as a public host may have. */
  longAddress: string;
  /** Opens a page; the path is relative to the site's root. */
  open(path: string, options?: BrowserContextOptions): Promise<Visit>;
}

/** Serves the built site under a base path and starts a browser, for the tests of one file. */
export function useSite(base = '/'): Site {
  let browser: Browser;
  let close: () => void;
  const site: Site = {
    address: '',
    longAddress: '',
    async open(path, options = {}) {
      // The service worker has tests of its own.
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        serviceWorkers: 'block',
        ...options,
      });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(error.message));
      page.on(
        'request',
        (request) =>
          !request.url().startsWith(new URL(site.address).origin) &&
          !request.url().startsWith('data:') &&
          faults.push(`asked ${request.url()}`),
      );
      page.on(
        'response',
        (response) => response.status() >= 400 && faults.push(`${response.status()} ${response.url()}`),
      );
      await page.goto(site.address + path);
      return { page, faults };
    },
  };
  beforeAll(async () => {
    const served = await serveFolder(inject('site'), { base });
    site.address = served.address;
    site.longAddress = served.address.replace('localhost', 'toolkits.some-long-organization-name.example');
    close = () => served.server.close();
    browser = await chromium.launch({ executablePath: shellPath!, args: chromiumArguments });
  });
  afterAll(async () => {
    await browser?.close();
    close?.();
  });
  return site;
}
