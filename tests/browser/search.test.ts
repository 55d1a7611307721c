import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { inBrowser, useSite } from './browser.ts';

async function search(page: Page, query: string): Promise<string[]> {
  await page.keyboard.press('/');
  await page.locator('dialog.search input').fill(query);
  await page.waitForFunction((words) => {
    const status = document.querySelector('.search-status')!.textContent;
    return /found/i.test(status) && (document.querySelector('dialog.search input') as HTMLInputElement).value === words;
  }, query);
  await page.waitForTimeout(400);
  return page
    .locator('.search-results > li > a')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
}

inBrowser('search', () => {
  const site = useSite();

  it.each([
    ['memorandum', ['/toolkits/sustaining-a-task-force/', '/templates/memorandum-of-understanding/']],
    [
      'OVCA',
      [
        '/toolkits/coordinator/',
        '/duties/coordinator/',
        '/templates/coordinator-position-description/',
        '/templates/meeting-agenda/',
        '/templates/meeting-minutes/',
      ],
    ],
    [
      'judge',
      [
        '/toolkits/chair/',
        '/duties/chair/',
        '/templates/chair-coordinator-agreement/',
        '/checklists/new-member-onboarding/',
      ],
    ],
    [
      'listserv',
      ['/toolkits/coordinator/', '/duties/coordinator/', '/templates/meeting-agenda/', '/templates/meeting-minutes/'],
    ],
    ['King County', ['/toolkits/data-collection/', '/forms/interconnectedness/', '/handouts/data-dictionary/']],
  ])('finds %s first in its toolkit or a pull-out of it', async (query, expected) => {
    const { page, faults } = await site.open('');
    const [first] = await search(page, query);
    expect(expected).toContain(first);
    expect(faults).toEqual([]);
  });

  it.each(['MOU', 'memorandum of understanding', 'Office of Crime Victims Advocacy', 'OCVA', 'RSETY', 'SCC'])(
    'finds the glossary entry for %s',
    async (query) => {
      const { page } = await site.open('');
      expect(await search(page, query)).toContain('/glossary/');
    },
  );

  it('leads to sections, works by keyboard alone, and marks the words', async () => {
    const { page } = await site.open('toolkits/chair/');
    await search(page, 'listserv');
    expect(await page.locator('.search-results ul a').count()).toBeGreaterThan(0);
    expect((await page.locator('.search-results mark').first().textContent())!.toLowerCase()).toContain('listserv');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const target = await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href);
    expect(target).toContain('#');
    await page.keyboard.press('Enter');
    await page.waitForURL(target);
    await page.waitForFunction(() => document.querySelector(location.hash)!.getBoundingClientRect().top < innerHeight);
  });

  it('opens the first result of what is typed, not of what was', async () => {
    const { page } = await site.open('glossary/');
    await page.keyboard.press('/');
    await page.keyboard.type('mou');
    await page.waitForFunction(() => /found/.test(document.querySelector('.search-status')!.textContent));
    // Enter comes before the new results do.
    await page.locator('dialog.search input').fill('qqqzzzxxx');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.search-status')!.textContent.startsWith('Nothing found'));
    expect(page.url()).toBe(`${site.address}glossary/`);
    await page.locator('dialog.search input').fill('charter');
    await page.keyboard.press('Enter');
    await page.waitForURL((address) => !address.pathname.endsWith('/glossary/'));
  });

  it('says when nothing is found, and closes with Escape', async () => {
    const { page } = await site.open('');
    await page.keyboard.press('Control+k');
    await page.locator('dialog.search input').fill('qqqzzzxxx');
    await page.getByText('Nothing found for').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog.search').evaluate((dialog) => (dialog as HTMLDialogElement).open)).toBe(false);
  });
});
