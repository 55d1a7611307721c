import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/reader/read.ts';
import { pagesOf } from '../programs.ts';
import { root } from '../root.ts';
import { axeFaults } from './axe.ts';
import { isNightly, itAtNight } from '../nightly.ts';
import { inBrowser, useSite } from './browser.ts';
import { keepWords } from './tools.ts';

/** How many steps the checklist of the tests has. */
const all = readContent(root).site.checklists['phase-1']!.groups.flatMap(({ items }) => items).length;

/** The words of the page on paper, without the spaces between them. */
async function paper(page: Page): Promise<string> {
  return pagesOf(await page.pdf({ format: 'Letter' }))
    .join(' ')
    .replace(/\s+/g, ' ');
}

/** Presses Tab until the focus is on an element; fails when it never gets there. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`The Tab key never reaches ${selector}.`);
}

const progress = (page: Page) => page.locator('.step-progress').textContent();
const line = (page: Page, id: string) => page.locator(`#${id} .written`).innerText();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);
/** Writes into a field as a form control takes it; dates by their value. */
const write = (page: Page, name: string, words: string) =>
  page.locator(`[name="${name}"]`).evaluate((field: HTMLInputElement, value) => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }, words);

inBrowser('a checklist', () => {
  const site = useSite();
  const path = 'checklists/phase-1/';

  it('is a complete list to print without JavaScript', async () => {
    const { page } = await site.open(path, { javaScriptEnabled: false });
    expect(await page.locator('step-tool .ticks li:visible').count()).toBe(all);
    expect(await page.locator('.tools, .more, .add button').count()).toBe(0);
    expect(await page.getByText('Print the page and write on paper.').isVisible()).toBe(true);
  });

  it('is ticked, given to somebody, dated and noted by keyboard alone', async () => {
    const { page, faults } = await site.open(path);
    expect(await progress(page)).toBe(`0 of ${all} done`);
    await tabTo(page, '#name-coordinator input');
    await page.keyboard.press('Space');
    await tabTo(page, '#name-coordinator .more');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Chair');
    await page.keyboard.press('Tab');
    await page.keyboard.type('03032027');
    await tabTo(page, 'textarea');
    await page.keyboard.type('Bring <b>the list</b>');
    expect(await line(page, 'name-coordinator')).toBe('Chair · by March 3, 2027 Bring <b>the list</b>');
    expect(await progress(page)).toBe(`1 of ${all} done`);
    expect(await page.locator('progress').evaluate((bar: HTMLProgressElement) => [bar.value, bar.max])).toEqual([
      1,
      all,
    ]);
    const note = page.getByLabel('Note: Name one person to coordinate.');
    expect(
      await note.evaluate((field) =>
        field
          .getAttribute('aria-describedby')!
          .split(' ')
          .map((id) => document.getElementById(id)!.textContent)
          .join(''),
      ),
    ).toBe('Write no child’s or survivor’s name, here or in a note.');
    expect(faults).toEqual([]);
  });

  it('offers roles and the people of My task force as owners', async () => {
    const { page } = await site.open('my-task-force/');
    await page.getByLabel('Name of the chair').fill('Judge Ruiz');
    await keepWords(page);
    await page.goto(site.address + path);
    const offered = () =>
      page
        .locator('#owners option')
        .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    await expect.poll(offered).toContain('Judge Ruiz');
    expect(await offered()).toContain('Coordinator');
  });

  it('says so when a date is left half written, and keeps the rest', async () => {
    const { page } = await site.open(path);
    await page.locator('#name-coordinator .more').click();
    await page.keyboard.type('Chair');
    await page.keyboard.press('Tab');
    await page.keyboard.type('03');
    await page.locator('[name="step.name-coordinator.note"]').focus();
    expect(await page.locator('#name-coordinator .problem:visible').textContent()).toMatch(
      /^This date is not complete/,
    );
    await write(page, 'step.name-coordinator.due', '2027-03-03');
    expect(await page.locator('#name-coordinator .problem:visible').count()).toBe(0);
    expect(await line(page, 'name-coordinator')).toBe('Chair · by March 3, 2027');
  });

  it('has a field for dates where one is unfolded, with the date that stood there', async () => {
    const { page } = await site.open(path);
    const due = page.locator('[name="step.name-coordinator.due"]');
    await write(page, 'step.name-coordinator.due', '2027-03-03');
    await page.locator('#name-coordinator .more').click();
    expect([await due.getAttribute('type'), await due.inputValue()]).toEqual(['date', '2027-03-03']);
    await page.locator('#name-coordinator .more').click();
    await write(page, 'step.name-coordinator.due', '2027-04-04');
    expect([await due.getAttribute('type'), await due.inputValue()]).toEqual(['date', '2027-04-04']);
    expect(await line(page, 'name-coordinator')).toBe('by April 4, 2027');
  });

  it('shows what is open or whose, keeps what is in work in its place, and shows a linked step again', async () => {
    const { page } = await site.open(path);
    await page.locator('#ask-chair input').first().check();
    await write(page, 'step.paid-hours.owner', 'Kim');
    const select = page.getByLabel('Show');
    await select.selectOption('Open');
    expect(await page.locator('.ticks li:visible').count()).toBe(all - 1);
    expect(await page.locator('#ask-chair').isVisible()).toBe(false);
    await page.locator('#paid-hours input').first().check();
    expect(await page.locator('#paid-hours').isVisible()).toBe(true);
    await select.selectOption('Kim');
    expect(await page.locator('.ticks li:visible').evaluateAll((steps) => steps.map(({ id }) => id))).toEqual([
      'paid-hours',
    ]);
    expect(await page.locator('step-tool h2:visible').count()).toBe(1);
    expect(await page.locator('.narrowed').textContent()).toBe(`Showing 1 of ${all}: Kim.`);
    await page.evaluate(() => (location.hash = '#ask-chair'));
    await page.locator('#ask-chair').waitFor();
    expect([await select.inputValue(), await page.locator('.ticks li:visible').count()]).toEqual(['', all]);
  });

  it('takes steps of one’s own: written, moved, removed and brought back by keyboard', async () => {
    const { page, faults } = await site.open(path);
    const group = page.locator('[data-group=coordinator]');
    const own = () =>
      group
        .locator('.own textarea[name$=".text"]')
        .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
    const add = group.getByRole('button', { name: 'Add your own step' });
    for (const words of ['One', 'Two']) {
      await add.focus();
      await page.keyboard.press('Enter');
      await page.keyboard.type(words);
    }
    expect(await progress(page)).toBe(`0 of ${all + 2} done`);
    await group.getByLabel('Two', { exact: true }).check();
    await group.getByRole('button', { name: 'Up your step 2' }).focus();
    await page.keyboard.press('Enter');
    expect(await own()).toEqual(['Two', 'One']);
    expect(await focused(page)).toMatch(/^Down/);
    await group.getByRole('button', { name: 'Remove your step 1' }).focus();
    await page.keyboard.press('Enter');
    expect([await own(), await progress(page)]).toEqual([['One'], `0 of ${all + 1} done`]);
    expect(await focused(page)).toMatch(/^Add your own step/);
    await group.getByRole('button', { name: 'Remove your step 1' }).click();
    expect(await own()).toEqual([]);
    await page.getByRole('button', { name: 'Undo removing your step' }).click();
    expect(await own()).toEqual(['One']);
    expect(faults).toEqual([]);
  });

  it('is reset after a question, alone, and brought back', async () => {
    const { page } = await site.open(path);
    await page.locator('.ticks input').first().check();
    await page.getByLabel('Show').selectOption('Open');
    const reset = page.getByRole('button', { name: 'Reset this list' });
    await reset.click();
    await page.keyboard.press('Escape');
    expect(await progress(page)).toBe(`1 of ${all} done`);
    await reset.click();
    await page.locator('dialog').getByRole('button', { name: 'Reset this list' }).click();
    await expect.poll(() => focused(page)).toBe('Undo the reset');
    expect([await progress(page), await page.locator('.ticks li:visible').count()]).toEqual([`0 of ${all} done`, all]);
    await page.keyboard.press('Enter');
    expect(await progress(page)).toBe(`1 of ${all} done`);
  });

  it('is there again after a reload once it is kept, and in the toolkit, where a tick is the same tick', async () => {
    const { page, faults } = await site.open(path);
    await page.locator('#name-coordinator input').first().check();
    await write(page, 'step.name-coordinator.owner', 'Chair');
    await keepWords(page);
    await page.reload();
    // What is kept comes from the disk a moment after the page.
    await expect.poll(() => progress(page)).toBe(`1 of ${all} done`);
    expect(await line(page, 'name-coordinator')).toBe('Chair');
    await page.goto(`${site.address}toolkits/starting-a-task-force/`);
    await page.locator('#phase-1-name-coordinator input:checked').waitFor();
    await page.locator('#phase-1-paid-hours input').check();
    await page.goto(site.address + path);
    await expect.poll(() => progress(page)).toBe(`2 of ${all} done`);
    expect(faults).toEqual([]);
  });

  it('prints filled with words where the lines are, and blank as it was published', async () => {
    const { page } = await site.open(path);
    const published = await paper(page);
    await page.evaluate(() => (window.print = () => {}));
    await page.locator('.ticks input').first().check();
    await write(page, 'step.name-coordinator.owner', 'Chair');
    await write(page, 'step.name-coordinator.due', '2027-03-03');
    await write(page, 'step.paid-hours.note', 'Ask twice');
    await page.getByRole('button', { name: 'Add your own step' }).first().click();
    await page.keyboard.type('A step of our own');
    await page.getByRole('button', { name: 'Print filled' }).click();
    const filled = await paper(page);
    expect(filled).toContain('A step of our own');
    expect(filled).toContain('Chair · by March 3, 2027');
    expect(filled).toContain('Ask twice');
    expect(filled.match(/Who, by when/g)).toHaveLength(all);
    for (const control of ['Who, when, note', 'Print blank', 'Add your own', 'Write no child’s or survivor’s'])
      expect(filled).not.toContain(control);
    await page.getByLabel('Show').selectOption('Chair');
    const narrowed = await paper(page);
    expect(narrowed).toContain(`Showing 1 of ${all + 1}: Chair.`);
    expect(narrowed.match(/Who, by when/g)).toBeNull();
    await page.getByRole('button', { name: 'Print blank' }).click();
    expect(await page.evaluate(() => document.documentElement.classList.contains('print-blank'))).toBe(true);
    expect(await paper(page)).toBe(published);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.evaluate(() => document.documentElement.classList.contains('print-blank'))).toBe(false);
  });

  it('prints the blank sheet with empty boxes', async () => {
    const { page } = await site.open(path);
    await page.locator('.ticks input').first().check();
    await page.evaluate(() => document.documentElement.classList.add('print-blank'));
    await page.emulateMedia({ media: 'print' });
    expect(
      await page
        .locator('.ticks input')
        .first()
        .evaluate((box) => getComputedStyle(box).backgroundImage),
    ).toBe('none');
  });

  itAtNight('goes to the clipboard and into a Word file as it is filled in', async () => {
    const { page, faults } = await site.open(path, {
      permissions: ['clipboard-read', 'clipboard-write'],
      acceptDownloads: true,
    });
    await page.locator('.ticks input').first().check();
    await write(page, 'step.name-coordinator.owner', 'Chair');
    await page.locator('.files > summary').click();
    await page.getByRole('button', { name: 'Copy as text' }).click();
    await page.getByText('Text copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
      '[x] Name one person to coordinate. (Chair)',
    );
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download Word' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('csec-checklist-phase-1.docx');
    expect(faults).toEqual([]);
  });
});

inBrowser('the boxes in a toolkit', () => {
  const site = useSite();

  it('load nothing before the first tick, then say where the ticks go', async () => {
    const { page, faults } = await site.open('toolkits/starting-a-task-force/');
    const asked: string[] = [];
    page.on('request', (request) => request.resourceType() === 'script' && asked.push(new URL(request.url()).pathname));
    await page.waitForTimeout(300);
    expect(asked).toEqual([]);
    await page.locator('#phase-1-name-coordinator input').check();
    await page.getByText('Ticks are gone when you leave this page.').first().waitFor();
    expect(asked).toEqual(['/exporters/ticks.js']);
    expect(await page.locator('#phase-1-name-coordinator input').isChecked()).toBe(true);
    await keepWords(page);
    await page.goto(`${site.address}checklists/phase-1/`);
    await expect.poll(() => progress(page)).toBe(`1 of ${all} done`);
    expect(faults).toEqual([]);
  });
});

inBrowser('a duty list', () => {
  const site = useSite();

  it('is shared out: nothing to tick, and the duties that nobody has can be seen alone', async () => {
    const { page } = await site.open('duties/chair/');
    const duties = await page.locator('.ticks li').count();
    expect(await page.locator('.ticks input[type=checkbox]').count()).toBe(0);
    await page.getByRole('button', { name: /^Who, when, note ?: Onboard new members/ }).click();
    await page.keyboard.type('Kim');
    expect(await progress(page)).toBe(`1 of ${duties} duties have somebody`);
    await page.getByLabel('Show').selectOption('Nobody yet');
    expect(await page.locator('.ticks li:visible').count()).toBe(duties - 1);
  });
});

inBrowser('a timeline', () => {
  const site = useSite();
  const path = 'timelines/first-18-months/';
  const said = (page: Page) => page.locator('.announce').textContent();

  it('turns a start into dates in the list and in the chart, and a longer step moves what follows', async () => {
    const { page, faults } = await site.open(path);
    expect(await page.locator('.plan-chart').isVisible()).toBe(false);
    await page.getByLabel('First day').focus();
    await page.keyboard.type('01152027');
    expect(await line(page, 'confirm-partners')).toBe('January 15 to April 14, 2027');
    expect(await page.locator('.plan-words').textContent()).toBe('23 steps, January 15, 2027 to July 14, 2028.');
    expect(await page.locator('.plan-chart .row').count()).toBe(23);
    expect(await page.locator('.marks .mark').allTextContents()).toEqual(['Apr 2027', 'Jul', 'Oct', 'Jan 2028', 'Apr']);
    expect(await page.locator('svg.bars').isVisible()).toBe(false);
    const bar = () =>
      page
        .locator('.row-bar')
        .nth(5)
        .evaluate((row) => Math.round(row.getBoundingClientRect().left));
    const before = await bar();
    await page.locator('#map-gaps .more').focus();
    await page.keyboard.press('Enter');
    await tabTo(page, '[name="plan.length.map-gaps"]');
    await page.keyboard.type('4');
    await page.keyboard.press('Tab');
    expect(await said(page)).toBe('18 other steps moved. The plan now ends on August 14, 2028.');
    expect(await line(page, 'review-map')).toBe('May 15 to August 14, 2027');
    expect(await bar()).toBeGreaterThan(before);
    await write(page, 'step.review-map.owner', 'Kim');
    expect(await line(page, 'review-map')).toBe('May 15 to August 14, 2027 Kim');
    expect(faults).toEqual([]);
  });

  it('becomes a calendar that another program reads, with what was written as words', async () => {
    const { page, faults } = await site.open(path, { acceptDownloads: true });
    const button = page.getByRole('button', { name: 'Download calendar file' });
    await button.click();
    expect(await said(page)).toBe('Choose the first day first.');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('plan.start');
    await write(page, 'plan.start', '2027-01-15');
    await write(page, 'step.map-gaps.note', 'BEGIN:VEVENT; <i>x</i>');
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(download.suggestedFilename()).toBe('csec-timeline-first-18-months.ics');
    const events = new ICAL.Component(ICAL.parse(readFileSync(await download.path(), 'utf8')))
      .getAllSubcomponents('vevent')
      .map((event) => new ICAL.Event(event));
    expect(events).toHaveLength(23);
    const step = events.find(({ uid }) => uid.endsWith('.map-gaps'))!;
    expect([step.startDate.toString(), step.endDate.toString()]).toEqual(['2027-04-14', '2027-04-15']);
    expect(step.description).toMatch(/^BEGIN:VEVENT; <i>x<\/i>\n/);
    expect(faults).toEqual([]);
  });

  itAtNight('explains what a file brought that is no date and no length, and loses nothing of it', async () => {
    const { page } = await site.open(path);
    const values = {
      'plan.start': '2027-01-15',
      'plan.length.map-gaps': '900',
      'plan.starts.review-map': 'soon',
      'step.priorities.due': 'at Easter',
    };
    const file = JSON.stringify({
      format: 'csec-task-force-toolkits',
      version: 1,
      sheets: { 'timelines/first-18-months': values },
    });
    await page
      .locator('keep-bar input[type=file]')
      .setInputFiles({ name: 'kept.json', mimeType: 'application/json', buffer: Buffer.from(file) });
    await page.locator('dialog').getByRole('button', { name: 'Open' }).click();
    await expect.poll(() => line(page, 'priorities')).toBe('January 15 to April 14, 2027 by at Easter');
    expect(await line(page, 'review-map')).toBe('April 15 to July 14, 2027');
    await page.locator('#map-gaps .more').click();
    await page.locator('#review-map .more').click();
    expect(await page.locator('#map-gaps .problem:visible').textContent()).toBe(
      '“900” does not work here. Write a number from 0.25 to 60.',
    );
    expect(await page.locator('#review-map .problem:visible').textContent()).toMatch(/^“soon” is not a day/);
    await page.locator('.files > summary').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save to a file' }).click(),
    ]);
    expect(JSON.parse(readFileSync(await download.path(), 'utf8')).sheets['timelines/first-18-months']).toEqual(values);
  });

  it('repeats around a meeting, as often as is chosen', async () => {
    const { page } = await site.open('timelines/meeting-cycle/');
    await write(page, 'plan.start', '2027-01-12');
    expect(await page.locator('.plan-words').textContent()).toContain(
      'The meeting: January 12, 2027; April 13, 2027; July 13, 2027; October 12, 2027.',
    );
    await page.getByLabel('Times in all').fill('2');
    expect(await page.locator('.plan-words').textContent()).toContain(
      'The meeting: January 12, 2027; April 13, 2027. ',
    );
    expect(await line(page, 'run')).toBe('January 12, 2027');
  });

  itAtNight('prints the plan, and blank the timeline as it was published', async () => {
    const { page } = await site.open(path);
    const published = await paper(page);
    await write(page, 'plan.start', '2027-01-15');
    const filled = await paper(page);
    expect(filled.match(/January 15 to April 14, 2027/g)).toHaveLength(5);
    expect(filled).toContain('Apr 2027');
    expect(filled).not.toContain('Download calendar file');
    await page.evaluate(() => document.documentElement.classList.add('print-blank'));
    expect(await paper(page)).toBe(published);
  });
});

inBrowser('lists at work', () => {
  const site = useSite();

  const others = isNightly ? ['duties/chair/'] : [];
  describe.each(['checklists/phase-1/', 'timelines/meeting-cycle/', ...others])('%s', (path) => {
    async function atWork(options: Parameters<typeof site.open>[1]): Promise<Page> {
      const { page } = await site.open(path, options);
      if (path.startsWith('timelines')) await write(page, 'plan.start', '2027-01-12');
      await page.locator('.ticks .more').first().click();
      await page.locator('[name$=".owner"]').first().fill('Coordinator');
      await page
        .locator('[name$=".note"]')
        .first()
        .fill('https://a-long-address.example/that/cannot/be/broken/anywhere/in/the/middle/of/it');
      await page.locator('step-tool .add button').first().click();
      await page.keyboard.type('A step of our own');
      return page;
    }

    itAtNight.each(['light', 'dark'] as const)('have no fault that axe can find, %s', async (colorScheme) => {
      const page = await atWork({ colorScheme });
      expect(await axeFaults(page, colorScheme)).toEqual([]);
    });

    itAtNight('fit 320 px without scrolling sideways', async () => {
      const page = await atWork({ viewport: { width: 320, height: 640 } });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
  });
});
