import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, inject, it } from 'vitest';
import type { Page } from 'playwright-core';
import { isNightly } from '../nightly.ts';
import { inBrowser, useSite } from './browser.ts';

const input = (page: Page) => page.locator('dialog.search input');

/** Types words into the search and waits for all they find. @returns where the results lead, from the site's root */
async function search(page: Page, query: string): Promise<string[]> {
  if (!(await input(page).isVisible())) await page.keyboard.press('/');
  await page.locator('.search-status').evaluate((element) => (element.textContent = ''));
  await input(page).fill(query);
  await page.waitForFunction(() => /found/i.test(document.querySelector('.search-status')!.textContent));
  return page
    .locator('.search-results > li > a')
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href)).map(({ pathname, hash }) => pathname + hash),
    );
}

inBrowser('search', () => {
  const site = useSite();

  it('leads to the place that answers', async () => {
    const { page, faults } = await site.open('');
    const answers: [query: string, place: RegExp][] = [
      ['memorandum', /^\/templates\/memorandum-of-understanding\/|^\/toolkits\/sustaining-a-task-force\//],
      ['OVCA', /^\/glossary\/#ovca$/],
      ['judge', /^\/(toolkits|duties)\/chair\//],
      ['chair duties', /^\/duties\/chair\/$/],
      ['cop', /^\/handouts\/response-flow\/#law-enforcement$/],
      ['Judges as chairs', /^\/toolkits\/chair\/#judges$/],
      ['RCW 7.68.805', /^\/sources\/rcw-7-68-805\/$/],
      ['"train the trainer"', /train-the-trainer/],
    ];
    for (const [query, place] of answers) expect((await search(page, query))[0], query).toMatch(place);
    expect(faults).toEqual([]);
  });

  it('shows whom to call first', async () => {
    const { page } = await site.open('toolkits/chair/');
    for (const query of ['suicide', 'kil myself', 'my daughter ran away', 'ayuda', '911']) {
      expect((await search(page, query))[0], query).toMatch(/^\/help\//);
      const first = page.locator('.search-results > li').first();
      expect(await first.locator('a[href="tel:911"]').isVisible()).toBe(true);
      const { height } = (await first.locator('a[href^="tel:"]').first().boundingBox())!;
      expect(height).toBeGreaterThanOrEqual(44);
    }
  });

  it('works by keyboard alone: sections, typing on from a result, Enter', async () => {
    const { page } = await site.open('toolkits/coordinator/');
    await search(page, 'listserv');
    expect(await page.locator('.search-results > li > ul a').count()).toBeGreaterThan(0);
    await page.locator('.search-results mark').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement!.localName)).toBe('a');
    await page.keyboard.type('s');
    expect(await input(page).inputValue()).toBe('listservs');
    await search(page, 'judges as chairs');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.address}toolkits/chair/#judges`);
  });

  it('opens the first result of what is typed, not of what was', async () => {
    const { page } = await site.open('glossary/');
    await search(page, 'mou');
    // Enter comes before the new results do.
    await input(page).fill('qqqzzzxxx');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.search-status')!.textContent.startsWith('Nothing found'));
    expect(page.url()).toBe(`${site.address}glossary/`);
    await input(page).fill('charter');
    await page.keyboard.press('Enter');
    await page.waitForURL((address) => !address.pathname.endsWith('/glossary/'));
  });

  it('marks the words on the page one lands on, until they are hidden', async () => {
    const { page, faults } = await site.open('');
    await search(page, 'listserv');
    await page.locator('.search-results > li > a[href*="toolkits/coordinator"]').click();
    await page.locator('mark.found').first().waitFor();
    expect((await page.locator('mark.found').first().textContent())!.toLowerCase()).toContain('listserv');
    expect(page.url()).not.toContain('?');
    await page.getByRole('button', { name: 'Hide marks' }).click();
    expect(await page.locator('mark.found').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('mends slips, says so, and searches for the very words when asked', async () => {
    const { page } = await site.open('');
    expect((await search(page, 'memorandun'))[0]).toMatch(/memorandum/);
    await page.getByText('Showing results for memorandum').waitFor();
    await page.getByRole('button', { name: 'Search instead for “memorandun”' }).click();
    await page.waitForFunction(() => document.querySelector('.search-status')!.textContent.startsWith('Nothing found'));
  });

  it('offers help, toolkits and pull-outs where nothing is found or typed, goes back to the top, and closes with Escape', async () => {
    const { page } = await site.open('?q=qqqzzzxxx');
    await page.getByText('Nothing found for').waitFor();
    expect(await page.locator('.search-results > li').count()).toBe(0);
    const offered = () =>
      page
        .locator('.search-else a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')!.replace(/^https?:\/\/[^/]*/, '')));
    for (const href of ['/help/', 'tel:911', '/toolkits/chair/', '/pull-outs/'])
      expect(await offered()).toContain(href);
    await search(page, 'training');
    await page.locator('dialog.search').evaluate((dialog) => (dialog.scrollTop = 400));
    await search(page, 'chair');
    expect(await page.locator('dialog.search').evaluate((dialog) => dialog.scrollTop)).toBe(0);
    await input(page).fill('');
    await page.locator('.search-else a[href="tel:911"]').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog.search').evaluate((dialog) => (dialog as HTMLDialogElement).open)).toBe(false);
  });

  it('lets nothing beside it be reached while it is open, and closes with a press there', async () => {
    const { page } = await site.open('toolkits/chair/');
    const opener = page.locator('header [data-search]');
    await opener.focus();
    await page.keyboard.press('Enter');
    const reached = () => page.evaluate(() => document.elementFromPoint(20, 300) !== document.body);
    await expect.poll(reached).toBe(false);
    await page.locator('.search form button').focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main, header, nav') ?? null)).toBeNull();
    await page.mouse.click(20, 300);
    await page.locator('dialog.search').waitFor({ state: 'hidden' });
    await expect.poll(reached).toBe(true);
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  // An everyday word; a quotation, for which texts are read; the page with the longest text.
  it.each(isNightly ? ['judge', '"train the trainer"', 'word mou'] : ['"train the trainer"'])(
    'fetches at most 100 KB for a first search: %s',
    async (query) => {
      const { page } = await site.open('');
      const fetched: string[] = [];
      page.on('response', (response) => fetched.push(response.url()));
      await search(page, query);
      await page.waitForTimeout(500);
      const bytes = fetched.map(
        (url) => brotliCompressSync(readFileSync(join(inject('site'), new URL(url).pathname))).length,
      );
      expect(bytes.length).toBeGreaterThan(0);
      expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(100_000);
    },
  );

  it('looks through all texts when asked: results join the others', async () => {
    const { page, faults } = await site.open('');
    await search(page, 'auditor interpreter listserv');
    await page.getByRole('button', { name: 'Look through all texts' }).click();
    await page.waitForFunction(
      () =>
        globalThis.csec?.fullText && /^\d+ pages? found$/.test(document.querySelector('.search-status')!.textContent),
    );
    expect(await page.getByRole('button', { name: 'Look through all texts' }).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement!.localName)).toBe('input');
    // A quotation is found wherever it stands.
    expect((await search(page, '"call an advocate on the way"')).join()).toContain(
      '/templates/memorandum-of-understanding/',
    );
    expect(faults).toEqual([]);
  });
});
