import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { inBrowser, useSite } from './browser.ts';
import { inBoth } from './journeys.ts';
import { withoutControls } from '../../src/tools/written-values.ts';
import { naughtyLines } from './tools.ts';

inBoth('plan and gaps, by keyboard alone', (person) => {
  it('turns phase 1 into dates that an independent calendar reads', async () => {
    const { open, tabTo, type, press, save, text } = person();
    await open('timelines/first-18-months/');
    await tabTo('[name="plan.start"]');
    await type('01152027');
    expect(await text('plan-tool')).toContain('January 15, 2027');
    await tabTo('plan-tool button[data-action=calendar]');
    const { name, path } = await save(() => press('Enter'));
    expect(name).toBe('csec-timeline-first-18-months.ics');
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, 'utf8')) as unknown as unknown[]);
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(events).toHaveLength(23);
    expect(events.map(({ startDate }) => startDate.toString()).sort()[0]).toBe('2027-04-14');
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(23);
  });

  it('finds who is missing, and forgets nothing on a reload', async () => {
    const { open, tabTo, type, press, text, until, keep } = person();
    await open('rosters/members/');
    await keep();
    await tabTo('[name="seat.local-law-enforcement.agency"]');
    await type('County Sheriff');
    await tabTo('[data-add="tribal-communities"]');
    await press('Enter');
    await type('A Tribe');
    expect(await text('.gaps')).toContain('2 of 13 kinds of members have a seat.');
    expect(await text('.gaps')).toContain('Prosecutors');
    await open('rosters/members/');
    await until(
      'the words are back',
      () =>
        document.querySelector<HTMLTextAreaElement>('[name="seat.local-law-enforcement.agency"]')?.value ===
        'County Sheriff',
    );
    expect(await text('.gaps')).toContain('2 of 13');
  });
});

inBrowser('typed words', () => {
  const site = useSite();

  it.each([
    ['templates/memorandum-of-understanding/', '[name="blank.task-force"]'],
    ['checklists/phase-1/', '[name$=".owner"]'],
    ['rosters/members/', '[name="seat.prosecutors.agency"]'],
    ['my-task-force/', '[name=name]'],
    ['forms/attendance-log/', '[name$=".counted-by"]'],
  ])('stay words in every field: %s', async (path, selector) => {
    const { page, faults } = await site.open(path);
    await page.waitForSelector(selector, { state: 'attached' });
    const before = await page.evaluate(
      () => document.querySelectorAll('main script, main img, main iframe, main svg').length,
    );
    const shown = await page.evaluate(
      ([wanted, list]) => {
        const field = document.querySelector<HTMLInputElement>(wanted)!;
        return list.map((text) => {
          field.value = text;
          field.dispatchEvent(new Event('input', { bubbles: true }));
          return document.querySelector<HTMLInputElement>(wanted)!.value;
        });
      },
      [selector, naughtyLines] as const,
    );
    // Characters that nobody sees become spaces.
    expect(shown).toEqual(naughtyLines.map(withoutControls));
    expect(
      await page.evaluate(() => document.querySelectorAll('main script, main img, main iframe, main svg').length),
    ).toBe(before);
    expect(faults).toEqual([]);
  });
});
