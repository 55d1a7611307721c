/**
 * Gives each page one sheet for paper: Starlight's and ours as one file, in their order. Nobody prints before the page is there, but
 * browsers ask for every sheet that a page names.
 */
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MagicString from 'magic-string';
import { attribute, elementsOf, filesIn, readText } from './html.ts';

/** Joins the sheets of all pages under a folder. Runs while addresses still start at the root. */
export function joinPrintSheets(site: string): void {
  const joined = new Set<string>();
  for (const file of filesIn(site).filter((one) => one.endsWith('.html'))) {
    const html = withOnePrintSheet(readText(site, file), (sheets) => {
      const css = sheets.map((sheet) => readText(site, sheet)).join('\n');
      const name = `_astro/print-${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`;
      writeFileSync(join(site, name), css);
      for (const sheet of sheets) joined.add(sheet);
      return name;
    });
    writeFileSync(join(site, file), html);
  }
  const pages = filesIn(site).filter((file) => file.endsWith('.html'));
  const isNamed = (sheet: string): boolean => pages.some((page) => readText(site, page).includes(sheet));
  for (const sheet of joined) if (!isNamed(sheet)) rmSync(join(site, sheet));
}

/**
 * A page with one sheet for paper in the place of those that follow each other. Others stay: a sheet between them may rely on their order.
 * @param sheetFor the sheet that says what some say together, by their paths in the site
 */
export function withOnePrintSheet(html: string, sheetFor: (sheets: readonly string[]) => string): string {
  const sheets = [...elementsOf(html)].filter(
    (element) => element.tagName === 'link' && attribute(element, 'rel') === 'stylesheet',
  );
  const isPrint = (element: (typeof sheets)[number] | undefined): boolean =>
    element !== undefined && attribute(element, 'media') === 'print';
  const first = sheets.findIndex(isPrint);
  const run = sheets.slice(first).findIndex((sheet) => !isPrint(sheet));
  const together = first < 0 ? [] : sheets.slice(first, run < 0 ? undefined : first + run);
  if (together.length < 2) return html;
  const text = new MagicString(html);
  const name = sheetFor(together.map((sheet) => attribute(sheet, 'href')!.slice(1)));
  for (const { sourceCodeLocation: at } of together) text.remove(at!.startOffset, at!.endOffset);
  const place = together[0]!.sourceCodeLocation!.startOffset;
  text.appendLeft(place, `<link rel="stylesheet" href="/${name}" media="print">`);
  return text.toString();
}
