/** Colors that tell something: where the reader's system sets them, and where found words are marked in the dark. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inBrowser, useSite } from './browser.ts';

/** How an element looks: ground, words, edge, outline. */
const lookOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { backgroundColor, color, borderInlineStartWidth, outlineStyle } = getComputedStyle(element);
      return { backgroundColor, color, borderInlineStartWidth, outlineStyle };
    });

/** How much brighter one color of `rgb(…)` is than another, as WCAG counts. */
function contrast(one: string, other: string): number {
  const [dark, bright] = [one, other]
    .map((color) => {
      const [red, green, blue] = color.match(/[\d.]+/g)!.map((part) => {
        const share = Number(part) / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
    })
    .sort((a, b) => a - b);
  return (bright! + 0.05) / (dark! + 0.05);
}

inBrowser('colors', () => {
  const site = useSite();

  it('that the system sets show what is pressed, the page one is on, the place that was linked, and the words that were found', async () => {
    const { page } = await site.open('templates/memorandum-of-understanding/', {
      fresh: true,
      forcedColors: 'active',
    });
    const full = '[data-length=full]';
    await page.locator(`${full}[aria-pressed=true]`).waitFor();
    const [on, off] = [await lookOf(page, full), await lookOf(page, '[data-length=short]')];
    expect(on.backgroundColor).not.toBe(off.backgroundColor);
    expect(on.color).not.toBe(on.backgroundColor);
    await page.locator('[data-action=preview]').click();
    expect(await lookOf(page, '[data-action=preview]')).toMatchObject({ backgroundColor: on.backgroundColor });
    await page.locator('[data-action=preview]').click();

    await page.goto(`${site.address}toolkits/structure/`);
    const here = await lookOf(page, '.side [aria-current]');
    const there = await lookOf(page, '.side a:not([aria-current])');
    expect(here.borderInlineStartWidth).not.toBe(there.borderInlineStartWidth);
    await page.goto(`${site.address}checklists/phase-1/#name-coordinator`);
    expect(await lookOf(page, 'li:target')).toMatchObject({ outlineStyle: 'solid' });

    await page.keyboard.press('/');
    await page.locator('dialog.search input').fill('judge');
    await page.locator('.search-results mark').first().waitFor();
    const found = await lookOf(page, '.search-results mark');
    expect(found.backgroundColor).not.toBe((await lookOf(page, 'dialog.search')).backgroundColor);
    expect(found.color).not.toBe(found.backgroundColor);
  });

  it('of found words are 7 to 1 in the dark, among the results and on the page', async () => {
    const { page } = await site.open('', { colorScheme: 'dark' });
    await page.keyboard.press('/');
    await page.locator('dialog.search input').fill('judge');
    await page.locator('.search-results mark').first().waitFor();
    const inResults = await lookOf(page, '.search-results mark');
    expect(inResults.backgroundColor).toMatch(/^rgb\(/);
    expect(contrast(inResults.color, inResults.backgroundColor)).toBeGreaterThanOrEqual(7);
    await page.locator('.search-results a', { hasText: 'Task force chair' }).first().click();
    const onPage = await lookOf(page, 'mark.found');
    expect(contrast(onPage.color, onPage.backgroundColor)).toBeGreaterThanOrEqual(7);
  });
});
