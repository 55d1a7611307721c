import { expect, it } from 'vitest';
import { axeFaults } from './axe.ts';
import { inBrowser, useSite } from './browser.ts';
import { isNightly } from '../nightly.ts';
import { allPages, sorts, widths } from './page-sorts.ts';

/** By day the sorts that differ most; tools, packets and slides are looked at by axe in their own tests, with words in them. */
const byDay = ['', 'toolkits/structure/', 'templates/memorandum-of-understanding/', 'help/'];
/** Dark colors are the same everywhere: by day they are looked at where there are most of them. */
const inTheDark = ['', 'templates/memorandum-of-understanding/'];

inBrowser.each(['/', '/a/b/'])('pages under %s', (base) => {
  const site = useSite(base);

  it('open without an error, a failed request or a request to another origin, and fit 320 px, with spaced text, too', async () => {
    const isNarrow = base === '/';
    const { page, faults } = await site.open('', isNarrow ? { viewport: { width: 320, height: 640 } } : {});
    // Below a path the same pages lead on to the same files: by day every third.
    const some = sorts.filter((_, index) => isNarrow || isNightly || index % 3 === 0);
    for (const path of isNarrow && isNightly ? allPages() : some) {
      await page.goto(site.address + path);
      expect(await page.locator('h1').count(), path).toBe(1);
      if (isNarrow) expect([path, ...(await page.evaluate(widths))]).toEqual([path, 320, 320]);
    }
    expect(faults).toEqual([]);
  }, 300_000);

  it('finds styles, the face and the search engine below the base path', async () => {
    const { page, faults } = await site.open('toolkits/chair/');
    expect(await page.locator('.cover').evaluate((cover) => getComputedStyle(cover).backgroundColor)).toBe(
      'rgb(139, 58, 72)',
    );
    expect(await page.evaluate(() => document.fonts.ready.then(() => document.fonts.check('600 20px Literata')))).toBe(
      true,
    );
    await page.keyboard.press('/');
    await page.locator('dialog.search input').fill('judge');
    await page.locator('.search-results a').first().click();
    await page.waitForURL((url) => url.pathname.startsWith(`${base}toolkits/chair/`));
    expect(faults).toEqual([]);
  });
});

inBrowser('every sort of page', () => {
  const site = useSite();

  it.each(isNightly ? allPages() : byDay)(
    '%s has no accessibility fault that axe can find, light and dark',
    async (path) => {
      const { page, faults } = await site.open(path);
      for (const colorScheme of ['light', 'dark'] as const) {
        if (colorScheme === 'dark' && !isNightly && !inTheDark.includes(path)) continue;
        await page.emulateMedia({ colorScheme });
        expect(await axeFaults(page, colorScheme)).toEqual([]);
      }
      expect(faults).toEqual([]);
    },
  );

  it('tools offer 44 px to a finger, and 32 where a box is ticked', async () => {
    const touch = { viewport: { width: 375, height: 700 }, hasTouch: true, isMobile: true };
    const { page } = await site.open('', touch);
    for (const path of [
      'checklists/phase-1/',
      'forms/attendance-log/',
      'templates/meeting-minutes/',
      'rosters/members/',
    ]) {
      await page.goto(site.address + path);
      const small = await page.evaluate(() => {
        const controls =
          ':is(step-tool, form-tool, template-tool, roster-tool, keep-bar) :is(button, select, input, summary, textarea)';
        return [...document.querySelectorAll<HTMLElement>(controls)].flatMap((control) => {
          const { height } = control.getBoundingClientRect();
          const least = control.matches('.ticks [type=checkbox]') ? 32 : control.matches('[type=checkbox]') ? 20 : 44;
          const isSmall = control.checkVisibility({ visibilityProperty: true }) && height < least - 0.5;
          return isSmall && !control.matches('.copy, .term') ? [`${control.outerHTML.slice(0, 80)}: ${height}`] : [];
        });
      });
      expect([path, small.slice(0, 5)]).toEqual([path, []]);
    }
    await page.context().close();
  });

  it('heads of columns are called by their name alone, and boxes by their words, with the sources behind them', async () => {
    const { page } = await site.open('forms/attendance-log/');
    const heads = await page.getByRole('columnheader').evaluateAll((all) => all.map((one) => one.textContent));
    expect(heads.length).toBeGreaterThan(3);
    for (const name of heads)
      expect(await page.getByRole('columnheader', { name: name!, exact: true }).count()).toBe(1);
    await page.goto(`${site.address}checklists/phase-1/`);
    const box = page.getByRole('checkbox', { name: 'Name one person to coordinate.', exact: true });
    expect(
      await box.evaluate((one) => document.getElementById(one.getAttribute('aria-describedby')!)?.textContent),
    ).toBe('1');
  });

  it.each(isNightly ? sorts : ['', 'checklists/phase-1/'])('%s does not move while it loads', async (path) => {
    const { page } = await site.open('help/', { viewport: { width: 412, height: 823 }, fresh: true });
    await page.addInitScript(() => {
      const shifts: number[] = ((globalThis as { shifts?: number[] }).shifts = []);
      new PerformanceObserver((list) =>
        list.getEntries().forEach((entry) => shifts.push((entry as PerformanceEntry & { value: number }).value)),
      ).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(site.address + path);
    await page.waitForTimeout(800);
    expect(await page.evaluate(() => (globalThis as { shifts?: number[] }).shifts)).toEqual([]);
    await page.context().close();
  });

  it('reads without JavaScript', async () => {
    const { page } = await site.open('checklists/phase-1/', { javaScriptEnabled: false });
    expect(await page.locator('.ticks li').count()).toBeGreaterThan(20);
    for (const hidden of ['[data-search]', '[data-print]', '[data-copy-page]', '.colors'])
      expect(await page.locator(hidden).first().isVisible()).toBe(false);
    expect(await page.locator('.side a').first().isVisible()).toBe(true);
  });

  it('reaches everything by keyboard, in the order of the page, with a visible focus', async () => {
    const { page } = await site.open(isNightly ? 'toolkits/coordinator/' : 'help/');
    const expected = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex="0"]')].filter(
          (element) =>
            element.checkVisibility({ visibilityProperty: true }) && !element.closest('dialog, [popover]:not(#menu)'),
        ).length,
    );
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip-link');
    let stops = 1;
    for (; stops < expected + 20; stops++) {
      await page.keyboard.press('Tab');
      const state = await page.evaluate(() => {
        const element = document.activeElement!;
        return { body: element === document.body, outline: getComputedStyle(element).outlineStyle };
      });
      if (state.body) break;
      expect(state.outline).not.toBe('none');
    }
    expect(stops).toBeGreaterThanOrEqual(expected - 1);
  });

  it('opens the card of a term by keyboard and closes it with Escape', async () => {
    const { page } = await site.open('toolkits/coordinator/');
    const term = page.locator('button.term').first();
    await term.focus();
    await page.keyboard.press('Enter');
    const card = page.locator('.term-card:popover-open');
    await card.waitFor();
    expect(await card.locator('a').getAttribute('href')).toMatch(/^\.\.\/\.\.\/glossary\/#/);
    await page.keyboard.press('Escape');
    expect(await card.count()).toBe(0);
  });

  it('copies selected words with their credit: title, date and address', async () => {
    const { page } = await site.open('toolkits/chair/', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('.cover .promise').selectText();
    await page.getByRole('button', { name: 'Copy with credit' }).click();
    await page.getByText('Words and credit copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(
      /^Know what .+\n\n“Task force chair\.” CSEC Task Force Toolkits\. Reviewed \w+ \d+, 20\d\d\. http:\/\/localhost:\d+\/toolkits\/chair\/$/s,
    );
  });

  it('carries the fragment from a short address to the toolkit', async () => {
    const { page } = await site.open('6/#judges');
    await page.waitForURL((url) => url.pathname === '/toolkits/chair/' && url.hash === '#judges');
  });

  it('remembers the colors, and nothing else', async () => {
    const { page } = await site.open('toolkits/chair/', { colorScheme: 'light' });
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.locator('.top [data-colors]').selectOption('dark');
    await page.goto(`${site.address}toolkits/training/`);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
    expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([1, '']);
    await page.locator('.top [data-colors]').selectOption('');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  it('opens the menu on a small screen, closes it with Escape, and leads on from it', async () => {
    const { page } = await site.open('', { viewport: { width: 375, height: 700 } });
    expect(await page.locator('#menu').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Menu' }).click();
    expect(await page.locator('#menu').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('#menu').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.locator('#menu a', { hasText: 'Training' }).first().click();
    await page.waitForURL(`${site.address}toolkits/training/`);
  });

  it('helps on a page that is not there', async () => {
    const { page } = await site.open('toolkits/nothing/here/');
    expect(await page.locator('h1').textContent()).toBe('Page not found');
    await page.getByRole('link', { name: 'Task force coordinator' }).last().click();
    await page.waitForURL(`${site.address}toolkits/coordinator/`);
  });
});
