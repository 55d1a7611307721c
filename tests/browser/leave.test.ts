/** “Leave this page”: at once, whatever the page would ask, and without a way back to it. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { isNightly, itAtNight } from '../nightly.ts';
import { inBrowser, useSite, type Site } from './browser.ts';
import { inBoth } from './journeys.ts';

const away = 'https://www.weather.gov/';
/** Pages where a reader may be watched. */
const offering = ['help/', 'help/safer-browsing/', 'about/privacy/', 'handouts/if-a-young-person-discloses/'];

/** Opens a page in a window that has seen the first page before; the weather comes when `come` resolves. */
async function open(
  site: Site,
  path: string,
  come: Promise<unknown> = Promise.resolve(),
  javaScriptEnabled = true,
): Promise<Page> {
  const { page } = await site.open('', { javaScriptEnabled });
  await page.route(`${away}**`, async (route) => {
    await come;
    await route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Sunny</h1>' });
  });
  await page.goto(site.address + path);
  return page;
}
const isAway = (page: Page) => page.waitForURL(away);

inBrowser('Leave this page', () => {
  const site = useSite();

  it.each(isNightly ? offering : offering.slice(3))('stands on %s, within reach at its end, too', async (path) => {
    const page = await open(site, path);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
    const link = page.getByRole('link', { name: 'Leave this page' });
    const box = (await link.boundingBox())!;
    expect(box.height).toBeGreaterThanOrEqual(44);
    expect(box.y).toBeGreaterThan(0);
    expect(box.y + box.height).toBeLessThan(900);
  });

  it('stands on no other page', async () => {
    const page = await open(site, 'toolkits/chair/');
    expect(await page.locator('[data-leave]').count()).toBe(0);
  });

  it('covers the page before another one comes, and takes its place in the history', async () => {
    let send = (): void => undefined;
    const page = await open(site, 'help/', new Promise<void>((resolve) => (send = resolve)));
    const shown = await page.evaluate(() => {
      document.querySelector<HTMLElement>('[data-leave]')!.click();
      return [document.body.innerText, document.title];
    });
    expect(shown).toEqual(['', 'Loading']);
    send();
    await isAway(page);
    await page.goBack();
    expect(page.url()).toBe(site.address);
    await page.goForward();
    expect(page.url()).toBe(away);
    await page.context().close();
  });

  it('goes after Shift three times, and not while somebody writes', async () => {
    const page = await open(site, 'help/');
    for (const key of ['Shift', 'Shift', 'a', 'Shift', 'Shift']) await page.keyboard.press(key);
    expect(await page.locator('[data-leave-status]').textContent()).toBe('Press Shift once more to leave this page.');
    expect(page.url()).toBe(`${site.address}help/`);
    await page.keyboard.press('Shift');
    await isAway(page);
    await page.context().close();
  });

  it('is not held up by a page that would ask, and gives typed words to nobody', async () => {
    const page = await open(site, 'help/');
    let asked = 0;
    page.on('dialog', (dialog) => {
      asked += 1;
      void dialog.dismiss();
    });
    await page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()));
    await page.keyboard.press('/');
    await page.locator('dialog.search input').fill('a secret');
    for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
    await isAway(page);
    expect(asked).toBe(0);
    await page.goto(`${site.address}help/`);
    expect(await page.locator('dialog.search input').inputValue()).toBe('');
    await page.context().close();
  });

  it('is a link without JavaScript', async () => {
    const page = await open(site, 'help/', undefined, false);
    await page.getByRole('link', { name: 'Leave this page' }).click();
    await isAway(page);
    await page.context().close();
  });

  itAtNight('starts no keeping of pages where it stands', async () => {
    const { page } = await site.open(offering[0]!, { serviceWorkers: 'allow' });
    for (const path of offering.slice(1)) await (await page.context().newPage()).goto(site.address + path);
    // A worker of one of them would be there for all.
    await page.waitForTimeout(2200);
    expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then(({ length }) => length))).toBe(0);
  });
});

describe.runIf(isNightly).each(['online', 'folder'] as const)('every night, in both browsers, %s', (at) => {
  inBoth(
    'Leave this page',
    (person) => {
      it('covers and leaves by Shift three times and by a press, and gives nothing back', async () => {
        const { tab, place, open, press } = person();
        /** Without a network, the browser's own page says that the weather cannot be had. */
        const here = () =>
          expect.poll(() => tab.evaluate(() => document.documentURI).catch(() => ''), { timeout: 20_000 });
        const gone = /^(about:neterror.*www\.weather\.gov|chrome-error:)/;
        await open('');
        await open('help/');
        await press('/');
        await tab.keyboard.type('a secret');
        await press('Shift', 'Shift', 'Shift');
        await here().toMatch(gone);
        await tab.evaluate(() => history.back());
        await here().toBe(place.at(''));
        await tab.evaluate((address) => location.assign(address), place.at('help/'));
        await here().toBe(place.at('help/'));
        await expect.poll(() => tab.evaluate(() => document.readyState)).toBe('complete');
        const found = await tab.evaluate(() => {
          const written = document.querySelector<HTMLInputElement>('dialog.search input')!.value;
          document.querySelector<HTMLElement>('[data-leave]')!.click();
          return [written, document.body.innerText, document.title];
        });
        expect(found).toEqual(['', '', 'Loading']);
        await here().toMatch(gone);
      });
    },
    { at },
  );
});
