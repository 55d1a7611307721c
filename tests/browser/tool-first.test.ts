/** On the page of a tool, the tool comes first: it begins within the first screen of a laptop, and soon on a phone. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { kinds, pullOutKinds } from '../../src/schemas/kinds.ts';
import { isNightly } from '../nightly.ts';
import { inBrowser, useSite } from './browser.ts';

const screens = [
  { width: 1280, height: 800, screens: 1 },
  { width: 375, height: 667, screens: 1.3 },
] as const;

/** Where the tool’s bar begins, or the tool where it has none: in pixels from the top. Runs in the page. */
function beginning(): number {
  const tool = document.querySelector(
    ':is(template-tool, form-tool, step-tool, plan-tool, roster-tool, my-task-force, packet-builder)',
  );
  const first = tool?.querySelector('.tools') ?? tool;
  return first ? first.getBoundingClientRect().top + scrollY : Infinity;
}

inBrowser('every page of a tool', () => {
  const site = useSite();

  it('begins with the tool, in one quiet bar', async () => {
    const folder = inject('site');
    const tools = pullOutKinds.filter((kind) => kinds[kind].tool);
    const own = tools.flatMap((kind) => readdirSync(join(folder, kind)).map((id) => `${kind}/${id}/`));
    expect(own.length).toBeGreaterThan(50);
    // One of each kind and those with the most above them; every night all.
    const most = ['templates/memorandum-of-understanding/', 'templates/scc-annual-report/'];
    const first = tools.map((kind) => own.find((path) => path.startsWith(kind))!);
    const tried = isNightly ? own : [...most, ...first.slice(0, 3)];
    const { page } = await site.open('');
    const late: string[] = [];
    for (const path of [...tried, 'my-task-force/', 'packet/']) {
      for (const { width, height, screens: allowed } of screens) {
        await page.setViewportSize({ width, height });
        await page.goto(site.address + path);
        const top = await page.evaluate(beginning);
        if (top > height * allowed - 30) late.push(`${path} at ${width}: ${Math.round(top)}`);
        if (own.includes(path)) expect(await page.locator('details.files').count(), path).toBe(1);
      }
    }
    expect(late).toEqual([]);
  }, 300_000);

  it('has everything about files in one menu, which Escape closes', async () => {
    const { page } = await site.open('forms/attendance-log/');
    const menu = page.locator('details.files');
    await menu.locator('summary').click();
    for (const words of ['Open Excel or CSV', 'Download Excel', 'Download CSV', 'Save to a file', 'Open a file'])
      expect(await menu.getByRole('button', { name: words, exact: true }).isVisible(), words).toBe(true);
    expect(await menu.locator('a.download').count()).toBeGreaterThan(0);
    expect(
      await page
        .locator('.tools button, keep-bar button')
        .filter({ hasText: /Download|Save to|Open (a file|Excel)/ })
        .count(),
    ).toBe(0);
    await page.keyboard.press('Escape');
    expect(await menu.getAttribute('open')).toBeNull();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Files');
  });
});
