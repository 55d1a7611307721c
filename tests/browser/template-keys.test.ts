/** By keyboard from blank to blank of a template: how many Tabs that costs, and what leads past an article and to its sources. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { isNightly } from '../nightly.ts';
import { root } from '../root.ts';
import { inBrowser, useSite } from './browser.ts';

const longest = 'memorandum-of-understanding';
const templates = readdirSync(join(root, 'content/templates')).map((file) => file.replace('.yaml', ''));

/** What a reader wants to come to: the fields of a draft. */
const fields = '.document :is(input, textarea)';
const still = { reducedMotion: 'reduce' } as const;
const isAt = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.activeElement!.matches(wanted), selector);

/** Presses Tab until the focus is on such an element. @returns how often */
async function tabsTo(page: Page, selector: string, most = 100): Promise<number> {
  for (let pressed = 1; pressed <= most; pressed++) {
    await page.keyboard.press('Tab');
    if (await isAt(page, selector)) return pressed;
  }
  throw new Error(`${most} Tabs do not lead to ${selector}`);
}

inBrowser('a template by keyboard', () => {
  const site = useSite();

  it.runIf(isNightly).each(templates)('%s: its thirtieth field, or its last, in 60 Tabs', async (id) => {
    const { page } = await site.open(`templates/${id}/`, still);
    await page.locator('template-tool .tools').waitFor();
    // From where the draft begins.
    await page.locator('.tools').evaluate((bar) => {
      const start = document.createElement('span');
      start.tabIndex = -1;
      bar.after(start);
      start.focus();
    });
    const inAll = await page.locator(fields).count();
    let tabs = 0;
    for (let field = 0; field < Math.min(30, inAll); field++) tabs += await tabsTo(page, fields);
    expect(tabs).toBeLessThanOrEqual(60);
  });

  it('comes past articles to the last field of the longest in 60 Tabs from the top of the page', async () => {
    const { page } = await site.open(`templates/${longest}/`, still);
    await page.locator('template-tool .tools').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    let tabs = 1 + (await tabsTo(page, '[data-skip]'));
    const articles = await page.locator('.article').count();
    for (let article = 1; article < articles; article++) await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement!.textContent)).toBe('Skip “A member that joins later”');
    tabs += await tabsTo(page, `#${await page.locator(fields).last().getAttribute('id')}`);
    expect(tabs).toBeLessThanOrEqual(60);
    // Behind the last article the text goes on.
    await page.locator('[data-skip]').last().press('Enter');
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('promises');
  });

  it('shows the field that has the focus at 400 %, and no bar above it', async () => {
    const { page } = await site.open('templates/meeting-minutes/', { ...still, viewport: { width: 320, height: 225 } });
    await page.locator('template-tool .tools').waitFor();
    await page.locator(fields).nth(4).focus();
    const [bar, field] = await page.evaluate(() =>
      [document.querySelector('.top')!, document.activeElement!].map((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return { top, bottom };
      }),
    );
    expect(bar!.bottom).toBeLessThanOrEqual(0);
    expect(field!.top).toBeGreaterThanOrEqual(0);
    expect(field!.bottom).toBeLessThanOrEqual(225);
  });

  it('leads to the sources of an article and back, and leaves each number a link', async () => {
    const { page } = await site.open(`templates/${longest}/`, still);
    const sources = page.getByRole('link', { name: 'Sources of “Definitions”: 8' });
    await sources.focus();
    expect((await sources.boundingBox())!.height).toBeGreaterThanOrEqual(24);
    await page.keyboard.press('Enter');
    expect(page.url()).toMatch(/#note-8$/);
    await tabsTo(page, '[aria-label="Back to 8 in the text"]', 3);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('cite-8');
    const cites = page.locator('.article .cite a');
    expect(await cites.evaluateAll((links) => links.filter(({ tabIndex }) => tabIndex >= 0).length)).toBe(0);
    expect(await page.locator('.article').getByRole('link', { name: 'Source 8' }).first().isVisible()).toBe(true);
  });
});
