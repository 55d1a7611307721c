/** How workbooks look: letters, borders, fills, pages. Dark letters on white or pale fields, white ones on the color of the toolkit. */
import type { Fill, Font, Style, Workbook as Book, Worksheet } from '@protobi/exceljs';
import { longDate } from '../../tools/dates.ts';
import type { Column } from '../../tools/forms.ts';
import { columnLetter } from './text.ts';
import type { Workbook } from '../../documents/workbook.ts';

const line = { style: 'thin', color: { argb: 'FF75705F' } } as const;
export const borders = { top: line, left: line, bottom: line, right: line };
export const underline = { bottom: line };
const fill = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
/** Behind names of rows. */
export const pale = fill('FFF3F0E7');
/** Behind numbers that a formula fills in. */
export const counted = fill('FFEAF0F2');

export const wrapped = { vertical: 'top', wrapText: true } as const;
/** Numbers stand on the right, a little away from the next column; all else on the left. */
export function alignmentOf(kind: Column['kind']): Style['alignment'] {
  return kind === 'count' || kind === 'money'
    ? ({ vertical: 'top', horizontal: 'right', indent: 1 } as Style['alignment'])
    : { ...wrapped, horizontal: 'left' };
}
/** The place of a number; none shows as nothing. */
export const placeFormat = '0;;';
export const dateFormat = 'mmm d, yyyy';
export const moneyFormat = '"$"#,##0.00';
/** What somebody types stays text, even when it begins with an equals sign. */
export const textFormat = '@';

/** Letters that every system has, or has letters of the same widths for. `write.ts` makes them those of unstyled cells, too. */
export const typeface = { name: 'Arial', size: 10 };
export const letters = (form: Partial<Font> = {}): Partial<Font> => ({ ...typeface, ...form });

/** The height of a row that holds these texts in columns of these widths, in points. Not every reader works it out by itself. */
export function heightOf(
  texts: readonly string[],
  widths: readonly number[],
  least = 15,
  size = typeface.size,
): number {
  // Words take less room than digits, which widths count in; the edges of a cell take that of a letter.
  const lines = texts.map((text, index) => linesIn(text, (((widths[index] ?? 10) * 1.12 - 1) * typeface.size) / size));
  return Math.min(400, Math.max(least, Math.max(1, ...lines) * size * 1.32 + 3));
}

/** Lines of a text, broken between words at so many letters. */
function linesIn(text: string, letters: number): number {
  return text.split('\n').reduce((sum, paragraph) => {
    let [lines, left] = [1, letters];
    for (const { length } of paragraph.split(' ')) {
      if (length > left && left < letters) [lines, left] = [lines + 1, letters];
      lines += Math.ceil(length / letters) - 1 || 0;
      left -= (length % letters) + 1;
    }
    return sum + lines;
  }, 0);
}

/** The head of a table. */
export function headStyle(hue: string): Partial<Style> {
  return {
    font: letters({ bold: true, color: { argb: 'FFFFFFFF' } }),
    fill: fill(`FF${hue.slice(1).toUpperCase()}`),
    border: borders,
    alignment: { vertical: 'middle', wrapText: true },
  };
}
/** The title of a sheet and of its sections. */
export function titleFont(hue: string, size = 16): Partial<Style> {
  return { font: letters({ bold: true, size, color: { argb: `FF${hue.slice(1).toUpperCase()}` } }) };
}

/** True for sheets that print across the paper. */
export const isWide = (widths: readonly number[]) => widths.reduce((a, b) => a + b, 0) > 108;

/** Points of paper between its margins: the short side and the long one across, and down. */
const paper = { across: { portrait: 525, landscape: 705 }, down: { portrait: 677, landscape: 497 } } as const;
/** How much of a page the rest of a sheet may fill to go without that page: letters stay larger than four fifths. */
const little = 0.22;

/** How wide columns are in points, and how many points of a sheet with them go on a page, down. */
export function pageOf(widths: readonly number[]): { width: number; down: number } {
  const orientation = isWide(widths) ? 'landscape' : 'portrait';
  const width = widths.reduce((sum, characters) => sum + characters * 5.25 + 4, 0);
  return { width, down: paper.down[orientation] * Math.max(1, width / paper.across[orientation]) };
}

/** Sets a finished sheet a little smaller where its last page would hold a few rows. */
export function fitPages(sheet: Worksheet): void {
  const { down } = pageOf(sheet.columns.map(({ width = 9 }) => width));
  const heights = Array.from({ length: sheet.rowCount }, (_, index) => sheet.getRow(index + 1).height ?? 15);
  const pages = heights.reduce((sum, height) => sum + height, 0) / down;
  if (pages > 1 && pages % 1 < little) sheet.pageSetup.fitToHeight = Math.floor(pages);
}

/** Adds a sheet that prints on US Letter, as wide as the paper, with title, date of review and page numbers. */
export function addSheet(
  book: Book,
  workbook: Workbook,
  name: string,
  widths: readonly number[],
  rowsOnEachPage?: string,
  onOnePage = false,
): Worksheet {
  const sheet = book.addWorksheet(name, {
    properties: { tabColor: { argb: `FF${workbook.hue.slice(1).toUpperCase()}` } },
  });
  sheet.columns = widths.map((width) => ({ width }));
  const wide = isWide(widths);
  sheet.pageSetup = {
    paperSize: 1 as never,
    orientation: wide ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: onOnePage ? 1 : 0,
    margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.8, header: 0.4, footer: 0.4 },
    // Whole columns: rows that somebody adds are printed, too.
    printArea: `A:${columnLetter(widths.length - 1)}`,
    ...(rowsOnEachPage ? { printTitlesRow: rowsOnEachPage } : {}),
  };
  const words = (text: string) => text.replaceAll('&', '&&');
  sheet.headerFooter = {
    oddHeader: `&L&"-,Bold"${words(workbook.title.slice(0, 90))}&R${words(name)}`,
    oddFooter: `&LReviewed ${longDate(workbook.reviewed)}&RPage &P of &N`,
  };
  return sheet;
}
