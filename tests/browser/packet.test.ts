import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { fragmentOf, partFile } from '../../src/tools/packet.ts';
import { partGroups, partsByName } from '../../src/site/packet-parts.ts';
import { allPullOuts } from '../../src/site/pull-outs.ts';
import { readContent } from '../../src/reader/read.ts';
import { isNightly, itAtNight } from '../nightly.ts';
import { pagesOf } from '../programs.ts';
import { root } from '../root.ts';
import { axeFaults } from './axe.ts';
import { inBrowser, useSite } from './browser.ts';

const { site: content } = readContent(root);
const offered = partsByName(partGroups(content));

const judge = content.packets['judge-as-chair']!;
const judgeParts = judge.parts.map(({ ref, id, section }: { ref: string; id: string; section?: string }) =>
  ref === 'toolkits' ? `${id}.${section}` : `${ref}/${id}`,
);
const useJudge = new RegExp(`Use this packet.*${judge.title}`);
const titlesOf = (names: readonly string[]) => names.map((name) => offered.get(name)!.title);

const listed = (page: Page) =>
  page
    .locator('[data-list] > li .packet-item')
    .evaluateAll((items) => items.map((item) => item.firstChild!.textContent));
const drawn = (page: Page) =>
  page
    .locator('.packet-document .part')
    .evaluateAll((parts) => parts.map((part) => (part as HTMLElement).dataset['part']));
const ready = (page: Page) =>
  page.waitForFunction(
    () =>
      document.querySelector('.packet-document .part') && !document.querySelector('.packet-document [data-waiting]'),
  );
const hash = (page: Page) => page.evaluate(() => location.hash);

async function sheetsOf(page: Page, format = 'Letter'): Promise<string[]> {
  return pagesOf(await page.pdf({ format, tagged: true }));
}

/** Opens a file that was saved by the bar which keeps words. */
async function openFile(page: Page, sheets: Record<string, Record<string, string>>): Promise<void> {
  await page.locator('keep-bar input[type=file]').setInputFiles({
    name: 'saved.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ format: 'csec-task-force-toolkits', version: 1, sheets })),
  });
  await page.locator('dialog.question button').first().click();
}

/** By day on the paper of this country. */
const papers = isNightly ? ['Letter', 'A4'] : ['Letter'];

it('has a script for every part that can be chosen', () => {
  expect([...offered.keys()].filter((name) => !existsSync(join(inject('site'), 'packet', partFile(name))))).toEqual([]);
});

inBrowser('a packet', () => {
  const site = useSite();

  it('is built, moved, printed and shared by keyboard alone', async () => {
    const { page, faults } = await site.open('packet/', { permissions: ['clipboard-read', 'clipboard-write'] });
    const focused = () => page.evaluate(() => document.activeElement!.textContent!.trim());
    await page.getByLabel('Find a part').focus();
    await page.keyboard.type('chair duty');
    await page.getByText('One part found.').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await listed(page)).toEqual(['Task force chair duties']);
    await page.getByLabel('Find a part').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('judges as chairs');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await listed(page)).toEqual(['Task force chair duties', 'Judges as chairs']);
    await page.getByRole('button', { name: 'Up part 2, Judges as chairs' }).focus();
    await page.keyboard.press('Enter');
    expect(await listed(page)).toEqual(['Judges as chairs', 'Task force chair duties']);
    expect(await focused()).toBe('Down part 1, Judges as chairs');
    await page.getByLabel('Title on the cover').focus();
    await page.keyboard.type('For Judge <b>N.</b>');
    await ready(page);
    expect(await drawn(page)).toEqual(['chair.judges', 'duties/chair']);
    expect(await page.locator('.packet-cover h2').textContent()).toBe('For Judge <b>N.</b>');
    await page.getByRole('button', { name: 'Copy link' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Link copied').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(`${site.address}packet/#p=chair.judges,duties/chair`);
    expect(page.url()).toBe(link);

    const again = await site.open('help/');
    await again.page.goto(link);
    await ready(again.page);
    expect(await drawn(again.page)).toEqual(['chair.judges', 'duties/chair']);
    expect(await listed(again.page)).toEqual(await listed(page));

    await page.getByRole('button', { name: 'Remove part 1, Judges as chairs' }).focus();
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('Remove part 1, Task force chair duties');
    await page.keyboard.press('Enter');
    expect(await listed(page)).toEqual([]);
    expect(await page.evaluate(() => document.activeElement!.matches('[data-find]'))).toBe(true);
    expect(await hash(page)).toBe('');
    expect([...faults, ...again.faults]).toEqual([]);
  });

  it('starts from a ready-made one, and takes back what it replaced', async () => {
    const { page } = await site.open('packet/#p=duties/coordinator');
    await page.getByRole('button', { name: useJudge }).click();
    expect(await listed(page)).toEqual(titlesOf(judgeParts));
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('your-packet');
    await ready(page);
    expect(await page.locator('.packet-cover h2').textContent()).toBe(judge.title);
    expect(await hash(page)).toBe(fragmentOf(judgeParts));
    await page.getByRole('button', { name: 'Empty the packet' }).click();
    expect(await listed(page)).toEqual([]);
    expect(await page.locator('.packet-document').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Take back the packet from before' }).click();
    expect(await listed(page)).toEqual(titlesOf(judgeParts));
  });

  it('takes a whole toolkit in the place of its sections', async () => {
    const { page } = await site.open('packet/#p=chair.judges,duties/chair');
    await page.locator('summary', { hasText: 'Toolkit 6' }).click();
    const whole = page.locator('[data-group]', { hasText: 'Toolkit 6' }).getByLabel('The whole toolkit');
    await whole.check();
    expect(await hash(page)).toBe('#p=duties/chair,chair');
    const section = page.getByLabel('Judges as chairs');
    expect(await section.isChecked()).toBe(true);
    expect(await section.isDisabled()).toBe(true);
    await whole.uncheck();
    expect(await section.isChecked()).toBe(false);
    expect(await section.isDisabled()).toBe(false);
  });

  it('prints with a cover, its contents, all parts and pages counted through, on Letter and A4', async () => {
    const { page } = await site.open(`packet/${fragmentOf(judgeParts)}`);
    await page.getByLabel('Whom it is for').fill('Rainier County');
    await ready(page);
    for (const format of papers) {
      const sheets = await sheetsOf(page, format);
      sheets.forEach((sheet, index) => expect(sheet).toContain(`Page ${index + 1} of ${sheets.length}`));
      const cover = sheets[0]!.replace(/\s+/g, ' ');
      expect(cover).toContain(
        `${judge.title} Rainier County Contents 1 What is a CSEC task force? Handout 2 Task force chair duties ` +
          'Duty list 3 Judges as chairs Toolkit 6: Task force chair',
      );
      expect(cover).toMatch(/The newest part was reviewed \w+ \d+, 20\d\d\./);
      expect(cover.replaceAll(' ', '')).toContain(`${site.address}packet/${fragmentOf(judgeParts)}`);
      const starts = titlesOf(judgeParts).map((title, index) =>
        sheets.findIndex((sheet) => sheet.replace(/\s+/g, ' ').includes(`${index + 1}. ${title}`)),
      );
      expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
      expect(starts[0]).toBe(1);
      expect(sheets.join('')).not.toMatch(/Ready-made packets|Find a part|Nothing you write here|as it prints/);
    }
  });

  itAtNight('keeps every sheet that promises a number of pages to it', async () => {
    const promised = allPullOuts(content).flatMap(({ kind, entry }) =>
      entry.sheets ? [{ name: `${kind}/${entry.id}`, title: entry.title, most: entry.sheets }] : [],
    );
    const { page } = await site.open('help/');
    await page.goto(`${site.longAddress}packet/${fragmentOf(promised.map(({ name }) => name))}`);
    await ready(page);
    for (const format of papers) {
      const sheets = (await sheetsOf(page, format)).map((sheet) => sheet.replace(/\s+/g, ' '));
      const starts = [
        ...promised.map(({ title }, index) =>
          sheets.findIndex((sheet, at) => at > 0 && sheet.includes(` ${index + 1}. ${title}`)),
        ),
        sheets.length,
      ];
      expect(
        promised.flatMap(({ name, most }, index) =>
          starts[index + 1]! - starts[index]! > most ? `${name}, ${format}` : [],
        ),
      ).toEqual([]);
      expect(starts[0]).toBeGreaterThan(0);
    }
  });

  it('says what of a link is not here, and builds the rest', async () => {
    const { page, faults } = await site.open(
      'packet/#p=chair.judges,chair.once,forms/gone,%3Cimg src=x onerror=alert(1)%3E,duties%2Fchair',
    );
    await ready(page);
    expect(await drawn(page)).toEqual(['chair.judges', 'duties/chair']);
    expect(await page.locator('[data-message]').textContent()).toBe(
      'Not on this site any more: “chair.once”, “forms/gone”. Some of the link cannot be read. The other parts of the link are here.',
    );
    await page.evaluate(() => (location.hash = '#p=javascript:alert(1),../../x,__proto__'));
    await page.getByText('The link brought no part.').waitFor();
    expect(await drawn(page)).toEqual(['chair.judges', 'duties/chair']);
    expect(await page.locator('img').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('leaves the packet that somebody keeps alone until they change it', async () => {
    const { page } = await site.open('packet/');
    await page.getByRole('button', { name: useJudge }).click();
    await page.getByRole('button', { name: 'Keep on this device' }).click();
    await page.getByText('Saved at').waitFor();
    await page.goto('about:blank');
    await page.goto(`${site.address}packet/`);
    await expect.poll(() => listed(page)).toEqual(titlesOf(judgeParts));
    await page.evaluate(() => (location.hash = '#p=library/los-angeles'));
    await page.waitForFunction(() => document.querySelectorAll('[data-list] > li').length === 1);
    await page.goto('about:blank');
    await page.goto(`${site.address}packet/`);
    await expect.poll(() => listed(page)).toEqual(titlesOf(judgeParts));
    await page.goto('about:blank');
    await page.goto(`${site.address}packet/#p=library/los-angeles`);
    await page.getByRole('button', { name: 'Take back the packet from before' }).click();
    await expect.poll(() => listed(page)).toEqual(titlesOf(judgeParts));
  });

  it('prints what somebody filled in, as plain words', async () => {
    const { page, faults } = await site.open(
      'packet/#p=templates/memorandum-of-understanding,checklists/phase-1,timelines/first-18-months,forms/attendance-log,duties/chair,rosters/members',
    );
    await ready(page);
    const before = (await sheetsOf(page)).join('');
    expect(before).not.toContain('Harbor');
    await openFile(page, {
      'templates/memorandum-of-understanding': {
        'blank.county': 'Rainier <script>alert(1)</script>',
        'clause.other.rows': 'k1 k2',
        'clause.other.k1.other-agency': 'Harbor Advocates',
        'clause.other.k2.other-agency': 'Harbor Library',
        'clause.courts.off': 'yes',
        'signers.rows': 's1 k7',
        'signers.k7.organization': 'Harbor Schools',
      },
      'checklists/phase-1': {
        'step.name-coordinator.done': 'yes',
        'step.name-coordinator.owner': 'Harbor chair',
        'step.name-coordinator.due': '2027-02-01',
        'added.members.rows': 'k2',
        'added.members.k2.text': 'Call the harbor office',
      },
      'timelines/first-18-months': { 'plan.start': '2027-01-15' },
      'forms/attendance-log': {
        'field.year': '2027',
        'rows.rows': 'r1',
        'rows.r1.day': '2027-01-12',
        'rows.r1.members': '47',
      },
      'rosters/members': {
        'seat.local-law-enforcement.agency': 'Harbor police',
        'seat.tribal-communities.rows': 'k1',
        'seat.tribal-communities.k1.kind': 'Harbor tribe',
        'rows.rows': 'k1',
        'rows.k1.kind': 'Harbor courts',
        'voice.lived-experience': 'Not yet',
      },
      'duties/chair': { 'step.onboard.owner': 'Harbor court', 'step.onboard.note': 'With the office' },
    });
    await page.getByText('Harbor Advocates').waitFor();
    const after = (await sheetsOf(page)).join('').replace(/\s+/g, ' ');
    for (const words of [
      'serves Rainier <script>alert(1)</script>',
      '6.14 Harbor Library agrees to',
      'Harbor Schools',
      'Harbor chair',
      'Call the harbor office',
      'Year: 2027',
      'January 12, 2027',
      '47',
      'Harbor court',
      'With the office',
      'Harbor police',
      'Harbor tribe',
      'Harbor courts',
      'Not yet',
    ])
      expect(after).toContain(words);
    expect(await page.locator('[data-part="checklists/phase-1"] .work').allTextContents()).toEqual([
      'Harbor chair · by February 1, 2027',
    ]);
    expect(await page.locator('[data-part="checklists/phase-1"] .ticks input:checked').count()).toBe(1);
    expect(await page.locator('[data-part="timelines/first-18-months"] .work').count()).toBeGreaterThan(15);
    expect(
      await page.locator('.packet-document :is(input:enabled, textarea, select, template-tool, step-tool)').count(),
    ).toBe(0);
    expect(faults).toEqual([]);
  });

  it('offers the name of the task force, and keeps its link free of it', async () => {
    const { page } = await site.open('packet/#p=duties/chair');
    await openFile(page, { 'task-force': { name: 'Rainier Task Force' } });
    await page.getByRole('button', { name: 'Use “Rainier Task Force”' }).click();
    expect(await page.locator('.cover-for').textContent()).toBe('Rainier Task Force');
    expect(await hash(page)).toBe('#p=duties/chair');
  });

  it('moves inside of the document without losing its link', async () => {
    const { page } = await site.open(`packet/${fragmentOf(judgeParts)}`);
    await ready(page);
    await page.locator('.packet-contents a').last().click();
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['part'])).toBe(judgeParts.at(-1));
    await page.locator('.part .cite a').first().click();
    expect(await page.evaluate(() => document.activeElement!.id)).toMatch(/--note-1$/);
    expect(await hash(page)).toBe(fragmentOf(judgeParts));
  });

  it('tries again when a part did not come', async () => {
    const { page } = await site.open('packet/');
    await page.route('**/parts/duties/chair.js', (route) => route.abort());
    await page.evaluate(() => (location.hash = '#p=duties/chair,chair.judges'));
    const again = page.getByRole('button', { name: /Try again.*Task force chair duties/ });
    await again.waitFor();
    expect(await page.locator('[data-part="chair.judges"]').getByText('Judges as chairs').isVisible()).toBe(true);
    await page.unroute('**/parts/duties/chair.js');
    await again.click();
    await page.getByRole('heading', { name: '1. Task force chair duties' }).waitFor();
  });

  itAtNight(
    'has no accessibility fault that axe can find, light and dark, empty and built',
    async () => {
      const many = [
        'what-is-a-task-force',
        'structure.parts',
        'duties/chair',
        'chair.what-a-chair-does',
        'rosters/members',
        'templates/invitation-letter',
        'timelines/meeting-cycle',
      ];
      const looks = [
        ['light', fragmentOf(many)],
        ['dark', fragmentOf(many)],
        ['light', ''],
      ] as const;
      for (const [colorScheme, fragment] of looks) {
        const { page } = await site.open(`packet/${fragment}`, { colorScheme });
        if (fragment) await ready(page);
        expect(await axeFaults(page, colorScheme)).toEqual([]);
        await page.context().close();
      }
    },
    180_000,
  );

  itAtNight('fits 320 px without scrolling sideways', async () => {
    const { page } = await site.open('packet/#p=structure,forms/attendance-log,templates/memorandum-of-understanding', {
      viewport: { width: 320, height: 640 },
    });
    await ready(page);
    for (const group of await page.locator('[data-group] > summary').all()) await group.click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  it('is a list of pages for each ready-made packet without JavaScript', async () => {
    const { page } = await site.open('packet/', { javaScriptEnabled: false });
    expect(await page.locator('.packet-desk').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: /Use this packet/ }).count()).toBe(0);
    const card = page.locator('[data-parts]', { hasText: judge.title });
    await card.locator('summary').click();
    const link = card.getByRole('link', { name: 'Judges as chairs' });
    expect(await link.isVisible()).toBe(true);
    await link.click();
    expect(page.url()).toBe(`${site.address}toolkits/chair/#judges`);
  });

  it('costs 80 KB or less before its parts', async () => {
    const { page } = await site.open('help/');
    const paths = new Set<string>();
    page.on('request', (request) => paths.add(new URL(request.url()).pathname.slice(1).replace(/\/$/, '/index.html')));
    await page.goto(`${site.address}packet/`, { waitUntil: 'networkidle' });
    const sizes = [...paths].map((path) => brotliCompressSync(readFileSync(join(inject('site'), path))).length);
    expect(paths).toContain('packet/index.html');
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(80_000);
  });
});
