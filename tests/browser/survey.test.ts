import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readContent } from '../../src/reader/read.ts';
import { readXlsx } from '../../src/formats/xlsx/read.ts';
import { root } from '../root.ts';
import { inBrowser, useSite } from './browser.ts';
import { itFitsPhones } from './tools.ts';

const form = readContent(root).site.forms['interconnectedness']!;

inBrowser('the interconnectedness survey', () => {
  const site = useSite();

  it('counts the answers at once, hides nothing about organizations, and comes back from Excel', async () => {
    const { page, faults } = await site.open('forms/interconnectedness/');
    await page.getByLabel('Your organization').fill('Harbor Police');
    for (const [row, name, know] of [
      [1, 'Bay Advocates', 'Yes'],
      [2, 'Valley Hospital', 'Unsure'],
      [12, 'A Tribe', 'Yes'],
    ] as const) {
      await page.getByLabel(`Organization, ${row}`, { exact: true }).fill(name);
      await page.getByLabel(`A. Know, ${row}`, { exact: true }).selectOption(know);
    }
    const total = (label: string) =>
      page.locator('.summary-table tr', { hasText: label }).locator('td').last().textContent();
    expect(
      await Promise.all(
        ['Organizations on this sheet', 'A. Know: Yes', 'A. Know: No', 'A. Know: Unsure', 'B. Talk: Yes'].map(total),
      ),
    ).toEqual(['3', '2', '0', '1', '0']);
    expect(await page.getByLabel(/Smallest number shown/).count()).toBe(0);
    await page.locator('.files > summary').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download Excel' }).click(),
    ]);
    const filled = await readXlsx(new Uint8Array(readFileSync(await download.path())), form);
    if ('problems' in filled) throw new Error(filled.problems.join(' '));
    expect(filled.fields['your-organization']).toBe('Harbor Police');
    expect(filled.rows.filter(([, name]) => name)).toEqual([
      ['1', 'Bay Advocates', 'Yes', '', ''],
      ['2', 'Valley Hospital', 'Unsure', '', ''],
      ['12', 'A Tribe', 'Yes', '', ''],
    ]);
    expect(faults).toEqual([]);
  });

  it('is found where the handout was', async () => {
    const { page } = await site.open('handouts/interconnectedness/');
    await page.waitForURL('**/forms/interconnectedness/');
    expect(await page.getByLabel('Your organization').isVisible()).toBe(true);
  });

  itFitsPhones(site, 'forms/interconnectedness/', (page) =>
    page.getByLabel('Organization, 1', { exact: true }).fill('Bay Advocates'),
  );
});
