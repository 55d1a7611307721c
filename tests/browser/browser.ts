/** A real browser and a served site for the tests of what a person does. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterEach, beforeAll, describe, inject } from 'vitest';
import { serveFolder } from '../../scripts/serve.ts';
import { chromiumPath, hasReaders, shellPath } from '../programs.ts';

const drawing = [
  '--host-resolver-rules=MAP *.example 127.0.0.1',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Nobody looks at the pixels of most tests, which take a quarter of the time of a page: without memory none are drawn. */
export const chromiumArguments = [
  ...drawing,
  '--force-gpu-mem-available-mb=1',
  // Drivers ask where in a script something is said: noted while it is read, it need not be read again.
  '--js-flags=--no-enable-lazy-source-positions',
];

/** A group of browser tests. They print, too, and read what is on paper. */
export const inBrowser = describe.runIf(chromiumPath && hasReaders);

export interface Visit {
  page: Page;
  /** Console errors, failed requests, and requests to other origins, as they come. */
  faults: string[];
}
export interface Options extends BrowserContextOptions {
  /** In a context that no test has used: for what a page changes for good, as an init script does. */
  fresh?: boolean;
  /** Under the long name of `longAddress`. */
  long?: boolean;
  /** In a browser that draws its pages: for what takes a picture of one. */
  drawn?: boolean;
}
export interface Site {
  address: string;
  /** The same site under a long name, as a public host may have. */
  longAddress: string;
  /** Opens a page; the path is relative to the site's root. */
  open(path: string, options?: Options): Promise<Visit>;
}

const ofATest = ['console', 'pageerror', 'request', 'response', 'dialog', 'download', 'popup', 'filechooser'] as const;

/** One browser for the files of a worker, which ends with it: to start one costs as much as a test. And one that draws. */
const running = new Map<boolean, Promise<Browser>>();
export async function startedBrowser(drawn = false): Promise<Browser> {
  if (!(await running.get(drawn))?.isConnected())
    running.set(drawn, chromium.launch({ executablePath: shellPath!, args: drawn ? drawing : chromiumArguments }));
  return running.get(drawn)!;
}

interface Served {
  address: string;
  /** Pages of former tests, as new: one whose process has run before costs a fifth of a new one. */
  idle: Page[];
}
/** The idle pages under every base path. */
const resting = new WeakSet<Page>();
/** What is served for the files of a worker, by base path. */
const servedSites = new Map<string, Promise<Served>>();
async function served(base: string): Promise<Served> {
  const { server, address } = await serveFolder(inject('site'), { base });
  server.unref();
  return { address, idle: [] };
}

/** Serves the built site under a base path, and opens its pages in a browser, for the tests of one file. */
export function useSite(base = '/'): Site {
  let browser: Browser;
  let idle: Page[];
  /** Those of the test that runs, which may go back. */
  let lent: Page[] = [];
  const newPage = async (options: BrowserContextOptions, drawn = false): Promise<Page> => {
    const opened = drawn ? await startedBrowser(true) : browser;
    // The service worker has tests of its own.
    return (await opened.newContext({ ...view, serviceWorkers: 'block', ...options })).newPage();
  };
  const lend = async ({ viewport, colorScheme, reducedMotion }: Options): Promise<Page> => {
    const page = idle.pop() ?? (await newPage({}));
    resting.delete(page);
    lent.push(page);
    await page.setViewportSize(viewport ?? view.viewport);
    await page.emulateMedia({ media: null, colorScheme: colorScheme ?? 'light', reducedMotion: reducedMotion ?? null });
    return page;
  };
  const site: Site = {
    address: '',
    longAddress: '',
    async open(path, { fresh, long, drawn, ...options } = {}) {
      const address = long ? site.longAddress : site.address;
      const isPlain = !fresh && !drawn && Object.keys(options).every((key) => changeable.includes(key));
      const page = isPlain ? await lend(options) : await newPage(options, drawn);
      const faults: string[] = [];
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(error.message));
      page.on(
        'request',
        (request) =>
          !request.url().startsWith(new URL(address).origin) &&
          !request.url().startsWith('data:') &&
          faults.push(`asked ${request.url()}`),
      );
      page.on(
        'response',
        (response) => response.status() >= 400 && faults.push(`${response.status()} ${response.url()}`),
      );
      await page.goto(address + path);
      return { page, faults };
    },
  };
  beforeAll(async () => {
    if (!servedSites.has(base)) servedSites.set(base, served(base));
    ({ address: site.address, idle } = await servedSites.get(base)!);
    site.longAddress = site.address.replace('localhost', 'toolkits.some-long-organization-name.example');
    browser = await startedBrowser();
  });
  afterEach(async () => {
    const used = lent.filter((page) => !page.isClosed());
    lent = [];
    for (const context of [...browser.contexts(), ...((await running.get(true))?.contexts() ?? [])])
      if (!context.pages().some((page) => used.includes(page) || resting.has(page))) await context.close();
    for (const page of used) {
      if (!(await isAsNew(page, [site.address, site.longAddress]))) continue;
      resting.add(page);
      idle.push(page);
    }
  });
  return site;
}

/** What of a context’s options an open page can change. */
const changeable = ['viewport', 'colorScheme', 'reducedMotion'];
const view = { viewport: { width: 1280, height: 900 } };

/** Takes away what a test left in a page. False where it could not be: then the page is closed. */
async function isAsNew(page: Page, addresses: readonly string[]): Promise<boolean> {
  try {
    for (const name of ofATest) page.removeAllListeners(name);
    for (const other of page.context().pages()) if (other !== page) await other.close();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    const { origin } = new URL(page.url());
    const address = addresses.find((one) => new URL(one).origin === origin);
    if (address === undefined) throw new Error('a page of another origin leaves what it stored here');
    // A drawing of the same origin: nothing runs there, and the process stays.
    await page.goto(`${address}favicon.svg`);
    await page.evaluate(() => sessionStorage.clear());
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await session.detach();
    return true;
  } catch {
    await page.context().close();
    return false;
  }
}
