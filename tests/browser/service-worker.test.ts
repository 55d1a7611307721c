import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { serveFolder } from '../../scripts/serve.ts';
import { addServiceWorker } from '../../scripts/service-worker.ts';
import { isNightly, itAtNight } from '../nightly.ts';
import { shellPath } from '../programs.ts';
import { newFolder } from '../scratch.ts';
import { chromiumArguments, inBrowser } from './browser.ts';

const chair = 'toolkits/chair/';
const controlled = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null);
/** Without the large files, which no worker keeps. */
const isLight = (path: string): boolean => !/\.(zip|epub|pptx|pdf)$/.test(path);
const toDownload = 'csec-toolkit-06-chair.docx';
/** Of the files only those that are asked for here: a worker of another version asks for each again. */
const isNeeded = (path: string): boolean => {
  const [folder = '', name] = relative(inject('site'), path).split(sep);
  if (folder === 'toolkits') return name === undefined || name === 'chair';
  if (folder === 'downloads') return name === undefined || ['index.html', toDownload].includes(name);
  return (
    ['', '_astro', 'exporters', 'glossary', 'help', 'my-task-force'].includes(folder) ||
    /\.\w+$|^_headers$/.test(folder)
  );
};
/** What is kept, as addresses within the site. */
const keptFiles = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const root = (document.querySelector('a[rel=home]') as HTMLAnchorElement).href.replace(/[^/]*$/, '');
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => url.slice(root.length));
  });
const title = (page: Page) => page.locator('h1').textContent();

inBrowser('the site without a network', () => {
  let browser: Browser;
  let context: BrowserContext;
  let site: string;
  let address: string;
  let unplug: () => Promise<unknown>;
  let small: string;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: shellPath!, args: chromiumArguments });
    small = newFolder('worker');
    cpSync(inject('site'), small, { recursive: true, filter: isNeeded });
    await renew(small);
  });
  afterAll(() => browser?.close());
  beforeEach(async ({ task }) => {
    site = newFolder('worker');
    const isWhole = isNightly && task.name.includes('every page');
    cpSync(isWhole ? inject('site') : small, site, { recursive: true, filter: isWhole ? isLight : () => true });
    const served = await serveFolder(site, { base: '/some/where/' });
    address = served.address;
    unplug = () => new Promise((resolve) => (served.server.close(resolve), served.server.closeAllConnections()));
    context = await browser.newContext();
  });
  afterEach(async () => {
    await context.close();
    await unplug().catch(() => undefined);
  });

  async function visit(path = chair): Promise<{ page: Page; faults: string[] }> {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(address + path);
    return { page, faults };
  }
  /** Another version goes online: one page with another title. */
  async function publish(words: string): Promise<void> {
    const file = join(site, chair, 'index.html');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(<h1[^>]*>)[^<]*/, `$1${words}`));
    await renew(site);
  }
  async function renew(folder: string): Promise<void> {
    for (const page of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.html'),
    ))
      writeFileSync(join(folder, page), readFileSync(join(folder, page), 'utf8').replace(/ data-version="\w+"/, ''));
    await addServiceWorker(folder);
  }

  /** Has all pages kept, as a reader does. */
  async function keepAll(): Promise<Awaited<ReturnType<typeof visit>>> {
    const visited = await visit('downloads/');
    await controlled(visited.page);
    await visited.page.getByRole('button', { name: 'Keep all pages and tools' }).click();
    await visited.page.getByText('All pages, the search and the tools are kept').waitFor({ timeout: 50_000 });
    return visited;
  }

  it('opens every page, searches and loads tools once all were asked for', async () => {
    const { page, faults } = await keepAll();
    await unplug();
    const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter(
      (file) =>
        /index\.html$|\.js$|pagefind\/.*\./.test(file) &&
        !/^(sw\.js|downloads\/.*\.)/.test(file.replace('downloads/index.html', '')),
    );
    expect(files.length).toBeGreaterThan(isNightly ? 300 : 30);
    const kept = await page.evaluate(async () => {
      const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      return all.flat().map(({ url }) => url);
    });
    const addresses = files.map((file) => address + file.replaceAll(sep, '/').replace(/index\.html$/, ''));
    expect(addresses.filter((one) => !kept.includes(one))).toEqual([]);
    const failed = await page.evaluate(async (names) => {
      const missing: string[] = [];
      for (const name of names)
        await fetch(name).then(
          (response) => response.ok || missing.push(name),
          () => missing.push(name),
        );
      return missing;
    }, addresses);
    expect(failed).toEqual([]);
    await page.goto(`${address}toolkits/chair`);
    expect(page.url()).toBe(`${address}toolkits/chair/`);
    await page.goto(address);
    expect(faults).toEqual([]);
    await page.keyboard.press('/');
    await page.keyboard.type('listserv');
    // The words around what was found stand in files that by day are not there.
    await page
      .locator(isNightly ? '.search-results mark' : '.search-results a')
      .first()
      .waitFor();
    await page.goto(`${address}downloads/csec-duty-list-chair.docx`);
    expect(await title(page)).toBe('This is not here without a network');
  });

  it('fetches little unasked, says what is kept, and keeps a tool that was used but no page that was read', async () => {
    const { page } = await visit();
    await controlled(page);
    await page.locator('.foot', { hasText: 'Its toolkits are kept in this browser.' }).waitFor();
    const first = await keptFiles(page);
    expect(first).toContain('help/');
    await page.goto(`${address}my-task-force/`);
    await page.evaluate((script) => fetch(script).then((response) => response.text()), `${address}exporters/csv.js`);
    await expect.poll(() => keptFiles(page)).toContain('exporters/csv.js');
    expect(await keptFiles(page)).not.toContain('my-task-force/');
  });

  itAtNight('goes on where a failure stopped it', async () => {
    const broken = join(site, 'glossary', 'index.html');
    const glossary = readFileSync(broken);
    rmSync(broken);
    const { page } = await visit();
    await expect.poll(() => keptFiles(page).then(({ length }) => length), { timeout: 20_000 }).toBeGreaterThan(10);
    expect(await keptFiles(page)).not.toContain('glossary/');
    writeFileSync(broken, glossary);
    await page.reload();
    await controlled(page);
    expect(await keptFiles(page)).toContain('glossary/');
  });

  itAtNight('takes nothing unasked on a line that saves data', async () => {
    await context.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: false, effectiveType: '3g' } }),
    );
    const { page } = await visit();
    await page.waitForTimeout(2500);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  });

  itAtNight('keeps a file to download once it was asked for', async () => {
    const { page } = await visit('downloads/');
    await controlled(page);
    const file = `${address}downloads/${toDownload}`;
    const size = (from: string) =>
      page.evaluate(async (name) => (await (await fetch(name)).arrayBuffer()).byteLength, from);
    const first = await size(file);
    await expect.poll(() => page.evaluate((name) => caches.match(name).then(Boolean), file)).toBe(true);
    await unplug();
    expect(await size(file)).toBe(first);
  });

  it('shows one version until no other window shows it, then the new one', async () => {
    const { page } = await visit();
    const old = await title(page);
    await controlled(page);
    const { page: other } = await visit('glossary/');
    await publish('The new chair');
    await page.reload();
    await page.locator('.newer').waitFor();
    expect(await title(page)).toBe(old);
    await page.getByRole('button', { name: 'Use it now' }).click();
    await page.getByText('Close the other windows').waitFor();
    // All that an open page asks for still comes from its own version.
    expect(await page.evaluate(async () => (await fetch(location.href)).text())).not.toContain('The new chair');
    await other.close();
    await page.getByRole('button', { name: 'Use it now' }).click();
    await page.getByRole('heading', { level: 1, name: 'The new chair' }).waitFor();
    await unplug();
    await page.reload();
    expect(await title(page)).toBe('The new chair');
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(1);
  });

  it('takes no version that is only half there', async () => {
    const { page } = await visit();
    const old = await title(page);
    await controlled(page);
    const glossary = readFileSync(join(site, 'glossary', 'index.html'));
    await publish('The new chair');
    writeFileSync(join(site, 'glossary', 'index.html'), glossary);
    await page.reload();
    const end = await page.evaluate(async () => {
      const registration = (await navigator.serviceWorker.getRegistration())!;
      await registration.update();
      const { installing } = registration;
      return (
        installing &&
        new Promise<string>((resolve) => installing.addEventListener('statechange', () => resolve(installing.state)))
      );
    });
    expect(end).toBe('redundant');
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(1);
    await unplug();
    await page.reload();
    expect(await title(page)).toBe(old);
  });

  itAtNight('loads again what the browser threw away, and steps aside when that has changed', async () => {
    const { page } = await visit();
    await controlled(page);
    const throwAway = () =>
      page.evaluate(async () => {
        const [name] = await caches.keys();
        const cache = await caches.open(name!);
        for (const request of await cache.keys())
          if (/chair\/$|glossary\/$/.test(request.url)) await cache.delete(request);
      });
    await throwAway();
    await page.goto(`${address}glossary/`);
    expect(await page.evaluate(async () => (await caches.match(location.href)) !== undefined)).toBe(true);
    await throwAway();
    const file = join(site, chair, 'index.html');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(<h1[^>]*>)[^<]*/, '$1The new chair'));
    await page.goto(address + chair);
    expect(await title(page)).toBe('The new chair');
    expect(
      await page.evaluate(async () => [
        (await caches.keys()).length,
        (await navigator.serviceWorker.getRegistrations()).filter(({ active }) => active?.state === 'activated').length,
      ]),
    ).toEqual([0, 0]);
  });

  itAtNight('goes away where the site has no worker any more', async () => {
    const { page } = await visit();
    await controlled(page);
    rmSync(join(site, 'sw.js'));
    await page.reload();
    await expect
      .poll(() =>
        page.evaluate(async () => [
          (await caches.keys()).length,
          (await navigator.serviceWorker.getRegistrations()).filter(({ active }) => active).length,
        ]),
      )
      .toEqual([0, 0]);
  });

  itAtNight('does not begin on the help page', async () => {
    const { page } = await visit('help/');
    await page.waitForTimeout(2500);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  });

  it('asks for what is not kept before it shows a new version', async () => {
    const { page } = await keepAll();
    await page.goto(`${address}my-task-force/`);
    await publish('The new chair');
    await page.reload();
    await page.locator('.newer').waitFor();
    await page.locator('[name=county]').fill('King County');
    await page.getByRole('button', { name: 'Use it now' }).click();
    await page.getByText('Keep what you wrote').waitFor();
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.waiting?.state)).toBe(
      'installed',
    );
    expect(await page.locator('[name=county]').inputValue()).toBe('King County');
  });

  it('can be switched off, stays off, and on again', async () => {
    const { page, faults } = await visit();
    await controlled(page);
    await page.goto(`${address}downloads/#offline-copy`);
    await page.getByText('are kept in this browser now.').waitFor();
    await page.getByRole('button', { name: 'Take the pages off this browser' }).click();
    await page.getByText('No pages are kept in this browser.').waitFor();
    const state = () =>
      page.evaluate(async () => [
        (await caches.keys()).length,
        (await navigator.serviceWorker.getRegistrations()).length,
      ]);
    // Nor does what this window asks for from now on stay.
    expect(await page.evaluate(async (file) => (await fetch(file)).ok, `${address}glossary/`)).toBe(true);
    expect(await state()).toEqual([0, 0]);
    await page.getByRole('button', { name: 'Keep the toolkits in this browser' }).click();
    await page.getByText('are kept in this browser now.').waitFor();
    expect((await keptFiles(page)).length).toBeGreaterThan(10);
    await page.getByRole('button', { name: 'Take the pages off this browser' }).click();
    await page.getByText('No pages are kept in this browser.').waitFor();
    await page.goto(address + chair);
    await page.waitForTimeout(2500);
    expect(await state()).toEqual([0, 0]);
    expect(faults).toEqual([]);
  });

  itAtNight('does not begin for who comes to switch it off', async () => {
    const { page } = await visit('downloads/#offline-copy');
    await page.getByText('No pages are kept in this browser.').waitFor();
    await page.waitForTimeout(2500);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  });
});
