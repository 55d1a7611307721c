import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { inBrowser, useSite } from './browser.ts';

const shown = (page: Page) => page.locator('agency-grid tbody:visible').evaluateAll((rows) => rows.map(({ id }) => id));
const stages = (page: Page, row: string) =>
  page
    .locator(`#${row} [data-stage]:visible`)
    .evaluateAll((lines) => lines.map((line) => (line as HTMLElement).dataset['stage']));
const status = (page: Page) => page.locator('.grid-status').textContent();

inBrowser('the grid of agencies', () => {
  const site = useSite();
  const path = 'toolkits/structure/';

  it('shows every row and no filter without JavaScript', async () => {
    const { page } = await site.open(path, { javaScriptEnabled: false });
    expect(await page.locator('agency-grid tbody:visible').count()).toBe(12);
    expect(await page.locator('.grid-filter').count()).toBe(0);
  });

  it('narrows to one agency and to some stages, by keyboard alone, and says so', async () => {
    const { page, faults } = await site.open(path);
    expect(await status(page)).toBe('Showing 12 of 12 kinds of agency, all stages.');
    await page.getByLabel('Kind of agency').focus();
    await page.keyboard.type('School');
    expect(await shown(page)).toEqual(['grid-schools']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await stages(page, 'grid-schools')).toEqual(['response', 'products', 'lead']);
    expect(await status(page)).toBe('Showing 1 of 12 kinds of agency, only respond, produce, lead.');
    for (const stage of ['Respond', 'Produce', 'Lead']) await page.getByLabel(stage, { exact: true }).uncheck();
    expect(await status(page)).toBe('Showing 1 of 12 kinds of agency, only what is asked of each.');
    expect(await page.locator('#grid-schools .grid-asked').isVisible()).toBe(true);
    expect(faults).toEqual([]);
  });

  it('shows a hidden row again when a link leads to it', async () => {
    const { page } = await site.open(path);
    await page.getByLabel('Kind of agency').selectOption({ label: 'Probation' });
    await page.evaluate(() => (location.hash = '#grid-courts'));
    await page.waitForFunction(() => document.getElementById('grid-courts')!.getBoundingClientRect().top < 200);
    expect((await shown(page)).length).toBe(12);
  });
});
