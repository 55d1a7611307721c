import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { allPullOuts } from '../../src/site/pull-outs.ts';
import { toolkitsInOrder } from '../../src/site/page.ts';
import { readContent } from '../../src/reader/read.ts';
import { collections } from '../../src/schemas/index.ts';
import { isNightly } from '../nightly.ts';
import { pagesOf } from '../programs.ts';
import { root } from '../root.ts';
import { newFolder } from '../scratch.ts';
import { inBrowser, useSite } from './browser.ts';

const { site: content } = readContent(root);
const folder = newFolder('print');
/** Width and height in points; browsers round them to whole dots. */
const sizes = { Letter: [612, 792], A4: [595.3, 841.9] } as const;

/** What a page becomes on paper, read by poppler. */
async function print(
  page: Page,
  format: keyof typeof sizes,
): Promise<{ pages: number; size: number[]; text: string[] }> {
  const file = join(folder, `${format}.pdf`);
  const text = pagesOf(await page.pdf({ path: file, format, tagged: true }));
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  return {
    pages: Number(/Pages:\s+(\d+)/.exec(info)![1]),
    size: /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info)!.slice(1).map(Number),
    text,
  };
}

inBrowser('on paper', () => {
  const site = useSite();
  const path = (address: string) => address.slice(1);

  it.each(
    allPullOuts(content)
      .filter(({ entry }) => entry.sheets)
      // One of each kind. All of them, on both sizes of paper, by day in a packet: packet.test.ts.
      .filter(({ kind }, index, all) => isNightly || index === all.findIndex((other) => other.kind === kind))
      .map(({ kind, entry }) => [collections[kind].address(entry.id), entry.sheets!] as const),
  )('%s fits its sheets', async (address, sheets) => {
    const { page } = await site.open(path(address), { long: true });
    for (const format of isNightly ? (['Letter', 'A4'] as const) : (['Letter'] as const)) {
      const { pages, size, text } = await print(page, format);
      size.forEach((points, side) => expect(Math.abs(points - sizes[format][side]!)).toBeLessThan(2));
      expect(pages, format).toBeLessThanOrEqual(sheets);
      expect(text[0]).toMatch(new RegExp(`Page 1 of ${pages}`));
    }
  });

  it.each(
    (isNightly ? toolkitsInOrder(content) : toolkitsInOrder(content).slice(3, 4)).map(
      ({ id, title, number }) => [`/toolkits/${id}/`, title, number] as const,
    ),
  )('%s prints as a clean document', async (address, title, number) => {
    const { page } = await site.open(path(address));
    const { pages, text } = await print(page, 'Letter');
    expect(text[0]!.replace(/\s+/g, ' ')).toContain(`Toolkit ${number} ${title}`);
    expect(text[0]).toContain('Reviewed November');
    expect(text[0]).toContain(new URL(site.address).host + address);
    expect(text.every((sheet, index) => sheet.includes(`Page ${index + 1} of ${pages}`))).toBe(true);
    const lines = text
      .join('\n')
      .split('\n')
      .map((line) => line.trim());
    for (const leftOut of ['Get help now', 'On this page', 'Skip to the text', 'Related toolkits', 'All pull-outs'])
      expect(lines).not.toContain(leftOut);
  });

  it('leaves no heading at the foot of a sheet', async () => {
    const { page } = await site.open('toolkits/coordinator/');
    const { text } = await print(page, 'Letter');
    const headings = await page.locator('.sheet :is(h2, h3, h4)').allTextContents();
    const lastLines = text.map((sheet) =>
      sheet
        .trim()
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line && !/^CSEC Task Force Toolkits/.test(line))
        .at(-1)!,
    );
    expect(lastLines.filter((line) => headings.includes(line))).toEqual([]);
  });

  it.each(['example-county/timelines/first-18-months/', 'rosters/members/'])(
    'leaves no head of a table alone at the foot of a sheet: %s',
    async (path) => {
      const { page } = await site.open(path);
      const heads = await page
        .locator('thead tr')
        .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim()).join(' ')));
      expect(heads.length).toBeGreaterThan(1);
      const { text } = await print(page, 'Letter');
      const last = text.map((sheet) =>
        sheet
          .split('\n')
          .map((line) => line.trim().replace(/\s+/g, ' '))
          .filter((line) => line && !/^CSEC Task Force Toolkits/.test(line))
          .at(-1)!,
      );
      expect(last.filter((line) => heads.includes(line))).toEqual([]);
    },
  );

  it('cuts no row, box or clause in two, prints in 11 points and shows where links lead', async () => {
    const { page } = await site.open('toolkits/structure/');
    await page.emulateMedia({ media: 'print' });
    const styles = await page.evaluate(() => {
      const of = (selector: string) =>
        [...document.querySelectorAll(selector)].map((element) => getComputedStyle(element));
      return {
        breaks: of('.sheet tr, .callout, .ticks li, .sheet .quote').map(({ breakInside }) => breakInside),
        sizes: of('.sheet > p:not(.suggestion-legend), .sheet > ul > li, .ticks li > div > p').map(({ fontSize }) =>
          parseFloat(fontSize),
        ),
        colors: of('.sheet > p:not(.suggestion-legend)').map(({ color }) => color),
        hidden: of('.top, .side, .toc, .turn, .foot, .copy').map(({ display }) => display),
      };
    });
    expect(new Set(styles.breaks)).toEqual(new Set(['avoid']));
    expect(Math.min(...styles.sizes)).toBeGreaterThanOrEqual(14.6); // 11 points in pixels
    expect(new Set(styles.colors)).toEqual(new Set(['rgb(0, 0, 0)']));
    expect(new Set(styles.hidden)).toEqual(new Set(['none']));
    await page.goto(`${site.address}toolkits/coordinator/`);
    const { text } = await print(page, 'A4');
    expect(text.join('').replace(/\s+/g, '')).toContain(`(${site.address}duties/coordinator/)`);
  });

  it('prints boxes to tick, ticked boxes, and lines to write on', async () => {
    const { page } = await site.open('checklists/phase-1/');
    await page.locator('.ticks input').first().check();
    const { text } = await print(page, 'Letter');
    const items = await page.locator('.ticks li').count();
    expect(text.join('').match(/Who, by when/g)).toHaveLength(items);
    await page.emulateMedia({ media: 'print' });
    const box = await page
      .locator('.ticks input')
      .first()
      .evaluate((input) => ({
        border: getComputedStyle(input).borderTopStyle,
        mark: getComputedStyle(input).backgroundImage,
      }));
    expect(box.border).toBe('solid');
    expect(box.mark).toContain('gradient');
  });
});
