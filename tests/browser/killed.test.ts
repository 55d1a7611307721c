/**
 * The whole browser is killed at a random moment while somebody writes: what was called saved is there afterwards. Once in Chromium, on
 * the web; every night twice in each browser, from a folder, too; `npm run soak` does it twenty times.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { chromiumPath, firefoxPath } from '../programs.ts';
import { isNightly } from '../nightly.ts';
import { newFolder } from '../scratch.ts';
import { startChromium, startFirefox } from './journeys.ts';
import { placeOf, type Place } from './places.ts';

const times = Number(process.env['CRASHES'] ?? (isNightly ? 2 : 1));
const isQuick = !isNightly && process.env['CRASHES'] === undefined;

/** Somebody writes numbers, one after the other, and notes which were called saved. Runs in the page. */
function writeAndWatch(from: number): void {
  const field = document.querySelector<HTMLInputElement>('[name=county]')!;
  const state = document.querySelector('keep-bar [data-state]')!;
  let number = from;
  new MutationObserver(() => {
    if (/Saved at/.test(state.textContent)) console.log(`SAVED ${field.value}`);
  }).observe(state, { childList: true, characterData: true, subtree: true });
  const write = (): void => {
    field.value = String(++number);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    // Bursts of keys with a pause now and then, in which words are saved.
    setTimeout(write, number % 3 === 0 ? 420 : 40);
  };
  write();
}

for (const [name, path, start] of [
  ['Chromium', chromiumPath, startChromium],
  ['Firefox', isQuick ? undefined : firefoxPath, startFirefox],
] as const) {
  for (const at of isQuick ? (['online'] as const) : (['online', 'folder'] as const)) {
    describe.runIf(path)(`a killed browser (${name}, ${at})`, () => {
      let place: Place;
      beforeAll(async () => {
        place = await placeOf(at, inject('site'), { isPathLong: false });
      });
      afterAll(() => place?.end());

      it('has everything that was called saved', { timeout: times * 60_000 }, async () => {
        const profile = join(newFolder('killed'), 'profile');
        const open = async (): Promise<{
          browser: Awaited<ReturnType<typeof start>>;
          tab: Tab;
          saved: () => number;
        }> => {
          const browser = await start(path!, profile, { storage: true, network: at !== 'folder' });
          const tab = await browser.newPage();
          let last = 0;
          tab.on('console', (message) => {
            const [, number] = /^SAVED (\d+)$/.exec(message.text()) ?? [];
            if (number) last = Number(number);
          });
          await tab.goto(place.at('my-task-force/'));
          return { browser, tab, saved: () => last };
        };
        type Tab = Awaited<ReturnType<Awaited<ReturnType<typeof start>>['newPage']>>;
        const value = (tab: Tab): Promise<number> =>
          tab.evaluate(() => Number(document.querySelector<HTMLInputElement>('[name=county]')!.value));
        let { browser, tab, saved } = await open();
        // A fresh profile keeps nothing yet.
        await tab.evaluate(() => document.querySelector<HTMLButtonElement>('[data-do=keep]')!.click());
        await tab
          .waitForSelector('dialog button[value=keep]', { timeout: at === 'folder' ? 10_000 : 1 })
          .then((button) => button?.click())
          .catch(() => undefined);
        await tab.waitForFunction(() => document.querySelector('keep-bar')!.hasAttribute('data-kept'));
        let promised = 0;
        for (let time = 0; time < times; time++) {
          await tab.evaluate(writeAndWatch, promised);
          const moment = 700 + Math.random() * 2500;
          await new Promise((resolve) => setTimeout(resolve, moment));
          while (saved() <= promised) await new Promise((resolve) => setTimeout(resolve, 20));
          promised = saved();
          const ended = new Promise((resolve) => browser.process()!.once('exit', resolve));
          browser.process()!.kill('SIGKILL');
          await ended;
          // The driver puts the profile in order then.
          await new Promise((resolve) => setTimeout(resolve, 1500));
          ({ browser, tab, saved } = await open());
          await expect.poll(() => value(tab)).toBeGreaterThanOrEqual(promised);
          promised = await value(tab);
        }
        await browser.close();
      });
    });
  }
}
