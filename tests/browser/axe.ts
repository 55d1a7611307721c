/** What axe, the accessibility checker, finds in a page. */
import { AxeBuilder } from '@axe-core/playwright';
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

/** A rule that is broken, and where. */
export interface Violation {
  id: string;
  nodes: { html: string }[];
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
  // The pages hold no frames, for which axe would open another page.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(axeOptions(colors)).analyze();
  return linesOf(violations, colors);
}

/** The same at the end of a test that is about something else: by day axe looks at whole pages alone (pages.test.ts). */
export const axeFaultsAtNight = async (...of: Parameters<typeof axeFaults>): Promise<string[]> =>
  isNightly ? axeFaults(...of) : [];
