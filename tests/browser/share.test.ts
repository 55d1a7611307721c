/** Sharing a place of a page: what the dialog copies, and codes that an independent reader reads. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import type { Page } from 'playwright-core';
import { faultsOf } from '../formats/pptx/package.ts';
import { isNightly } from '../nightly.ts';
import { officePath } from '../programs.ts';
import { newFolder } from '../scratch.ts';
import { axeFaultsAtNight } from './axe.ts';
import { inBrowser, useSite } from './browser.ts';
import { linesOnPage, missing, slidesIn, unreadByOffice } from './slides.ts';

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const read = (picture: string) => execFileSync('zbarimg', ['-q', '--raw', picture], { encoding: 'utf8' }).trim();

inBrowser('sharing', () => {
  const site = useSite('/a/b/');
  const permissions = ['clipboard-read', 'clipboard-write'];

  it('copies the link, the short link and the citation of a section, by keyboard, in one dialog', async () => {
    const { page, faults } = await site.open('toolkits/chair/', { permissions });
    const press = async (name: string, done: string) => {
      await page.getByRole('button', { name, exact: true }).press('Enter');
      await page.locator('.share-status', { hasText: done }).waitFor();
      return clipboard(page);
    };
    await page.locator('#judges + .copy').press('Enter');
    await page.getByRole('dialog', { name: /^Share “/ }).waitFor();
    expect(await press('Copy link', 'Link copied')).toBe(`${site.address}toolkits/chair/#judges`);
    expect(await press('Copy short link', 'Short link copied')).toBe(`${site.address}6/#judges`);
    expect(await press('Copy as citation', 'Citation copied')).toMatch(
      /^“.+” In: “Task force chair\.” CSEC Task Force Toolkits\. Reviewed \w+ \d+, 20\d\d\. http:.*\/toolkits\/chair\/#judges$/,
    );
    await page.getByRole('button', { name: 'QR code' }).click();
    expect(await axeFaultsAtNight(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFaultsAtNight(page, 'dark')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#judges');
    await page.locator('#policy + .copy').click();
    expect(await page.locator('dialog.share').count()).toBe(1);
    expect(await page.locator('.share-address').textContent()).toBe(`${site.address}6/#policy`);
    expect(faults).toEqual([]);
  });

  it('names each place of a toolkit, and leads to it', async () => {
    const { page } = await site.open('toolkits/chair/');
    const links = await page.evaluate(() => ({
      names: Object.fromEntries(
        [...document.querySelectorAll<HTMLAnchorElement>('.sheet .copy')].map((link) => [link.hash, link.ariaLabel]),
      ),
      lost: [...document.querySelectorAll<HTMLAnchorElement>('.sheet .copy')]
        .map(({ hash }) => hash ?? '')
        .filter((hash) => !hash || !document.querySelector(hash)),
    }));
    expect(links.lost).toEqual([]);
    expect(links.names).toMatchObject({
      '#judges': 'Share: Judges as chairs',
      // The pull-out, not its title alone; and a step of it.
      '#chair': 'Share: Task force chair duties',
      '#chair-onboard': 'Share: Onboard new members.',
      '#sources': 'Share: Sources',
    });
  });

  it('draws codes that lead to pages and places that exist: on the page, as PNG, as SVG', async () => {
    const folder = newFolder('codes');
    const { page, faults } = await site.open('toolkits/coordinator/', { drawn: true });
    await page.locator('h2 + .copy').nth(2).click();
    await page.getByRole('button', { name: 'QR code' }).click();
    const drawn = join(folder, 'drawn.png');
    await page.locator('.share figure svg').screenshot({ path: drawn });
    const address = read(drawn);
    expect(address).toBe(await page.locator('.share-address').textContent());
    for (const format of ['PNG', 'SVG']) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: `Save as ${format}` }).click(),
      ]);
      const path = join(folder, `code.${format.toLowerCase()}`);
      await file.saveAs(path);
      const picture = format === 'PNG' ? path : join(folder, 'of-svg.png');
      if (format === 'SVG') {
        const view = await page.context().newPage();
        await view.setContent(readFileSync(path, 'utf8'));
        await view.locator('svg').screenshot({ path: picture });
        expect(await view.locator('svg').textContent()).toContain('coordinator');
        await view.close();
      }
      expect(read(picture)).toBe(address);
    }
    await page.goto(address);
    await page.waitForURL((url) => url.pathname === '/a/b/toolkits/coordinator/');
    expect(await page.evaluate(() => document.querySelector(location.hash) !== null)).toBe(true);
    expect(faults).toEqual([]);
  });

  it('offers the slides of a section that has some', async () => {
    const { page } = await site.open('toolkits/chair/');
    await page.locator('#judges + .copy').click();
    await page.getByRole('link', { name: 'Show as slides' }).click();
    await page.waitForURL(/\/toolkits\/chair\/present\/#slide-/);
    expect(await page.locator('.step[data-on]').getAttribute('data-section')).toBe('judges');
  });

  it('makes a PowerPoint file of a section: the words of its slides, as the page and the file of the toolkit have them', async () => {
    const { page, faults } = await site.open('toolkits/coordinator/present/');
    const shown = await page.evaluate(linesOnPage, 'duties');
    expect(shown.length).toBeGreaterThan(1);
    await page.goto(`${site.address}toolkits/coordinator/`);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'PowerPoint slides: What a coordinator does' }).press('Enter'),
    ]);
    expect(file.suggestedFilename()).toBe('csec-toolkit-05-coordinator-duties.pptx');
    const bytes = readFileSync(await file.path());
    expect(faultsOf(bytes)).toEqual([]);
    const own = slidesIn(bytes);
    // Its slides, and one with their sources.
    expect(own.length).toBe(shown.length + 1);
    expect(own.at(-1)).toMatch(/^Sources.*CCBY4\.0/);
    const whole = slidesIn(readFileSync(join(inject('site'), 'downloads', 'csec-toolkit-05-coordinator.pptx')));
    shown.forEach((lines, index) => {
      expect(missing(lines, own[index]!)).toEqual([]);
      expect(whole.filter((slide) => missing(lines, slide).length === 0)).toHaveLength(1);
    });
    if (officePath && isNightly) expect(unreadByOffice(bytes, shown)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('shares a row while its form is filled in', async () => {
    const { page } = await site.open('forms/annual-summary/');
    const row = page.locator('form-tool tbody tr', { has: page.locator('th .copy') }).first();
    await row.locator('input').first().fill('4');
    const id = await row.locator('th').getAttribute('id');
    await row.locator('.copy').click();
    expect(await page.locator('.share-address').textContent()).toBe(`${site.address}forms/annual-summary/#${id}`);
  });

  it('lists the clauses of an article where it is shared: they cost no Tab while a draft is filled in', async () => {
    const { page } = await site.open('templates/memorandum-of-understanding/');
    expect(await page.locator('.document .clause .copy:not([tabindex="-1"])').count()).toBe(0);
    await page.locator('#goals + .copy').first().press('Enter');
    const part = page.getByLabel('Part:');
    const [, clause] = await part
      .locator('option')
      .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
    await part.selectOption(clause!);
    expect(await page.locator('.share-address').textContent()).toBe(
      `${site.address}templates/memorandum-of-understanding/#${clause}`,
    );
    expect(await part.evaluate((select) => select === document.activeElement)).toBe(true);
    expect(await axeFaultsAtNight(page)).toEqual([]);
  });

  it('is visible without hovering, large enough, and never offered for numbers that move', async () => {
    const { page } = await site.open('toolkits/starting-a-task-force/');
    const faults = await page.locator('a.copy').evaluateAll((links) =>
      links
        .filter((link) => {
          const { width, height } = link.getBoundingClientRect();
          const seen = link.checkVisibility({ opacityProperty: true });
          return /^#(note|cite)-/.test(link.getAttribute('href')!) || (seen && (width < 24 || height < 24));
        })
        .map((link) => link.outerHTML),
    );
    expect(faults).toEqual([]);
    expect(await page.locator('#_top ~ *, h2 + .copy').first().isVisible()).toBe(true);
    expect(
      await page
        .locator('h2 + .copy')
        .first()
        .evaluate((link) => getComputedStyle(link, '::before').opacity),
    ).not.toBe('0');
  });

  it('shows a page bare for a frame: its text and its source line, with a link to the whole page', async () => {
    const { page, faults } = await site.open('duties/chair/?view=bare');
    for (const shell of ['.top', '.side', '.toc', '.foot', '.actions'])
      expect([shell, await page.locator(shell).first().isVisible()]).toEqual([shell, false]);
    expect(await page.locator('.source-line').textContent()).toContain('/a/b/duties/chair/');
    await page.getByRole('link', { name: 'The whole page' }).click();
    await page.waitForURL((url) => url.pathname === '/a/b/duties/chair/' && url.search === '');
    expect(await page.locator('.top').isVisible()).toBe(true);
    expect(faults).toEqual([]);
  });

  it('shows one part of a page bare: its words, the sources that it cites, whence it comes', async () => {
    const { page, faults } = await site.open('toolkits/coordinator/?view=bare#duties');
    const seen = () =>
      page.locator('.sheet > :visible').evaluateAll((all) => all.map(({ textContent }) => textContent));
    const ids = (part: string) => page.locator(`${part} [id]:visible`).evaluateAll((all) => all.map(({ id }) => id));
    expect(await page.locator('h2:visible').allTextContents()).toEqual(['What a coordinator does', 'Sources']);
    expect(await page.locator('.cover').isVisible()).toBe(false);
    const cited = await page
      .locator('.sheet a[href^="#note-"]:visible')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')!.slice(1)));
    const sources = await ids('.notes');
    expect(sources).toEqual(expect.arrayContaining(cited));
    expect(sources.length).toBeLessThan(await page.locator('.notes [id]').count());
    expect((await seen()).at(-1)).toMatch(/Task force coordinator · CSEC Task Force Toolkits.*\/coordinator\/#duties/);
    expect(await axeFaultsAtNight(page)).toEqual([]);
    // A pull-out alone, in the same frame; then the whole page, out of the frame.
    await page.evaluate(() => (location.hash = '#coordinator'));
    await page.locator('h2#duties').waitFor({ state: 'hidden' });
    expect(await page.locator('section.pull-out:visible').count()).toBe(1);
    expect(await page.locator('.pull-out#coordinator li:visible').count()).toBeGreaterThan(5);
    await page.getByRole('link', { name: 'The whole page' }).click();
    await page.waitForURL((url) => url.search === '' && url.hash === '#coordinator');
    expect(await page.locator('.cover').isVisible()).toBe(true);
    expect(faults).toEqual([]);
  });
});
