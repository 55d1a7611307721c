import { expect, it } from 'vitest';
import { inBrowser, useSite } from './browser.ts';
import { itFitsPhones, keepWords } from './tools.ts';

inBrowser('the roster', () => {
  const site = useSite();

  it('finds the gaps: seats, governments one by one, voices', async () => {
    const { page, faults } = await site.open('rosters/members/');
    const gaps = page.getByRole('region', { name: 'Who is missing' });
    expect(await gaps.textContent()).toContain('0 of 13 kinds of members have a seat. 0 of 3 voices have a say.');
    await page.getByLabel('Agency, tribe or organization, Local law enforcement').fill('County Sheriff');
    expect(await gaps.textContent()).toContain('1 of 13');
    expect(await gaps.getByRole('link').allTextContents()).not.toContain('Local law enforcement');
    await page.getByRole('button', { name: 'Add a government' }).click();
    await page.keyboard.type('A Tribe');
    expect(await gaps.textContent()).toContain('2 of 13');
    await page.getByLabel('Does it have a say here? People of color').selectOption('Has a say');
    expect(await gaps.textContent()).toContain('1 of 3 voices have a say');
    expect(faults).toEqual([]);
  });

  it('takes members of My task force into their seats', async () => {
    const { page } = await site.open('my-task-force/');
    await page.locator('my-task-force [data-add]').click();
    await page.locator('[name$=".name"]').first().fill('Harbor Schools');
    await page.locator('[name$=".kind"]').first().fill('School personnel');
    await keepWords(page);
    await page.goto(`${site.address}rosters/members/`);
    await page.locator('roster-tool [data-action=fill]').click();
    expect(await page.getByLabel('Agency, tribe or organization, School personnel').inputValue()).toBe(
      'Harbor Schools',
    );
  });

  itFitsPhones(site, 'rosters/members/', (page) =>
    page.getByLabel('Agency, tribe or organization, Local law enforcement').fill('County Sheriff'),
  );
});
