import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { examplesOf, exampleSheet } from '../../src/site/example-county.ts';
import { readContent } from '../../src/reader/read.ts';
import { readFile } from '../../src/client/store/file.ts';
import { root } from '../root.ts';
import { isNightly } from '../nightly.ts';
import { inBrowser, useSite } from './browser.ts';
import { inBoth } from './journeys.ts';

const { site: content } = readContent(root);
const examples = examplesOf(content);

inBrowser('Example County', () => {
  const site = useSite();

  it('says on every page that it is invented, and offers its files and the tool', { timeout: 180_000 }, async () => {
    const { page, faults } = await site.open('example-county/');
    const addresses = await page
      .locator('.example-sheets a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(addresses).toHaveLength(examples.length);
    expect(await page.locator('.byline .download').count()).toBeGreaterThanOrEqual(5);
    for (const address of addresses.filter((_, index) => isNightly || index % 4 === 0)) {
      await page.goto(address);
      expect(await page.locator('.invented').textContent(), address).toContain('Example County does not exist');
      expect(await page.locator('.byline .download').count(), address).toBeGreaterThanOrEqual(2);
      expect(await page.locator('.example :is(input, textarea, select)').count(), address).toBe(0);
      // Wide tables scroll by themselves; the page does not.
      await page.setViewportSize({ width: 375, height: 667 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(375);
    }
    expect(faults).toEqual([]);
  });

  it('draws its plan in the colors of the page', async () => {
    const { page } = await site.open('example-county/timelines/first-18-months/');
    const colors = await page
      .locator('.example figure .bar')
      .evaluateAll((bars) => [...new Set(bars.map((bar) => getComputedStyle(bar).fill))]);
    expect(colors).toHaveLength(1);
    expect(colors[0]).not.toBe('rgb(0, 0, 0)');
  });

  it('opens each sheet as a copy in its tool, word for word', { timeout: 300_000 }, async () => {
    const kindOf = ({ id }: { id: string }): string => id.split('/')[0]!;
    const first = examples.filter((one) => one === examples.find((other) => kindOf(other) === kindOf(one)));
    const { page, faults } = await site.open('example-county/');
    for (const example of isNightly ? examples : first.slice(0, 3)) {
      await page.goto(`${site.address}example-county/${example.id}/`);
      await page.locator('.example-ways .button').click();
      await page.locator('keep-bar [data-do=undo]').waitFor();
      await page
        .locator('details:is(.files, .keep-more)')
        .evaluateAll((folds) => folds.forEach((fold) => ((fold as HTMLDetailsElement).open = true)));
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-do=save]').click()]);
      const saved = readFile(readFileSync(await download.path(), 'utf8'));
      expect({ ...saved[example.id] }, example.id).toEqual(exampleSheet(example));
      expect(faults, example.id).toEqual([]);
    }
  });

  it('opens all of what stands before a tool that is shown filled in', async () => {
    const { page } = await site.open('templates/memorandum-of-understanding/');
    const more = page.getByRole('button', { name: 'Read all of this first' });
    await more.click({ timeout: 10_000 });
    expect(await more.isVisible()).toBe(false);
    expect(await page.locator('.how-to').evaluate((how) => how.scrollHeight <= how.clientHeight + 1)).toBe(true);
  });

  it('asks before it takes the place of words, and can be undone', async () => {
    const { page } = await site.open('forms/attendance-log/');
    const year = page.getByLabel('Year', { exact: true });
    await year.fill('1999');
    await page.getByRole('button', { name: 'Open a copy here' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await year.inputValue()).toBe('1999');
    await page.getByRole('button', { name: 'Open a copy here' }).click();
    await page.getByRole('button', { name: 'Open the example' }).click();
    await expect.poll(() => year.inputValue()).toBe('2025');
    await page.locator('keep-bar [data-do=undo]').click();
    await expect.poll(() => year.inputValue()).toBe('1999');
  });

  it('comes as one file that takes all sheets into the tools', () => {
    const file = readFileSync(join(inject('site'), 'downloads', 'csec-example-county.json'), 'utf8');
    expect(Object.keys(readFile(file)).sort()).toEqual(examples.map(({ id }) => id).sort());
  });
});

inBrowser('an agreement in two lengths', () => {
  const site = useSite();

  it('leaves sets out and takes them in again, counts anew, and sums up what each member promises', async () => {
    const { page, faults } = await site.open('templates/memorandum-of-understanding/');
    const titles = () => page.locator('.article-number:visible').allTextContents();
    const blanks = () => page.locator('.document .blank:visible').count();
    const full = await blanks();
    expect((await titles()).map((title) => title.trim()).slice(-2)).toEqual(['Annex A.', 'Annex B.']);
    await page.getByRole('button', { name: 'Short version' }).click();
    expect((await titles()).map((title) => title.trim())).toEqual([
      '1.',
      '2.',
      '3.',
      '4.',
      '5.',
      '6.',
      '7.',
      '8.',
      '9.',
      '10.',
    ]);
    expect(await blanks()).toBeLessThan(full / 2);
    expect(await page.getByText('Each member has one vote').isVisible()).toBe(false);
    await page.locator('details[data-sets] summary').click();
    await page.getByLabel('Votes and membership').check();
    expect(await page.getByText('Each member has one vote').isVisible()).toBe(true);

    const promises = page.locator('.promises tbody tr');
    const all = await promises.count();
    await page.locator('[data-switch="clause.courts.off"]').uncheck();
    // What follows from a key is shown when the hand rests.
    await expect.poll(() => promises.count()).toBe(all - 1);
    await page.locator('[name="blank.other-agency"]').fill('Harbor <b>Library</b>');
    await expect.poll(() => promises.last().locator('th').textContent()).toBe('Harbor <b>Library</b>');
    expect(await promises.last().locator('td').textContent()).toMatch(/^Harbor <b>Library<\/b> agrees to: _+$/);
    expect(faults).toEqual([]);
  });
});

inBoth('the example, by keyboard alone', (person) => {
  it('opens in the tool of its page', async () => {
    const { open, tabTo, press, until, faults } = person();
    await open('rosters/members/');
    await tabTo('open-example button');
    await press('Enter');
    await until('the seats are filled', () =>
      document.body.textContent!.includes('8 of 13 kinds of members have a seat'),
    );
    expect(faults).toEqual([]);
  });
});
