/** Reload, crash, full storage, two tabs, blocked storage: nothing that somebody wrote is lost. On My task force, whose bar and store all tools share. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inBoth, type Person } from './journeys.ts';
import { clearDevice, onDevice } from './on-device.ts';

const path = 'my-task-force/';
const county = '[name=county]';
const stored = async ({ tab }: Person) => (await tab.evaluate(onDevice)).map(([key]) => key);
/** Waits until the bar says some words. */
const says = ({ until }: Person, words: string) =>
  until(words, (wanted) => document.querySelector('keep-bar')!.textContent.includes(wanted), words);
/** Waits until a text is on the device. */
const isStored = ({ tab }: Person, words: string) =>
  expect
    .poll(async () =>
      (await tab.evaluate(onDevice)).some(([key, text]) => /^csec-toolkits:sheet/.test(key) && text.includes(words)),
    )
    .toBe(true);
const written = ({ until }: Person, words: string) =>
  until(
    `“${words}” in the field`,
    (wanted) => document.querySelector<HTMLInputElement>('[name=county]')?.value === wanted,
    words,
  );

inBoth('what somebody wrote', (person) => {
  /** Begins with nothing on the device. */
  const begin = async (): Promise<Person> => {
    const one = person();
    await one.open('glossary/');
    await one.tab.evaluate(clearDevice);
    await one.open(path);
    return one;
  };

  it('is stored only when asked, and then stays over a reload', async () => {
    const one = await begin();
    await one.write(county, 'King County');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await stored(one)).toEqual([]);
    await one.keep();
    await one.tabTo('my-task-force [data-add]');
    await one.press('Enter');
    await one.type('Harbor <b>Advocates</b>');
    await says(one, 'Saved at');
    await one.tab.reload();
    await written(one, 'King County');
    expect(await one.value('[name^="members."][name$=".name"]')).toBe('Harbor <b>Advocates</b>');
    expect(await one.tab.evaluate(() => document.querySelectorAll('my-task-force b').length)).toBe(0);
  });

  it('stays when the page is left at once', async () => {
    const one = await begin();
    await one.keep();
    await one.write(county, 'Clark County');
    await one.tab.reload();
    await written(one, 'Clark County');
  });

  it('stays when the page crashes', async () => {
    const one = await begin();
    await one.keep();
    await one.write(county, 'King County');
    await isStored(one, 'King County');
    await one.tab.evaluate(() => addEventListener('pagehide', () => localStorage.setItem('told', 'yes')));
    await one.crash();
    await one.open(path);
    await written(one, 'King County');
    expect(await stored(one)).not.toContain('told');
  });

  it('stays on the page while storage is full, and is saved when there is room', async () => {
    const one = await begin();
    await one.write(county, 'King County');
    await one.keep();
    await isStored(one, 'King County');
    await one.tab.evaluate(() => {
      // A full disk cannot be had in a test: the database refuses as browsers do then.
      const store = IDBObjectStore.prototype;
      Object.assign(globalThis, { put: store.put });
      store.put = function () {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await one.write(county, 'Pierce County');
    await says(one, 'no room left');
    const other = await one.another();
    await other.open(path);
    // A tab that can write takes along what waits in this one.
    await written(other, 'Pierce County');
    await other.tab.close();
    await one.tab.bringToFront();
    expect(await one.value(county)).toBe('Pierce County');
    // Alone it asks to try again, and does.
    await one.write(county, 'Clallam County');
    await says(one, 'no room left');
    await one.tab.evaluate(() => {
      IDBObjectStore.prototype.put = (globalThis as unknown as { put: typeof IDBObjectStore.prototype.put }).put;
    });
    await one.tabTo('[data-do=again]');
    await one.press('Enter');
    await says(one, 'Saved at');
    await one.tab.reload();
    await written(one, 'Clallam County');
  });

  it('is joined between two tabs, and both words of a field that changed in both are offered', async () => {
    const one = await begin();
    await one.keep();
    const other = await one.another();
    await other.open(path);
    await one.tab.bringToFront();
    await one.write(county, 'King County');
    await written(other, 'King County');
    // Both write before either hears of the other.
    await Promise.all(
      [one, other].map(({ tab }, index) =>
        tab.evaluate((text) => {
          const field = document.querySelector<HTMLInputElement>('[name=county]')!;
          field.value = text;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        }, ['<i>Pierce</i>', 'Clark'][index]!),
      ),
    );
    const conflict = ({ tab }: Person) =>
      tab.evaluate(() => document.querySelector('.keep-conflicts li')?.textContent ?? '');
    await expect
      .poll(async () => (await Promise.all([conflict(one), conflict(other)])).join(''), { timeout: 10_000 })
      .toContain('My task force: County or counties');
    const values = () => Promise.all([one.value(county), other.value(county)]);
    await expect.poll(async () => new Set(await values()).size, { timeout: 10_000 }).toBe(1);
    const asked = (await conflict(one)) ? one : other;
    const lost = (await values())[0] === 'Clark' ? '<i>Pierce</i>' : 'Clark';
    expect(
      await asked.tab.evaluate(() => [...document.querySelectorAll('.keep-conflicts q')].at(-1)!.textContent),
    ).toBe(lost);
    await asked.tab.bringToFront();
    await asked.tabTo('.keep-conflicts li button:last-of-type');
    await asked.press('Enter');
    await written(one, lost);
    await written(other, lost);
    expect(await conflict(asked)).toBe('');
    await other.tab.close();
  });
});

describe('with storage blocked', () => {
  inBoth(
    'what somebody wrote',
    (person) => {
      it('stays on the page, which says so and offers a file', async () => {
        const one = person();
        await one.open(path);
        expect(
          await one.tab.evaluate(() => {
            try {
              return localStorage && 'stores';
            } catch (error) {
              return (error as Error).name;
            }
          }),
        ).toBe('SecurityError');
        await one.write(county, 'King County');
        await one.tabTo('[data-do=keep]');
        await one.press('Enter');
        await says(one, 'keeps nothing for this site');
        await one.tabTo('.keep-more summary');
        await one.press('Enter');
        await one.tabTo('[data-do=save]');
        const { path: file } = await one.save(() => one.press('Enter'));
        expect(JSON.parse(readFileSync(file, 'utf8')).sheets).toEqual({ 'task-force': { county: 'King County' } });
        expect(await one.value(county)).toBe('King County');
      });
    },
    { storage: false },
  );
});
