/** A form of hundreds of rows: it is there at once, and a key costs what it changes. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readXlsx } from '../../src/formats/xlsx/read.ts';
import { readContent } from '../../src/reader/read.ts';
import { root } from '../root.ts';
import { inBrowser, useSite } from './browser.ts';

const form = readContent(root).site.forms['attendance-log']!;

const rows = 240;
const line = (_: unknown, row: number): string => `2027-01-12,Other,${row + 1},3,5,Person ${row + 1}`;
const file = {
  name: 'long.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    `Date,Meeting,Members,Guests,Organizations,Counted by\n${Array.from({ length: rows }, line).join('\n')}\n`,
  ),
};
const shown = 'form-tool .form tbody tr:not(.empty-row)';

inBrowser('a form of hundreds of rows', () => {
  const site = useSite();

  it('shows the first at once, then the others, and changes only what a key or a new row changes', async () => {
    const { page, faults } = await site.open('forms/attendance-log/');
    const steps = await page.evaluate((selector) => {
      const counts: number[] = [];
      Object.assign(globalThis, { counts });
      new MutationObserver(() => counts.push(document.querySelectorAll(selector).length)).observe(
        document.querySelector('form-tool tbody')!,
        { childList: true },
      );
      return counts;
    }, shown);
    expect(steps).toEqual([]);
    await page.locator('input[type=file][accept*=csv]').setInputFiles(file);
    await page.getByText(`long.csv: ${rows} rows read.`).waitFor();
    await expect.poll(() => page.locator(shown).count(), { timeout: 30_000 }).toBe(rows);
    const counts = await page.evaluate(() => (globalThis as unknown as { counts: number[] }).counts);
    expect(counts[0]).toBeLessThanOrEqual(30);
    expect(Math.max(...counts.map((count, place) => count - (counts[place - 1] ?? 0)))).toBeLessThanOrEqual(30);
    expect(await page.getByLabel(`Counted by, row ${rows}`, { exact: true }).inputValue()).toBe(`Person ${rows}`);
    await expect
      .poll(() => page.locator('.summary-table tr', { hasText: 'Meetings' }).textContent())
      .toContain(String(rows));

    // Rows that are out of sight wait to be laid out, but are there for whoever looks for their words.
    const isDrawn = (row: number) =>
      page
        .getByLabel(`Counted by, row ${row}`, { exact: true })
        .evaluate((field) => field.checkVisibility({ contentVisibilityAuto: true }));
    await page.getByLabel('Counted by, row 1', { exact: true }).scrollIntoViewIfNeeded();
    await expect.poll(() => isDrawn(1)).toBe(true);
    expect(await isDrawn(rows)).toBe(false);

    // A key: nothing in the page moves or is written but the field, until the hand rests.
    const widths = () =>
      page
        .locator('form-tool thead th')
        .evaluateAll((heads) => heads.map((head) => head.getBoundingClientRect().width));
    const before = await widths();
    const field = page.getByLabel('Counted by, row 1', { exact: true });
    await field.focus();
    await page.evaluate(() => {
      const changed = new Set<Node>();
      Object.assign(globalThis, { changed });
      const watch = { childList: true, attributes: true, characterData: true, subtree: true };
      new MutationObserver((changes) => changes.forEach(({ target }) => changed.add(target))).observe(
        document.querySelector('form-tool table')!,
        watch,
      );
    });
    const changed = () =>
      page.evaluate(() => {
        const { changed } = globalThis as unknown as { changed: Set<Node> };
        const found = new Set([...changed].map((node) => (node as Element).closest?.('tr') ?? node));
        changed.clear();
        return found.size;
      });
    await field.evaluate((control: HTMLTextAreaElement) => {
      control.value = 'A person with a name that is longer than any other one in this column';
      control.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect(await changed()).toBe(0);
    expect(await widths()).toEqual(before);
    // Paper has the words even when somebody prints at once.
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator(`${shown} .typed`, { hasText: 'longer than any other' }).count()).toBe(1);
    await changed();

    await page.locator('[data-add=rows]').click();
    await page.getByLabel(`Members, row ${rows + 1}`, { exact: true }).waitFor();
    await page.waitForTimeout(600);
    // The new row, the one before it (it can go down now), and the body that holds both.
    expect(await changed()).toBeLessThanOrEqual(3 + 1);

    // Files are made beside the page, which goes on meanwhile.
    await page.locator('.files > summary').click();
    const [aside, saved] = await Promise.all([
      page.waitForEvent('worker'),
      page.waitForEvent('download'),
      page.locator('[data-action=excel]').click(),
    ]);
    expect(aside.url()).toMatch(/exporters\/excel\.js$/);
    const opened = await readXlsx(new Uint8Array(readFileSync(await saved.path())), form);
    expect('rows' in opened && opened.rows.length).toBe(rows);
    expect(faults).toEqual([]);
  });

  it('prints whole while it is still drawn', async () => {
    const { page } = await site.open('forms/attendance-log/');
    await page.evaluate(() => {
      new MutationObserver((_, observer) => {
        observer.disconnect();
        dispatchEvent(new Event('beforeprint'));
        document.body.dataset['printed'] = String(document.querySelectorAll('form-tool [name$=".counted-by"]').length);
      }).observe(document.querySelector('form-tool tbody')!, { childList: true });
    });
    await page.locator('input[type=file][accept*=csv]').setInputFiles(file);
    await page.locator(`body[data-printed="${rows}"]`).waitFor();
  });
});
