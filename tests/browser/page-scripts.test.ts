/** Each page has one script; when it does not come, the page asks once more, and then says so. */
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { attribute, elementsOf, filesIn, readText } from '../../scripts/html.ts';
import { isNightly } from '../nightly.ts';
import { inBrowser, useSite } from './browser.ts';

const kinds = [
  '',
  'help/',
  'toolkits/starting-a-task-force/',
  'checklists/phase-1/',
  'duties/chair/',
  'templates/memorandum-of-understanding/',
  'forms/attendance-log/',
  'timelines/first-18-months/',
  'rosters/members/',
  'packet/',
  'my-task-force/',
];
/** One without a tool, one that keeps words; all pages have the same script. */
const few = kinds.filter((path) => /^$|^my-/.test(path));
/** Runs in a page before its own scripts: notes in `slow` what they call until the last has run. */
function noteSlowCalls(): void {
  type Called = (...given: unknown[]) => unknown;
  const slow: string[] = [];
  Object.assign(globalThis, { slow });
  const note = (what: string): void => {
    if ('waiting' in document.documentElement.dataset) slow.push(what);
  };
  const watch = (owner: object, name: string): void => {
    const { value, get, ...rest } = Object.getOwnPropertyDescriptor(owner, name)! as {
      value?: Called;
      get?: Called;
    };
    const watched = (original: Called) =>
      function (this: unknown, ...given: unknown[]): unknown {
        note(name);
        return new.target ? Reflect.construct(original, given) : Reflect.apply(original, this, given);
      };
    Object.defineProperty(owner, name, get ? { ...rest, get: watched(get) } : { ...rest, value: watched(value!) });
  };
  for (const name of ['NumberFormat', 'DateTimeFormat', 'PluralRules', 'Collator']) watch(Intl, name);
  watch(Number.prototype, 'toLocaleString');
  for (const name of ['scrollHeight', 'clientHeight', 'scrollWidth', 'getBoundingClientRect'])
    watch(Element.prototype, name);
  for (const name of ['offsetHeight', 'offsetWidth', 'offsetTop', 'innerText']) watch(HTMLElement.prototype, name);
}
/** Lets the page's script fail as often as is said, and opens the page. */
async function openFailing(page: Page, address: string, times: number): Promise<() => number> {
  let asked = 0;
  await page.route('**/_astro/page-*.js', (route) => (asked++ < times ? route.abort() : route.continue()));
  await page.goto(address, { waitUntil: 'load' });
  return () => asked;
}

it('is one on every page', () => {
  const site = inject('site');
  for (const file of filesIn(site).filter((one) => one.endsWith('index.html') && !one.startsWith('downloads/csec-'))) {
    const scripts = [...elementsOf(readText(site, file))].filter(({ tagName }) => tagName === 'script');
    const files = scripts.flatMap((script) => attribute(script, 'src') ?? []);
    expect(files.length, file).toBeLessThanOrEqual(1);
    expect(
      scripts.filter((script) => attribute(script, 'type') === 'module'),
      file,
    ).toEqual([]);
  }
});

inBrowser('the script of a page', () => {
  const site = useSite();

  it('asks for nothing at its start that takes a slow phone long: number formats, layout, folded fields for dates', async () => {
    const { page } = await site.open('404.html', { fresh: true });
    await page.addInitScript(noteSlowCalls);
    for (const path of kinds) {
      await page.goto(site.address + path);
      await page.waitForFunction(() => !('waiting' in document.documentElement.dataset));
      const calls = await page.evaluate(() => [...new Set((globalThis as unknown as { slow: string[] }).slow)]);
      expect([path, calls]).toEqual([path, []]);
      expect(await page.locator('[hidden] input[type=date]').count(), path).toBe(0);
    }
    await page.context().close();
  });

  it.each(isNightly ? kinds : few)('comes at the second try on %s', async (path) => {
    const { page } = await site.open('404.html', { fresh: true });
    const asked = await openFailing(page, site.address + path, 1);
    await page.waitForFunction(() => !('waiting' in document.documentElement.dataset));
    expect(asked()).toBe(2);
    expect(await page.locator('.lost').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.querySelectorAll(':not(:defined)').length)).toBe(0);
    await page.context().close();
  });

  it.each(isNightly ? kinds : few)('is said to be lost on %s, and nothing pretends to work', async (path) => {
    const { page } = await site.open('404.html', { fresh: true });
    const asked = await openFailing(page, site.address + path, 2);
    await page.locator('.lost').waitFor();
    expect(asked()).toBe(2);
    const box = page.locator('main input[type=checkbox]').first();
    if ((await box.count()) > 0) {
      await box.evaluate((element: HTMLInputElement) => element.click());
      expect(await box.isChecked()).toBe(false);
    }
    await page.getByRole('link', { name: 'load the page again' }).click();
    await page.waitForFunction(() => !('waiting' in document.documentElement.dataset));
    expect(await page.locator('.lost').isVisible()).toBe(false);
    await page.context().close();
  });

  it('is said to be lost when it came and stopped half-way', async () => {
    const { page } = await site.open('404.html', { fresh: true });
    await page.route('**/_astro/page-*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("old browser")' }),
    );
    await page.goto(`${site.address}checklists/phase-1/`);
    await page.locator('.lost').waitFor();
    await page.context().close();
  });
});
