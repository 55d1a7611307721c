/** What is particular about the site in a folder: every file is its own place, and other files may look over its shoulder. */
import { readFileSync } from 'node:fs';
import { expect, inject, it } from 'vitest';
import { filesIn } from '../../scripts/html.ts';
import { faultsOf } from '../formats/pptx/package.ts';
import { isNightly, itAtNight } from '../nightly.ts';
import { inBoth, type Person } from './journeys.ts';
import { linesOnPage, missing, slidesIn } from './slides.ts';

/** Waits for the question about files, and answers it. */
async function answer({ tab, until }: Person, choice: 'keep' | ''): Promise<void> {
  await until(
    'the question about files',
    () => document.querySelector('dialog.question')?.textContent.includes('as files') ?? false,
  );
  await tab.click(`dialog.question [value="${choice}"]`);
}
const isKept = ({ until }: Person) =>
  until('it is kept', () => document.querySelector('keep-bar')!.hasAttribute('data-kept'));

inBoth(
  'in a folder',
  (person) => {
    // Every link and file of the copy is checked without a browser, in tests/site/offline.test.ts.
    it('opens a page of each sort', async () => {
      const { tab, place, faults } = person();
      const pages = filesIn(inject('site'))
        .filter((file) => file.endsWith('index.html'))
        .map((file) => file.slice(0, -'index.html'.length));
      const first = pages.filter(
        (one, index) => index === pages.findIndex((other) => other.split('/')[0] === one.split('/')[0]),
      );
      for (const page of isNightly
        ? first
        : first.filter((one) => /^$|^(checklists|forms|packet|toolkits)/.test(one))) {
        await tab.goto(place.at(page));
        expect(await tab.evaluate(() => document.querySelector('h1')?.textContent.trim() ?? '')).not.toBe('');
      }
      expect(faults).toEqual([]);
    });

    it('opens the card of a term', async () => {
      const { open, tab, until, faults } = person();
      await open('toolkits/chair/');
      await tab.evaluate(() => document.querySelector<HTMLElement>('button.term')!.click());
      await until(
        'the card',
        () => document.querySelector('.term-card:popover-open')?.textContent.includes('glossary') ?? false,
      );
      expect(faults).toEqual([]);
    });

    it('says what it cannot do: share an address that it does not know', async () => {
      const { open, tab, until } = person();
      await open('toolkits/chair/');
      await tab.evaluate(() => document.querySelector<HTMLElement>('a.copy')!.click());
      await until(
        'an answer',
        () => document.querySelector('.share')?.textContent.includes('does not know an address') ?? false,
      );
      const [address, ...choices] = await tab.evaluate(() =>
        [...document.querySelectorAll('.share-address, .share-choices > *')].map(({ textContent }) => textContent),
      );
      // Where the place stands in the folder, by the names of files.
      expect(address).toMatch(/^6\/index\.html#/);
      expect(choices).toEqual(['Copy file and place', 'Copy short file and place', 'Copy as citation']);
      expect(await person().text('.foot')).toContain('This is an offline copy.');
    });

    itAtNight('shows slides one at a time, from a section on, with the words that the page has online', async () => {
      const { tab, place, until, faults } = person();
      await tab.goto(place.at('toolkits/coordinator/present/#money'));
      await until('a slide', () => document.querySelectorAll('.step[data-on]').length === 1);
      const words = await tab.evaluate(() => document.querySelector('.step[data-on] .body')!.textContent);
      await tab.keyboard.press('ArrowRight');
      expect(await tab.evaluate(() => document.querySelector('.step[data-on] .body')!.textContent)).not.toBe(words);
      expect(await tab.evaluate(() => document.querySelectorAll('[data-way] svg').length)).toBe(0);
      expect(faults).toEqual([]);
    });

    it('makes a PowerPoint file of a section, with the words of its slides and without an address', async () => {
      const { tab, place, open, save, faults } = person();
      await tab.goto(place.at('toolkits/coordinator/present/'));
      const shown = await tab.evaluate(linesOnPage, 'duties');
      await open('toolkits/coordinator/');
      const { name, path } = await save(() =>
        tab.evaluate(() => document.querySelector<HTMLElement>('[data-powerpoint="duties"]')!.click()),
      );
      expect(name).toBe('csec-toolkit-05-coordinator-duties.pptx');
      const bytes = readFileSync(path);
      const own = slidesIn(bytes);
      expect([faultsOf(bytes), own.length]).toEqual([[], shown.length + 1]);
      shown.forEach((lines, index) => expect(missing(lines, own[index]!)).toEqual([]));
      expect(own.join()).not.toContain('/#duties');
      expect(faults).toEqual([]);
    });

    it('asks before a toolkit keeps ticks, and keeps nothing without a yes', async () => {
      const { open, tab, until } = person();
      await open('toolkits/starting-a-task-force/');
      await tab.evaluate(() => document.querySelector<HTMLElement>('[data-ticks] input')!.click());
      await until('the way to keep it', () => document.querySelector('p.tools > button') !== null);
      await tab.evaluate(() => document.querySelector<HTMLElement>('p.tools > button')!.click());
      await answer(person(), '');
      await open('my-task-force/');
      expect(await tab.evaluate(() => document.querySelector('keep-bar')!.hasAttribute('data-kept'))).toBe(false);
    });

    it('erases for every page what one of them has only just written', async () => {
      const { open, tab, type, until, place } = person();
      await open('my-task-force/');
      await tab.click('[data-do=keep]');
      await answer(person(), 'keep');
      await isKept(person());
      await tab.click('[name=county]');
      await type('Harbor County');
      // At once: the frame may not have heard of it.
      await tab.goto(place.at('duties/chair/'));
      await isKept(person());
      await tab.click('.keep-more summary');
      await tab.click('[data-do=erase]');
      await tab.click('dialog.question [value=erase]');
      await until('nothing is kept', () => !document.querySelector('keep-bar')!.hasAttribute('data-kept'));
      await tab.click('[data-do=keep]');
      await answer(person(), 'keep');
      await open('my-task-force/');
      await isKept(person());
      expect(await person().value('[name=county]')).toBe('');
      expect(person().faults).toEqual([]);
    });
  },
  { at: 'folder' },
);
