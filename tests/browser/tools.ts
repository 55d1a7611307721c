/** What the tests of the tools in the page have in common. */
import blns from 'big-list-of-naughty-strings/blns.json' with { type: 'json' };
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { isNightly } from '../nightly.ts';
import { axeFaultsAtNight } from './axe.ts';
import type { Site } from './browser.ts';
import { onDevice } from './on-device.ts';

/** The public list of naughty strings, as far as a field of one line holds them: line breaks are the browser's to drop. */
export const naughtyLines = blns.filter((text) => !/[\r\n\v\u2028\u2029]/.test(text));

/** Asks a page to keep what is written, and waits until it is on the device. */
export async function keepWords(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keep on this device' }).click();
  await expect
    .poll(async () => (await page.evaluate(onDevice)).some(([key]) => /^csec-toolkits:sheet:/.test(key)))
    .toBe(true);
}

const looks = isNightly ? (['light', 'dark'] as const) : (['light'] as const);

/** Tests that a tool, written into, fits the narrowest phone and passes axe; every night in dark colors, too. */
export function itFitsPhones(site: Site, path: string, write: (page: Page) => Promise<void>): void {
  it.each(looks)('fits a narrow phone and passes axe, %s', async (colorScheme) => {
    const { page } = await site.open(path, { viewport: { width: 320, height: 700 }, colorScheme });
    await write(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    // Nobody fills in a table that slides away sideways.
    const sliding = await page
      .locator('.scroll:has(.writable)')
      .evaluateAll((tables) => tables.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length);
    expect(sliding).toBe(0);
    expect(await axeFaultsAtNight(page, colorScheme)).toEqual([]);
  });
}
