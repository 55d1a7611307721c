/**
 * The same journeys on the web, in a folder without a network, and in the browser, all of it kept there. What only a
 * folder has: folder.test.ts; only the worker, whose journeys are taken every night: service-worker.test.ts.
 */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isNightly } from '../nightly.ts';
import { pagesOf } from '../programs.ts';
import { inBoth, type Person } from './journeys.ts';
import { places } from './places.ts';

const queries = [
  'memorandum',
  'judge',
  'King County',
  'SCC',
  'word mou',
  'confidentialty',
  'policía',
  'kids who ran away',
  '"train the trainer"',
  'auditor interpreter listserv',
];
/** Every night all of them; by day one of each way to be found. */
const asked = queries.filter((_, index) => isNightly || index % 2 === 1);
/** What each query found on the web, in its order. */
const online = new Map<string, string[]>();

/** The pages that a query finds, by their paths, with the sections of each. */
async function search({ tab, press, until }: Person, root: string, query: string): Promise<string[]> {
  await press('/');
  // At once: while somebody types, results come for each beginning of the word.
  await tab.evaluate((words) => {
    document.querySelector('.search-status')!.textContent = '';
    const input = document.querySelector<HTMLInputElement>('dialog.search input')!;
    input.value = words;
    input.dispatchEvent(new Event('input'));
  }, query);
  const all = () => /found/i.test(document.querySelector('.search-status')!.textContent);
  await until(`results for ${query}`, all);
  // Where no page is known to speak of everything, Pagefind is asked, too.
  const asks = await tab.evaluate(() => {
    const button = document.querySelectorAll<HTMLElement>('.search-hint button')[0];
    if (!button?.textContent.startsWith('Look through')) return false;
    document.querySelector('.search-status')!.textContent = '';
    button.click();
    return true;
  });
  if (asks) await until(`all results for ${query}`, all);
  const found = await tab.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('.search-results a')].map(({ href }) => href),
  );
  await press('Escape');
  await until('the page has the focus again', () => document.activeElement === document.body);
  return found.map((href) => href.replace(root, '').replace('index.html', ''));
}

describe.each(places.filter((at) => isNightly || at !== 'worker'))('%s', (at) => {
  /** On the web each tool has tests of its own: these journeys are taken there every night. */
  const itElsewhere = it.skipIf(at === 'online' && !isNightly);
  inBoth(
    `a reader ${at}`,
    (person) => {
      itElsewhere('reads, follows a link, and keeps a choice of colors', async () => {
        const { open, tab, until, place } = person();
        await open('');
        expect(await tab.evaluate(() => document.querySelector('h1')!.textContent)).toBe('CSEC Task Force Toolkits');
        await open('toolkits/chair/');
        expect(
          await tab.evaluate(
            () =>
              document.fonts.check('600 20px Literata') &&
              [...document.fonts].every(({ status }) => status === 'loaded'),
          ),
        ).toBe(true);
        await tab.select('header select[data-colors]', 'dark');
        await tab.click('.side a[href*="toolkits/coordinator"], .side a[href*="../coordinator"]');
        await until(
          'the next page',
          () => document.querySelector('h1')?.textContent.trim() === 'Task force coordinator',
        );
        expect(await tab.evaluate(() => location.href)).toBe(place.at('toolkits/coordinator/'));
        await until('the same colors', () => document.documentElement.dataset['colors'] === 'dark');
        await open('6/#what-a-chair-does');
        await until(
          'the page behind the short address',
          () => location.hash === '#what-a-chair-does' && location.href.includes('/toolkits/chair/'),
        );
        expect(person().faults).toEqual([]);
      });

      it('finds the same pages and sections for the same queries, in the same order', async () => {
        await person().open('glossary/');
        for (const query of asked) {
          const found = await search(person(), person().place.address, query);
          expect(found.length).toBeGreaterThan(2);
          if (!online.has(query)) online.set(query, found);
          expect(found).toEqual(online.get(query));
        }
        expect(person().faults).toEqual([]);
      });

      itElsewhere('ticks, keeps it, and finds it after a reload and inside the toolkit', async () => {
        const { open, tab, until } = person();
        await open('checklists/phase-1/');
        await tab.click('step-tool input[type=checkbox]');
        const box = await tab.evaluate(() => (document.activeElement as HTMLInputElement).name);
        await tab.click('[data-do=keep]');
        if (at === 'folder') {
          await until(
            'the question about files',
            () => document.querySelector('dialog.question')?.textContent.includes('as files') ?? false,
          );
          await tab.click('dialog.question [value=keep]');
        }
        await until('it is kept', () =>
          document.querySelector('keep-bar [data-state]')!.textContent.includes('Saved at'),
        );
        await open('checklists/phase-1/');
        await until('the tick', (name) => document.querySelector<HTMLInputElement>(`[name="${name}"]`)!.checked, box);
        await open('toolkits/starting-a-task-force/');
        await until(
          'the tick in the toolkit',
          (name) =>
            document.querySelector<HTMLInputElement>(`[data-ticks="checklists/phase-1"] [name="${name}"]`)!.checked,
          box,
        );
        expect(person().faults).toEqual([]);
      });

      itElsewhere('fills in an agreement from My task force and makes a Word file of it', async () => {
        const { open, tab, until, type, save } = person();
        await open('my-task-force/');
        await tab.click('[name=name]');
        await type('Harbor County Task Force');
        await open('templates/memorandum-of-understanding/');
        await until('something to fill in', () => document.querySelector('[data-action=fill]:enabled') !== null);
        await tab.click('[data-action=fill]');
        await tab.click('[data-add=signers]');
        await type('Harbor <b>Police</b>');
        await tab.click('.files > summary');
        const { path } = await save(() => tab.click('[data-action=word]'));
        const words = new TextDecoder().decode(unzipSync(readFileSync(path))['word/document.xml']);
        expect(words).toContain('Harbor County Task Force');
        expect(words).toContain('Harbor &lt;b&gt;Police&lt;/b&gt;');
        expect(person().faults).toEqual([]);
      });

      itElsewhere('builds a packet and prints it', async () => {
        const { open, tab, until } = person();
        await open('packet/');
        await tab.click('[data-use]');
        await until(
          'all parts',
          () =>
            document.querySelectorAll('.packet-document .part').length > 3 &&
            !document.querySelector('.packet-document [data-waiting]'),
        );
        const titles = await tab.evaluate(() =>
          [...document.querySelectorAll('.packet-document .part :is(h1, h2)')]
            .slice(0, 3)
            .map((title) => title.textContent.replace(/^\d+\. /, '').trim()),
        );
        const printed = pagesOf(await tab.pdf({ format: 'Letter' }))
          .join(' ')
          .replace(/\s+/g, ' ');
        for (const title of titles) expect(printed).toContain(title);
        expect(person().faults).toEqual([]);
      });
    },
    { at },
  );
});
