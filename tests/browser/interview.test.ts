/** The interview beside a draft: one question a screen, by keyboard alone, on a phone; and the report after a file is opened. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isNightly, itAtNight } from '../nightly.ts';
import { pagesOf } from '../programs.ts';
import { root } from '../root.ts';
import { inBrowser, useSite } from './browser.ts';
import { inBoth } from './journeys.ts';

const path = 'templates/memorandum-of-understanding/';
const agencies = Array.from({ length: isNightly ? 20 : 5 }, (_, index) => `Agency ${index + 1} of the county`);

inBoth('an agreement by interview, on a phone, by keyboard alone', (person) => {
  itAtNight('asks each blank once, goes back, skips, notes what counsel is asked, and ends in the draft', async () => {
    const { open, tabTo, press, type, tab, text, faults } = person();
    await tab.setViewport({ width: 375, height: 667 });
    await open(path);
    await tabTo('[data-action=interview]');
    await press('Enter');
    const screen = () =>
      tab.evaluate(() => {
        const place = document.querySelector('.interview')!;
        const control = place.querySelector<HTMLInputElement>('form input:not([type=checkbox]), form textarea');
        return {
          title: place.querySelector('h2')!.textContent,
          why: place.querySelectorAll('.why').length,
          kind: control?.type ?? '',
          isFocused: document.activeElement === place.querySelector('h2'),
          // In Firefox the bar to scroll with takes a place beside the page.
          slides: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        };
      });
    const asked: string[] = [];
    const answers: string[] = [];
    for (let now = await screen(); now.title !== 'Your draft is ready to read'; now = await screen()) {
      expect(now).toMatchObject({ isFocused: true, slides: 0 });
      expect(now.why).toBeGreaterThan(0);
      asked.push(now.title);
      expect(asked.length).toBeLessThan(150);
      await press('Tab');
      if (now.kind === 'radio') await press(' ');
      else if (now.title === 'Which organizations sign?') await type(agencies.join('\n'));
      else {
        const answer = `W${asked.length}`;
        answers.push(answer);
        await type(answer);
      }
      if (asked.length === 1) {
        await press('Tab', ' ');
        await tabTo('.interview .next');
        await press('Enter');
        await tabTo('.interview .next + button');
        expect(await text('.interview .next + button')).toBe('Back');
        await press('Enter');
        expect(await screen()).toMatchObject({ title: asked[0], isFocused: true });
      }
      await tabTo('.interview .next');
      await press('Enter');
    }
    const blanks = asked.filter((title) => !/^Keep this (clause|article)\?$/.test(title));
    expect(new Set(blanks).size).toBe(blanks.length);
    expect(blanks.length).toBeGreaterThan(20);
    expect(await text('.interview')).toContain(`${asked.length} of ${asked.length} answered`);
    expect(await text('.interview')).toContain(`To ask counsel:\n`);
    await tabTo('.interview .tool-buttons button');
    await press('Enter');
    // The draft, as it prints: the same words, and room to sign for each.
    const draft = await text('.document');
    expect(draft).toContain(`Memorandum of Understanding of the ${answers[0]}`);
    for (const answer of answers) expect(draft).toContain(answer);
    expect(await tab.evaluate(() => document.querySelectorAll('.signatures dl').length)).toBe(agencies.length);
    const pages = pagesOf(await tab.pdf({ format: 'Letter' })).map((page) => page.replace(/\s+/g, ' '));
    for (const agency of agencies) expect(pages.join(' ')).toContain(agency);
    expect(pages[0]!.trim()).toMatch(/^Memorandum of Understanding/);
    expect(pages.join(' ')).not.toMatch(/Sources|For: coordinator|CSEC Task Force Toolkits/);
    const signing = pages.find((page) => page.includes('Each person who signs'))!;
    expect(signing).toContain(agencies[0]!);
    expect(faults).toEqual([]);
  });
});

inBrowser('an interview about a short agreement', () => {
  const site = useSite();

  it('asks for what stands in it, and nothing of what its sets leave out', async () => {
    const { page, faults } = await site.open(path);
    await page.getByRole('button', { name: 'Short version' }).click();
    const labels = await page.locator('.document .blank:visible label').allTextContents();
    await page.getByRole('button', { name: 'Answer questions one by one' }).click();
    const title = page.locator('.interview h2');
    const asked: string[] = [];
    for (let now = await title.textContent(); now !== 'Your draft is ready to read'; now = await title.textContent()) {
      asked.push(now!);
      expect(asked.length).toBeLessThan(100);
      await page.getByRole('button', { name: 'Skip' }).click();
    }
    const blanks = asked.filter((one) => !/^(Keep this|Which organizations sign)/.test(one));
    expect(blanks).toEqual([...new Set(labels)]);
    expect(blanks.length).toBeGreaterThan(8);
    expect(faults).toEqual([]);
  });
});

inBrowser('the report after opening a file', () => {
  const site = useSite();

  it('counts rows, names what needs a look, leads to the cell, and takes the file out again', async () => {
    const { page, faults } = await site.open('forms/attendance-log/');
    const buffer = readFileSync(join(root, 'tests', 'fixtures', 'files', 'thousand.csv'));
    await page
      .locator('input[type=file][accept*=csv]')
      .setInputFiles({ name: 'thousand.csv', mimeType: 'text/csv', buffer });
    const report = page.locator('.open-report');
    await report.getByText('thousand.csv: 2 rows read.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('open-report');
    expect(await report.textContent()).toMatch(/numbers could not be read: rows 1 and 2\./);
    const marked = page.locator('form-tool [name$=".guests"]').first();
    expect(await marked.inputValue()).toBe('25ish');
    expect(await marked.getAttribute('aria-invalid')).toBe('true');
    await report.getByRole('button', { name: /^Row 1, Guests: “25ish”/ }).click();
    expect(await marked.evaluate((cell) => cell === document.activeElement)).toBe(true);
    await report.getByRole('button', { name: 'Undo opening the file' }).click();
    expect(await report.isVisible()).toBe(false);
    expect(await page.locator('form-tool [name$=".members"]').first().inputValue()).toBe('');
    expect(faults).toEqual([]);
  });
});
