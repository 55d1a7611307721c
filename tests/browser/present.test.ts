/** Slides in the browser, as a trainer shows them. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { filesIn } from '../../scripts/html.ts';
import { isNightly, itAtNight } from '../nightly.ts';
import { newFolder } from '../scratch.ts';
import { axeFaults } from './axe.ts';
import { inBrowser, useSite } from './browser.ts';

const on = (page: Page) => page.locator('.step[data-on]').getAttribute('id');
const path = 'toolkits/coordinator/present/';

/** Words on slides smaller than 28 pixels, all but the foot, which is for the file. Runs in the page. */
function smallWords(): string[] {
  const steps = [...document.querySelectorAll('.step')];
  return steps.flatMap((step) => {
    for (const other of steps) other.toggleAttribute('data-on', other === step);
    const walker = document.createTreeWalker(step.querySelector('.slide')!, NodeFilter.SHOW_TEXT);
    const small: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!;
      if (!node.textContent!.trim() || parent.closest('.slide-foot, .sr-only')) continue;
      // Letters of a drawing grow and shrink with it.
      const drawing = parent.closest('svg');
      const { width, height } = drawing?.getBoundingClientRect() ?? {};
      const box = drawing?.viewBox.baseVal;
      const scale = box ? Math.min(width! / box.width, height! / box.height) : 1;
      const size = parseFloat(getComputedStyle(parent).fontSize) * scale;
      if (size < 27.95) small.push(`${step.id}: ${size} px: ${node.textContent}`);
    }
    return small;
  });
}

inBrowser('slides', () => {
  const site = useSite();

  it('go on and back by keyboard, click and touch, and say where they are', async () => {
    const { page, faults } = await site.open(path, { hasTouch: true });
    expect(await on(page)).toBe('slide-cover');
    const ids = await page.locator('.step').evaluateAll((steps) => steps.map(({ id }) => id));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('PageDown');
    expect(await on(page)).toBe(ids[2]);
    await page.keyboard.press('ArrowLeft');
    expect(await on(page)).toBe(ids[1]);
    await page.mouse.click(900, 500);
    expect(await on(page)).toBe(ids[2]);
    await page.mouse.click(100, 500);
    expect(await on(page)).toBe(ids[1]);
    const finger = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number) =>
      finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y: 400 }] });
    await touch('touchStart', 800);
    await touch('touchMove', 500);
    await touch('touchEnd', 500);
    expect(await on(page)).toBe(ids[2]);
    await page.getByRole('button', { name: 'Next' }).press('Enter');
    expect(await on(page)).toBe(ids[3]);
    expect(await page.locator('.place').textContent()).toMatch(new RegExp(`^4 of ${ids.length}: .`));
    await page.keyboard.press('End');
    expect(await page.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true);
    await page.keyboard.press('b');
    const cover = () => page.evaluate(() => getComputedStyle(document.body, '::after').backgroundColor);
    expect(await cover()).toBe('rgb(0, 0, 0)');
    await page.keyboard.press('ArrowLeft');
    expect([await on(page), await page.locator('html[data-black]').count()]).toEqual([ids.at(-1), 0]);
    expect(faults).toEqual([]);
  });

  it('start at a section, and lead back to it', async () => {
    const { page } = await site.open('toolkits/chair/present/#judges');
    expect(await page.locator('.step[data-on]').getAttribute('data-section')).toBe('judges');
    await page.getByRole('navigation').getByRole('link', { name: 'Leave' }).click();
    await page.waitForURL(`${site.address}toolkits/chair/#judges`);
  });

  it('say what the PowerPoint file says, slide by slide', async () => {
    const { page } = await site.open(path, { javaScriptEnabled: false });
    const shown = await page
      .locator('.step')
      .evaluateAll((steps) =>
        steps.map((step) =>
          [...step.querySelectorAll('h2, .body li, .statement, .promise')].map(({ textContent }) => textContent),
        ),
      );
    const files = unzipSync(readFileSync(join(inject('site'), 'downloads', 'csec-toolkit-05-coordinator.pptx')));
    const letters = (text: string) => text.replace(/\s/g, '');
    expect(shown.length).toBeGreaterThan(7);
    shown.forEach((words, index) => {
      const xml = strFromU8(files[`ppt/slides/slide${index + 1}.xml`]!);
      const slide = [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text).join('');
      const plain = slide.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&apos;', "'");
      for (const line of words) expect(letters(plain)).toContain(letters(line));
    });
    // Without a script all slides stand below each other, each with its notes.
    expect(await page.locator('.slide:visible').count()).toBe(shown.length);
    expect(await page.locator('.notes:visible').count()).toBe(shown.length);
  });

  it('are followed by a second window with notes, the next slide and a clock, and follow it', async () => {
    const { page, faults } = await site.open(path);
    const [presenter] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
    await presenter.locator('.step[data-next]').waitFor({ state: 'attached' });
    expect(await presenter.locator('.step[data-on] .notes').isVisible()).toBe(true);
    expect(await presenter.locator('[data-clock]').textContent()).toMatch(/^\d+:\d\d/);
    await presenter.keyboard.press('ArrowRight');
    const second = await on(presenter);
    await page.locator(`#${second}[data-on]`).waitFor();
    await page.keyboard.press('ArrowRight');
    await presenter.locator(`#${await on(page)}[data-on]`).waitFor();
    await presenter.keyboard.press('b');
    await page.locator('html[data-black]').waitFor();
    expect(faults).toEqual([]);
  });

  it('are read from the back of a room, and on a phone without scrolling sideways', async () => {
    const decks = filesIn(inject('site')).filter((file) => file.endsWith('/present/index.html'));
    expect(decks).toHaveLength(9);
    const { page } = await site.open(path, { viewport: { width: 1280, height: 720 } });
    for (const deck of decks.filter((_, at) => isNightly || at % 3 === 0)) {
      await page.goto(site.address + deck.replace('index.html', ''));
      expect([deck, await page.evaluate(smallWords)]).toEqual([deck, []]);
    }
    const phone = await site.open(path, { viewport: { width: 375, height: 700 } });
    const count = await phone.page.locator('.step').count();
    for (let step = 1; step < count; step++) {
      await phone.page.keyboard.press('ArrowRight');
      const wide = await phone.page
        .locator('.step[data-on] .slide')
        .evaluate((slide) => slide.scrollWidth > slide.clientWidth);
      expect([await on(phone.page), wide]).toEqual([await on(phone.page), false]);
    }
  });

  itAtNight(
    'have no fault that axe can find on the cover, a slide and the presenter’s view, light and dark',
    async () => {
      const looks = [
        ['#duties', 'light'],
        ['?presenter#slide-sources-1', 'light'],
        ['', 'light'],
        ['#duties', 'dark'],
      ] as const;
      for (const [place, colorScheme] of looks) {
        const { page } = await site.open(path + place, { colorScheme, reducedMotion: 'reduce' });
        expect(await axeFaults(page, colorScheme), place).toEqual([]);
        await page.context().close();
      }
    },
  );

  it('carry codes that an independent reader reads, each to a place that exists', async () => {
    const { page } = await site.open(path, { drawn: true });
    const picture = join(newFolder('codes'), 'slide.png');
    const ways = await page.locator('[data-way]').evaluateAll((all) => all.map((way) => way.getAttribute('data-way')!));
    const toolkit = readFileSync(join(inject('site'), 'toolkits', 'coordinator', 'index.html'), 'utf8');
    for (const way of isNightly ? new Set(ways) : [ways[0]!, ways.at(-1)!]) {
      expect(toolkit).toContain(`id="${way}"`);
      await page.goto(`${site.address}${path}#${way}`);
      await page.locator('.step[data-on] .way svg').screenshot({ path: picture });
      const address = execFileSync('zbarimg', ['-q', '--raw', picture], { encoding: 'utf8' }).trim();
      expect(address).toBe(`${site.address}5/#${way}`);
    }
    expect(ways.length).toBeGreaterThan(3);
  });

  it('print as a handout, three to a page', async () => {
    const { page } = await site.open(path);
    const count = await page.locator('.step').count();
    const file = join(newFolder('handout'), 'handout.pdf');
    await page.pdf({ path: file, preferCSSPageSize: true });
    const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
    expect(Number(/Pages:\s+(\d+)/.exec(info)![1])).toBe(Math.ceil(count / 3));
  });
});
