/** What axe, the accessibility checker, finds in a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { isNightly } from '../nightly.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules that other colors can break. */
const ofColors = ['color-contrast-enhanced', 'link-in-text-block'];
/** Contrast of level AAA, 7 to 1, in the place of level AA. By day sizes are measured in pages.test.ts, in a tenth of the time. */
const rules = {
  'color-contrast-enhanced': { enabled: true },
  'color-contrast': { enabled: false },
  'target-size': { enabled: isNightly },
};

/** What axe is asked: in `dark` colors only what colors can change is looked at again. What it tells of rules that hold takes most of its time. */
export const axeOptions = (colors: 'light' | 'dark') => ({
  resultTypes: ['violations' as const],
  ...(colors === 'dark' ? { runOnly: ofColors } : { runOnly: tags, rules }),
});

/** axe itself, as pages read it. */
export const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** A rule that is broken, and where. */
export interface Violation {
  id: string;
  nodes: { html: string }[];
}
/** What axe finds in the page where this runs, which has read it. */
export async function violationsHere(options: object): Promise<Violation[]> {
  const { axe } = globalThis as unknown as { axe: { run(o: object): Promise<{ violations: Violation[] }> } };
  const { violations } = await axe.run(options);
  return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }));
}
/** The same of a page, which holds no frames. */
export async function violationsIn(page: Page, options: object = {}): Promise<Violation[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    // Past the driver, which would read half a megabyte twice.
    const session = await page.context().newCDPSession(page);
    await session.send('Runtime.evaluate', { expression: axeSource });
    await session.detach();
  }
  return page.evaluate(violationsHere, options);
}
/** One line for each. */
export const linesOf = (violations: readonly Violation[], colors: string): string[] =>
  violations.map(
    ({ id, nodes }) =>
      `${colors} ${id}: ${nodes
        .map(({ html }) => html.slice(0, 120))
        .slice(0, 3)
        .join(' | ')}`,
  );

/** One line for each rule that is broken. */
export async function axeFaults(page: Page, colors: 'light' | 'dark' = 'light'): Promise<string[]> {
  // From the top: what lies half under the bar of the page counts as too small.
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  return linesOf(await violationsIn(page, axeOptions(colors)), colors);
}

/** The same at the end of a test that is about something else: by day axe looks at whole pages alone (pages.test.ts). */
export const axeFaultsAtNight = async (...of: Parameters<typeof axeFaults>): Promise<string[]> =>
  isNightly ? axeFaults(...of) : [];
