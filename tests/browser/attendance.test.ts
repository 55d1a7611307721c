import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readCsv } from '../../src/tools/csv.ts';
import { withoutControls } from '../../src/tools/written-values.ts';
import { summaryOf } from '../../src/tools/summary.ts';
import { readContent } from '../../src/reader/read.ts';
import { readXlsx } from '../../src/formats/xlsx/read.ts';
import { isNightly } from '../nightly.ts';
import { root } from '../root.ts';
import { inBrowser, useSite } from './browser.ts';
import { inBoth } from './journeys.ts';
import { itFitsPhones, keepWords, naughtyLines } from './tools.ts';

const form = readContent(root).site.forms['attendance-log']!;
/** One more than the table has rows for, or a year of them. */
const meetings = Array.from({ length: isNightly ? 12 : 4 }, (_, month) => ({
  day: `${String(month + 1).padStart(2, '0')}122027`,
  members: 14 + month,
  guests: month === 3 ? 2 : 11,
}));
const shown = '.summary-table tbody';

inBoth('a year of attendance, by keyboard alone', (person) => {
  it('adds up at once, and goes out as CSV and Excel with the same totals', async () => {
    const { open, tabTo, type, press, save, tab } = person();
    await open('forms/attendance-log/');
    for (const [index, { day, members, guests }] of meetings.entries()) {
      if (index < 3) await tabTo(`tr:nth-child(${index + 1}) input[type=date]`);
      else {
        await tabTo('[data-add=rows]');
        await press('Enter');
      }
      await type(day);
      await tabTo('select');
      await type('F');
      await tabTo('[name$=".members"]');
      await type(String(members));
      await tabTo('[name$=".guests"]');
      await type(String(guests));
    }
    const total = meetings.reduce((sum, { members }) => sum + members, 0);
    // Sums follow a moment after the last key.
    await new Promise((resolve) => setTimeout(resolve, 600));
    const rows = await tab.evaluate(
      (place) =>
        [...document.querySelectorAll<HTMLTableRowElement>(`${place} tr`)].map((row) =>
          [...row.cells].map((cell) => cell.textContent),
        ),
      shown,
    );
    expect(rows.find(([label]) => label === 'Meetings')?.at(-1)).toBe(String(meetings.length));
    expect(rows.find(([label]) => label === 'Members: total')?.at(-1)).toBe(String(total));

    await tabTo('.files > summary');
    await press('Enter');
    await tabTo('[data-action=csv]');
    const csv = await save(() => press('Enter'));
    const fromCsv = readCsv(readFileSync(csv.path, 'utf8'), form);
    await tabTo('[data-action=excel]');
    const excel = await save(() => press('Enter'));
    const fromExcel = await readXlsx(new Uint8Array(readFileSync(excel.path)), form);
    for (const filled of [fromCsv, fromExcel]) {
      if ('problems' in filled) throw new Error(filled.problems.join(' '));
      expect(filled.rows).toHaveLength(meetings.length);
      const totals = summaryOf(form, filled.rows, 10).rows;
      expect(
        totals.map(({ label, cells }) => [
          label,
          ...cells.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en-US') : cell)),
        ]),
      ).toEqual(rows);
    }
  });
});

inBrowser('the attendance log', () => {
  const site = useSite();

  it('opens what it saved, after asking, with every naughty string equal and inert', async () => {
    const { page, faults } = await site.open('forms/attendance-log/');
    const words = naughtyLines.filter((text) => text.trim() !== '');
    const lines = words.map(
      (text) => `2027-01-12,Other,12,3,5,"${(/^['=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`,
    );
    const file = {
      name: 'log.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`Date,Meeting,Members,Guests,Organizations,Counted by\r\n${lines.join('\r\n')}\r\n`),
    };
    await page.locator('input[type=file][accept*=csv]').setInputFiles(file);
    await expect.poll(() => page.locator('[name$=".counted-by"]').count(), { timeout: 30_000 }).toBe(words.length);
    const written = () =>
      page
        .locator('[name$=".counted-by"]')
        .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
    expect(await written()).toEqual(words.map(withoutControls));
    await page.locator('[name$=".counted-by"]').first().fill('Nobody');
    await page.locator('input[type=file][accept*=csv]').setInputFiles(file);
    await page.getByRole('dialog').getByRole('button', { name: 'Replace' }).click();
    await expect.poll(written, { timeout: 30_000 }).toEqual(words.map(withoutControls));
    expect(await page.locator('form-tool script, form-tool img, form-tool iframe').count()).toBe(1);
    expect(faults).toEqual([]);
  });

  it('changes nothing for a file that is none of its own, and says why', async () => {
    const { page } = await site.open('forms/attendance-log/');
    await page.getByLabel('Members, row 1').fill('14');
    for (const buffer of [Buffer.from('a,b\n1,2\n'), Buffer.from([0, 1, 2, 255])]) {
      for (const name of ['other.csv', 'other.xlsx']) {
        await page.locator('input[type=file][accept*=csv]').setInputFiles({ name, mimeType: 'text/csv', buffer });
        await expect
          .poll(() => page.getByRole('alert').filter({ hasText: 'Nothing was changed.' }).count(), { timeout: 30_000 })
          .toBe(1);
      }
    }
    expect(await page.getByLabel('Members, row 1').inputValue()).toBe('14');
  });

  it('hides small numbers and their complement, adjusts the limit, and saves only the summary', async () => {
    const { page } = await site.open('forms/attendance-log/');
    for (const [row, meeting, members] of [
      [1, 'Full task force', '40'],
      [2, 'Subcommittee', '4'],
      [3, 'Other', '20'],
    ] as const) {
      await page.getByLabel(`Meeting, row ${row}`).selectOption(meeting);
      await page.getByLabel(`Members, row ${row}`).fill(members);
    }
    const members = page.locator(`${shown} tr`, { hasText: 'Members: total' }).locator('td');
    await expect.poll(() => members.allTextContents()).toEqual(['40', 'hidden', 'hidden', '', '64']);
    await page.locator('.files > summary').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the summary' }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('Members: total,40,hidden,hidden,,64');
    await page.getByLabel(/Smallest number shown/).fill('3');
    await expect.poll(() => members.allTextContents()).toEqual(['40', '4', '20', '', '64']);
  });

  it('names what it cannot count', async () => {
    const { page } = await site.open('forms/attendance-log/');
    await page.getByLabel('Members, row 1').fill('25ish');
    await expect.poll(() => page.getByLabel('Members, row 1').getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByRole('status').allTextContents()).toContainEqual(
      expect.stringContaining('One cell holds no clear number and is not counted'),
    );
  });

  it('moves and removes rows with the focus in place', async () => {
    const { page } = await site.open('forms/attendance-log/');
    await page.getByLabel('Members, row 1').fill('1');
    await page.getByLabel('Members, row 2').fill('2');
    await page.getByRole('button', { name: 'Down row 1' }).press('Enter');
    expect(
      await page
        .locator('[name$=".members"]')
        .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value)),
    ).toEqual(['2', '1', '']);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Down');
  });

  itFitsPhones(site, 'forms/attendance-log/', (page) => page.getByLabel('Members, row 1').fill('14'));

  it('flows into the annual report', async () => {
    const { page } = await site.open('forms/annual-summary/');
    for (const [quarter, count] of [
      ['Quarter 1', '3'],
      ['Quarter 2', '4'],
    ])
      await page.getByLabel(`${quarter}, Meetings held`).fill(count!);
    await page.getByLabel('Quarter 1, Members at meetings, visits added up').fill('4');
    await keepWords(page);
    await page.goto(`${site.address}templates/scc-annual-report/`);
    await page.locator('[data-action=fill]').click();
    expect(await page.getByLabel('Meetings held', { exact: true }).inputValue()).toBe('7');
    expect(await page.getByLabel('Members at meetings, visits added up', { exact: true }).inputValue()).toBe('hidden');
  });
});
