/** Keeping what somebody writes, in a real browser: on My task force, whose bar and store all tools share. What must never be lost: nothing-lost.test.ts. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFaultsAtNight } from './axe.ts';
import { inBrowser, useSite } from './browser.ts';
import { onDevice } from './on-device.ts';

const path = 'my-task-force/';
const county = (page: Page) => page.getByLabel('County or counties');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** What has to do with files, and erasing, stands in a part that opens. */
const more = (page: Page) => page.locator('.keep-more').evaluate((fold) => ((fold as HTMLDetailsElement).open = true));
const bar = (page: Page) => page.locator('keep-bar');
/** Chooses an answer in the open question. */
const answer = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
const stored = async (page: Page) => (await page.evaluate(onDevice)).map(([key]) => key);
/** Waits until the bar says some words. */
const says = (page: Page, words: string) => bar(page).getByText(words).first().waitFor();
const keep = async (page: Page) => {
  await button(page, 'Keep on this device').click();
  await says(page, 'Kept on this device.');
};
const written = (page: Page) =>
  page
    .locator('my-task-force input:not([value=""])')
    .evaluateAll((fields) =>
      (fields as HTMLInputElement[]).flatMap(({ name, value }) =>
        value ? [[name.replace(/k[0-9a-z]{4,}/, 'KEY'), value]] : [],
      ),
    );
const fileOf = (sheets: unknown, name = 'mine.json') => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify({ format: 'csec-task-force-toolkits', version: 1, sheets })),
});
async function open(page: Page, file: ReturnType<typeof fileOf>): Promise<void> {
  await more(page);
  const choosing = page.waitForEvent('filechooser');
  await button(page, 'Open a file').click();
  await (await choosing).setFiles(file);
}

inBrowser('keeping what somebody writes', () => {
  const site = useSite();

  it('asks before words are lost that are neither kept nor in a file', async () => {
    const { page } = await site.open(path);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.goto(`${site.address}glossary/`);
    expect(asked).toEqual([]);
    await page.goto(site.address + path);
    await county(page).fill('Clark County');
    await page.goto(`${site.address}glossary/`);
    expect(asked).toEqual(['beforeunload']);
  });

  it('erases everything, after a question, in all tabs', async () => {
    const { page } = await site.open(path);
    await page.locator('.top [data-colors]').selectOption('dark');
    await county(page).fill('King County');
    await keep(page);
    const other = await page.context().newPage();
    await other.goto(site.address + path);
    await expect.poll(() => county(other).inputValue()).toBe('King County');
    await more(page);
    await button(page, 'Erase everything').click();
    await answer(page, 'Cancel');
    await expect.poll(() => county(page).inputValue()).toBe('King County');
    await button(page, 'Erase everything').click();
    await answer(page, 'Erase everything');
    await other.waitForFunction(() => document.querySelector<HTMLInputElement>('[name=county]')!.value === '');
    await expect.poll(() => county(page).inputValue()).toBe('');
    await other.waitForTimeout(500);
    expect(await stored(other)).toEqual([]);
    await says(other, 'Never sent. Gone when you leave this page.');
  });

  it('stops keeping and leaves the words on the page', async () => {
    const { page } = await site.open(path);
    await county(page).fill('King County');
    await keep(page);
    await button(page, 'Stop keeping').click();
    await answer(page, 'Stop keeping');
    await expect.poll(() => stored(page)).toEqual([]);
    expect(await county(page).inputValue()).toBe('King County');
  });

  it('keeps the last good state when what is stored is damaged', async () => {
    const { page } = await site.open(path);
    await county(page).fill('King County');
    await keep(page);
    await county(page).fill('Pierce County');
    await says(page, 'Saved at');
    await expect
      .poll(async () => (await page.evaluate(onDevice)).some(([, text]) => text.includes('Pierce')))
      .toBe(true);
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          // As if the power had gone in the middle of the last write.
          indexedDB.open('csec-toolkits').onsuccess = ({ target }) => {
            const database = (target as IDBOpenDBRequest).result;
            const writing = database.transaction('texts', 'readwrite');
            writing.objectStore('texts').openCursor().onsuccess = ({ target: found }) => {
              const cursor = (found as IDBRequest<IDBCursorWithValue | null>).result;
              if (!cursor) return;
              if (String(cursor.value).includes('Pierce')) cursor.update(String(cursor.value).slice(0, 60));
              cursor.continue();
            };
            writing.oncomplete = () => {
              database.close();
              resolve();
            };
          };
        }),
    );
    await page.reload();
    await expect.poll(() => county(page).inputValue()).toBe('King County');
    await page.getByRole('alert').getByText('You see the last good state.').waitFor();
  });

  it('carries over what an earlier version kept, and leaves nothing of it behind', async () => {
    const { page } = await site.open('glossary/');
    // As version 1.0.0 wrote it.
    await page.evaluate(() => {
      localStorage.setItem('csec-toolkits:kept', 'abc');
      localStorage.setItem(
        'csec-toolkits:sheet:task-force:1-xyz',
        'SUM {"version":1,"seq":1,"by":"xyz","seen":[["xyz",1]],"stamps":[["county",1,"xyz"]],"values":{"county":"King County"}}'.replace(
          'SUM',
          '1tja8ka',
        ),
      );
    });
    await page.goto(site.address + path);
    await expect.poll(() => county(page).inputValue()).toBe('King County');
    await says(page, 'Kept on this device.');
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    expect((await stored(page)).sort()).toEqual([
      'csec-toolkits:kept',
      'csec-toolkits:sheet:task-force:1-xyz',
      'database csec-toolkits',
    ]);
    await page.reload();
    await expect.poll(() => county(page).inputValue()).toBe('King County');
  });

  it('saves to a file and opens it elsewhere', async () => {
    const { page } = await site.open(path);
    await county(page).fill('“Ünïcode” <script>alert(1)</script> =1+1');
    await more(page);
    const downloading = page.waitForEvent('download');
    await button(page, 'Save to a file').click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('csec-task-force-toolkits.json');
    const { page: elsewhere, faults } = await site.open(path);
    await open(elsewhere, {
      name: 'a.json',
      mimeType: 'application/json',
      buffer: readFileSync(await download.path()),
    });
    expect(await elsewhere.getByRole('dialog').innerText()).toContain('My task force: 1 field');
    await answer(elsewhere, 'Open');
    await expect.poll(() => county(elsewhere).inputValue()).toBe('“Ünïcode” <script>alert(1)</script> =1+1');
    expect(faults).toEqual([]);
  });

  it('adds a file or puts it in the place of everything, and undoes it', async () => {
    const { page } = await site.open(path);
    await county(page).fill('King County');
    const file = fileOf({
      'task-force': { county: 'Clark County', chair: 'Judge' },
      'checklists/phase-1': { 'step.ask.done': 'yes' },
    });
    await open(page, file);
    const question = page.getByRole('dialog');
    expect(await question.innerText()).toMatch(/My task force: 2 fields\s+Checklist: phase 1: 1 field/);
    expect(await axeFaultsAtNight(page)).toEqual([]);
    await answer(page, 'Add');
    await expect
      .poll(() => written(page))
      .toEqual([
        ['county', 'King County'],
        ['chair', 'Judge'],
      ]);
    await page.locator('.keep-conflicts').getByText('Clark County').waitFor();
    expect(await axeFaultsAtNight(page)).toEqual([]);
    await button(page, 'Undo opening the file').click();
    expect(await written(page)).toEqual([['county', 'King County']]);
    await open(page, file);
    await answer(page, 'Replace everything');
    await expect
      .poll(() => written(page))
      .toEqual([
        ['county', 'Clark County'],
        ['chair', 'Judge'],
      ]);
    await page.getByLabel('Usual day').fill('Tuesday');
    await button(page, 'Undo opening the file').click();
    expect(await written(page)).toEqual([
      ['county', 'King County'],
      ['meeting-day', 'Tuesday'],
    ]);
  });

  it('refuses a poisoned file in words, and changes nothing', async () => {
    const { page } = await site.open(path);
    await county(page).fill('King County');
    await open(page, fileOf({ 'task-force': { county: { toString: 'x' } } }));
    await page.getByRole('alert').getByText('holds something other than words. Nothing was changed.').waitFor();
    await open(page, {
      ...fileOf({}),
      buffer: Buffer.from('{"format":"csec-task-force-toolkits","version":2,"sheets":{}}'),
    });
    await page.getByRole('alert').getByText('newer version of this site').waitFor();
    expect(await written(page)).toEqual([['county', 'King County']]);
  });

  it('is done by keyboard alone', async () => {
    const { page, faults } = await site.open(path);
    const tabTo = async (name: string): Promise<void> => {
      for (let presses = 0; presses < 80; presses += 1) {
        await page.keyboard.press('Tab');
        if (
          await page.evaluate(
            (wanted) =>
              (document.activeElement as HTMLElement).innerText?.replace(/\s+/g, ' ').trim() === wanted ||
              (document.activeElement as HTMLInputElement).labels?.[0]?.innerText === wanted,
            name,
          )
        )
          return;
      }
      throw new Error(`no Tab leads to “${name}”`);
    };
    await tabTo('Keep on this device');
    await page.keyboard.press('Enter');
    await says(page, 'Kept on this device.');
    await tabTo('Name of the task force');
    await page.keyboard.type('Ring');
    for (const name of ['Police', 'Schools', 'Tribe']) {
      await tabTo('Add an agency');
      await page.keyboard.press('Enter');
      await page.keyboard.type(name);
    }
    await tabTo('Up agency 3');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const names = () =>
      page
        .getByLabel('Agency, tribe or organization')
        .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
    expect(await names()).toEqual(['Tribe', 'Police', 'Schools']);
    // At the top, “Up” cannot be pressed any more: the focus is on its neighbor.
    expect(await page.evaluate(() => document.activeElement!.textContent)).toBe('Down agency 1');
    await page.keyboard.press('Enter');
    expect(await names()).toEqual(['Police', 'Tribe', 'Schools']);
    await tabTo('Remove agency 3');
    await page.keyboard.press('Enter');
    expect(await names()).toEqual(['Police', 'Tribe']);
    expect(await page.evaluate(() => document.activeElement!.textContent)).toBe('Add an agency');
    await says(page, 'Saved at');
    await page.reload();
    await expect.poll(names).toEqual(['Police', 'Tribe']);
    await tabTo('Save or open a file, erase');
    await page.keyboard.press('Enter');
    await tabTo('Erase everything');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.activeElement!.textContent)).toBe('Erase everything');
    await page.keyboard.press('Enter');
    await tabTo('Erase everything');
    await page.keyboard.press('Enter');
    await expect.poll(names).toEqual([]);
    await expect.poll(() => stored(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('is a form for paper without JavaScript, and fits a narrow screen with it', async () => {
    const { page } = await site.open(path, { javaScriptEnabled: false });
    expect(await page.getByText('Writing on this page needs JavaScript').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Keep on this device' }).count()).toBe(0);
    expect(await page.locator('.paper-rows tbody tr').count()).toBe(6);
    const { page: narrow } = await site.open(path, { viewport: { width: 320, height: 700 }, colorScheme: 'dark' });
    await button(narrow, 'Add an agency').click();
    expect(await narrow.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await axeFaultsAtNight(narrow)).toEqual([]);
  });
});
