/** Writes a workbook as the bytes of an Excel file. Runs in the browser, too. */
import ExcelJS from '@protobi/exceljs';
import { dated, reproducible } from '../office.ts';
import { chartParts, withCharts } from './chart-parts.ts';
import { addFormSheet } from './form-sheet.ts';
import { typeface } from './looks.ts';
import { addNumberSheets } from './number-sheets.ts';
import { placesOf } from './place.ts';
import { addDefinitions, addDictionary, addInstructions } from './word-sheets.ts';
import type { Workbook } from '../../documents/workbook.ts';
import { setName } from '../../schemas/names.ts';

/**
 * The bytes of the Excel file, the same for the same workbook. Formulas carry no results: whoever opens the file computes them.
 * @throws Error naming the content file and the form when a text does not fit into a cell
 */
export async function writeXlsx(workbook: Workbook): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const day = new Date(`${workbook.reviewed}T00:00:00Z`);
  Object.assign(book, {
    title: workbook.title,
    subject: workbook.promise,
    creator: setName,
    lastModifiedBy: setName,
    language: 'en-US',
    created: day,
    modified: day,
  });
  book.calcProperties.fullCalcOnLoad = true;
  const places = placesOf(workbook);
  const placed = workbook.sheets.map((sheet, index) => [sheet, places[index]!] as const);
  addInstructions(book, workbook, places);
  for (const [sheet, place] of placed) {
    try {
      addFormSheet(book, workbook, sheet, place);
    } catch (error) {
      throw new Error(
        `${workbook.file}, form “${sheet.form.title}”: ${error instanceof Error ? error.message : String(error)}`,
        { cause: error },
      );
    }
  }
  const charted = addNumberSheets(book, workbook, placed);
  addDictionary(book, workbook);
  addDefinitions(book, workbook);
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  const date = dated(workbook.reviewed);
  const edit = (path: string, xml: string) => date(path, withCharts(path, mended(path, xml), charted));
  return reproducible(bytes, edit, chartParts(charted));
}

/** What the library leaves to wish for. */
function mended(path: string, xml: string): string {
  // Rows keep their height on paper but grow with what somebody types.
  if (path.startsWith('xl/worksheets/')) return xml.replaceAll(' customHeight="1"', '');
  // The filter of a table covers its rows, not only its head.
  if (path.startsWith('xl/tables/'))
    return xml.replace(/(<autoFilter ref=")[^"]*/, `$1${/<table [^>]*\bref="([^"]*)"/.exec(xml)?.[1] ?? ''}`);
  if (path === 'xl/styles.xml')
    return xml
      .replace(
        /<sz val="11"\/>(.*?)<name val="Calibri"\/>/g,
        `<sz val="${typeface.size}"/>$1<name val="${typeface.name}"/>`,
      )
      .replaceAll('<scheme val="minor"/>', '')
      .replace(
        /(<font>)(.*?)(<\/font>)/g,
        (_, open: string, inside: string, close: string) => open + inOrder(inside) + close,
      );
  return xml;
}

/** What a typeface consists of, in the order of Office's schema. */
function inOrder(elements: string): string {
  const order = ['b', 'i', 'strike', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];
  const rank = (element: string) => order.indexOf(/^<(\w+)/.exec(element)![1]!);
  return (elements.match(/<[^>]+>/g) ?? []).sort((a, b) => rank(a) - rank(b)).join('');
}
