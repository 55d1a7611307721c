/**
 * Gives each page one sheet for paper: Starlight's and ours as one file, in their order. Nobody prints before the page is there, but
 * browsers ask for every sheet that a page names.
 */
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute, readText, type Element } from './html.ts';
import type { Page, Pass } from './pages.ts';

/** The pass that joins the sheets of each page under a folder, and takes away those that no page names any more. */
export function printSheets(site: string): Pass {
  const joined = new Set<string>();
  const named = new Set<string>();
  return {
    page(page) {
      useOnePrintSheet(page, (sheets) => {
        const css = sheets.map((sheet) => readText(site, sheet)).join('\n');
        const name = `_astro/print-${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`;
        writeFileSync(join(site, name), css);
        for (const sheet of sheets) joined.add(sheet);
        return name;
      });
      for (const sheet of sheetsOf(page)) if (!page.isGone(sheet)) named.add(attribute(sheet, 'href')!.slice(1));
    },
    finish() {
      for (const sheet of joined) if (!named.has(sheet)) rmSync(join(site, sheet));
    },
  };
}

const sheetsOf = (page: Page): Element[] =>
  page.elements.filter((element) => element.tagName === 'link' && attribute(element, 'rel') === 'stylesheet');
const isPrint = (element: Element | undefined): boolean =>
  element !== undefined && attribute(element, 'media') === 'print';

/**
 * Puts one sheet for paper in the place of those that follow each other. Others stay: a sheet between them may rely on their order.
 * @param sheetFor the sheet that says what some say together, by their paths in the site
 */
function useOnePrintSheet(page: Page, sheetFor: (sheets: readonly string[]) => string): void {
  const sheets = sheetsOf(page);
  const first = sheets.findIndex(isPrint);
  const run = sheets.slice(first).findIndex((sheet) => !isPrint(sheet));
  const together = first < 0 ? [] : sheets.slice(first, run < 0 ? undefined : first + run);
  if (together.length < 2) return;
  const name = sheetFor(together.map((sheet) => attribute(sheet, 'href')!.slice(1)));
  for (const sheet of together) page.remove(sheet);
  const place = together[0]!.sourceCodeLocation!.startOffset;
  page.text.appendLeft(place, `<link rel="stylesheet" href="${page.address(`/${name}`)}" media="print">`);
}
