/** Reads a filled form back from an Excel file that this project wrote and somebody changed in Excel or LibreOffice. Runs in the browser. */
import ExcelJS from '@protobi/exceljs';
import type { Cell, Worksheet } from '@protobi/exceljs';
import type { Column, Form } from '../../tools/forms.ts';
import { onlySheets } from './archive.ts';
import { sheetName } from './text.ts';

/** What somebody has filled in, as text; or what is wrong, in sentences for them. */
export type Filled = { rows: string[][]; fields: Record<string, string> } | { problems: string[] };

/** Heads stand near the top; a form never has more rows than this. */
const limits = { headRow: 60, rows: 5000, problems: 5 };

/** Reads the rows and fields of a form. Formulas are never run: their last results count, and the sums of the form are made anew. */
export async function readXlsx(bytes: Uint8Array, form: Form): Promise<Filled> {
  try {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(loadable(onlySheets(bytes)));
    return readForm(book.worksheets, form);
  } catch (error) {
    const known =
      error instanceof Error && error.message.endsWith('.')
        ? error.message
        : 'The file cannot be read. It may be damaged; open it in Excel or LibreOffice, save it as “Excel workbook” and try again.';
    return { problems: [known] };
  }
}

/** The library asks for a type of Node; an ArrayBuffer works everywhere. */
const loadable = (bytes: Uint8Array) =>
  bytes.slice().buffer as unknown as Parameters<ExcelJS.Workbook['xlsx']['load']>[0];

function readForm(sheets: readonly Worksheet[], form: Form): Filled {
  const named = sheets.filter(({ name }) => name.trim().toLowerCase() === sheetName(form.title).toLowerCase());
  const found =
    [...named, ...sheets]
      .map((sheet) => ({ sheet, heads: headsOf(sheet, form) }))
      .find(({ heads }) => heads.places.size === form.columns.length) ??
    (named[0] && { sheet: named[0], heads: headsOf(named[0], form) });
  if (!found)
    return {
      problems: [`The file has no sheet “${sheetName(form.title)}”. Choose the workbook of the form “${form.title}”.`],
    };
  const { sheet, heads } = found;
  const missing = form.columns.filter(({ id }) => !heads.places.has(id)).map(({ label }) => `“${label}”`);
  if (missing.length > 0)
    return {
      problems: [
        `On the sheet “${sheet.name}”, ${missing.length === 1 ? 'the column' : 'the columns'} ` +
          `${missing.join(', ')} cannot be found. Put the names back into the row of heads.`,
      ],
    };
  const problems: string[] = [];
  const rows: string[][] = [];
  sheet.eachRow((row, number) => {
    if (number <= heads.row || rows.length > limits.rows) return;
    const cells = form.columns.map((column) =>
      cellWords(row.getCell(heads.places.get(column.id)!), column.kind, column.id === form.across?.into, problems),
    );
    if (cells.some((cell) => cell !== '')) rows.push(cells);
  });
  if (rows.length > limits.rows) problems.push(`The sheet has more than ${limits.rows.toLocaleString('en-US')} rows.`);
  const fields = fieldsOf(sheet, form, heads.row, problems);
  return problems.length > 0 ? { problems: problems.slice(0, limits.problems) } : { rows, fields };
}

/** The row in which most heads of the form stand, and the number of the column below each. */
function headsOf(sheet: Worksheet, { columns }: Form): { row: number; places: Map<string, number> } {
  let best = { row: 0, places: new Map<string, number>() };
  for (let number = 1; number <= Math.min(limits.headRow, sheet.rowCount); number++) {
    const places = new Map<string, number>();
    sheet.getRow(number).eachCell((cell, place) => {
      const column = columns.find(({ label }) => same(label, plainWords(cell)));
      if (column && !places.has(column.id)) places.set(column.id, place);
    });
    if (places.size > best.places.size) best = { row: number, places };
  }
  return best;
}

function fieldsOf(sheet: Worksheet, form: Form, head: number, problems: string[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (let number = 1; number < head; number++) {
    const row = sheet.getRow(number);
    const field = form.fields.find(({ id, label }) => !(id in fields) && same(label, plainWords(row.getCell(1))));
    if (!field) continue;
    const kind = field.kind === 'limit' ? 'count' : field.kind;
    const values: string[] = [];
    row.eachCell((cell, place) => {
      if (place > 1) values.push(cellWords(cell, kind, false, problems));
    });
    fields[field.id] = values.find((value) => value !== '') ?? '';
  }
  return fields;
}

const same = (a: string, b: string) =>
  a.replace(/\s+/g, ' ').trim().toLowerCase() === b.replace(/\s+/g, ' ').trim().toLowerCase();
const plainWords = (cell: Cell): string =>
  typeof cell.value === 'string'
    ? cell.value
    : typeof cell.value === 'number'
      ? String(cell.value)
      : cell.value && typeof cell.value === 'object' && 'richText' in cell.value
        ? cell.text
        : '';

/** What stands in a cell, as somebody would type it into the page. A sum that the workbook makes counts as empty. */
function cellWords(cell: Cell, kind: Column['kind'], isSum: boolean, problems: string[]): string {
  const value = cell.value;
  const formula = typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value);
  if (formula && isSum) return '';
  const result: unknown = formula ? value.result : value;
  if (result === null || result === undefined) {
    if (formula)
      problems.push(
        `Cell ${cell.address} on “${cell.worksheet.name}” holds a formula without a result. Write the value in its place.`,
      );
    return '';
  }
  if (result instanceof Date) return Number.isNaN(result.getTime()) ? '' : result.toISOString().slice(0, 10);
  if (typeof result === 'number')
    return kind === 'date' && Number.isInteger(result) && result > 0 && result < 2_958_466
      ? dayOf(result)
      : String(result);
  if (typeof result === 'boolean') return kind === 'yes-no' ? (result ? 'Yes' : 'No') : String(result).toUpperCase();
  if (typeof result === 'string') return result;
  if (typeof result === 'object' && 'richText' in result) return cell.text;
  if (typeof result === 'object' && 'text' in result) return typeof result.text === 'string' ? result.text : cell.text;
  problems.push(`Cell ${cell.address} on “${cell.worksheet.name}” holds an error. Correct it and save the file again.`);
  return '';
}

/** A day that Excel counts from the end of 1899. */
function dayOf(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}
