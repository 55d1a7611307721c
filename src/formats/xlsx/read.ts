/** Reads a filled form back from an Excel file that this project wrote and somebody changed in Excel or LibreOffice. Runs in the browser. */
import ExcelJS from '@protobi/exceljs';
import type { Cell, Worksheet } from '@protobi/exceljs';
import { bareHead, headsOf } from '../../tools/form-heads.ts';
import type { Form } from '../../tools/forms.ts';
import { openForm, type FileLine, type Filled } from '../../tools/open-form.ts';
import { onlySheets } from './archive.ts';
import { sheetName } from './text.ts';

/** So many faults of cells are told at once. */
const mostProblems = 5;

/** Reads the rows and fields of a form. Formulas are never run: their last results count, and the sums of the form are made anew. */
export async function readXlsx(bytes: Uint8Array, form: Form, meant?: ReadonlyMap<string, string>): Promise<Filled> {
  try {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(loadable(onlySheets(bytes)));
    return readForm(book.worksheets, form, meant);
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

/** A cell that cannot be read: its row, and a sentence. */
interface Problem {
  row: number;
  words: string;
}

/** The sheet that is named after the form, or the one with most heads of it. */
function readForm(sheets: readonly Worksheet[], form: Form, meant?: ReadonlyMap<string, string>): Filled {
  const read = sheets.map((sheet) => {
    const problems: Problem[] = [];
    const lines = linesOf(sheet, form, problems);
    const heads = headsOf(
      lines.map(({ cells }) => cells),
      form.columns,
      meant,
    );
    const isNamed = sheet.name.trim().toLowerCase() === sheetName(form.title).toLowerCase();
    // Above the heads stand sums of our own, whose results only a spreadsheet knows.
    const head = lines[heads.line]?.number ?? 0;
    const ofRows = problems.filter(({ row }) => row > head).map(({ words }) => words);
    return { lines, problems: ofRows, rank: heads.places.size + (isNamed && heads.places.size > 0 ? 0.5 : 0) };
  });
  const best = read.reduce<(typeof read)[number] | undefined>(
    (one, other) => (one && one.rank >= other.rank ? one : other),
    undefined,
  );
  if (!best) return { problems: ['The file has no sheet. Choose the workbook of this form.'] };
  const opened = openForm(best.lines, form, meant);
  return 'problems' in opened || best.problems.length === 0
    ? opened
    : { problems: best.problems.slice(0, mostProblems) };
}

/** The lines of a sheet as words; a sum that the workbook makes counts as empty. */
function linesOf(sheet: Worksheet, form: Form, problems: Problem[]): FileLine[] {
  const lines: FileLine[] = [];
  const sums = form.columns.find(({ id }) => id === form.across?.into)?.label;
  let into = -1;
  sheet.eachRow((row, number) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell, place) => {
      cells[place - 1] = cellWords(cell, place === into, problems);
    });
    if (sums !== undefined && into < 0) into = cells.findIndex((cell) => bareHead(cell) === bareHead(sums)) + 1 || -1;
    lines.push({ number, cells: Array.from(cells, (cell) => cell ?? '') });
  });
  return lines;
}

/** What stands in a cell, as somebody would type it into the page. A sum that the workbook makes counts as empty. */
function cellWords(cell: Cell, isSum: boolean, problems: Problem[]): string {
  const value = cell.value;
  const formula = typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value);
  if (formula && isSum) return '';
  const result: unknown = formula ? value.result : value;
  if (result === null || result === undefined) {
    if (formula)
      problems.push({
        row: Number(cell.row),
        words: `Cell ${cell.address} on “${cell.worksheet.name}” holds a formula without a result. Write the value in its place.`,
      });
    return '';
  }
  if (result instanceof Date) return Number.isNaN(result.getTime()) ? '' : result.toISOString().slice(0, 10);
  if (typeof result === 'number') return String(result);
  if (typeof result === 'boolean') return String(result).toUpperCase();
  if (typeof result === 'string') return result;
  if (typeof result === 'object' && 'richText' in result) return cell.text;
  if (typeof result === 'object' && 'text' in result) return typeof result.text === 'string' ? result.text : cell.text;
  problems.push({
    row: Number(cell.row),
    words: `Cell ${cell.address} on “${cell.worksheet.name}” holds an error. Correct it and save the file again.`,
  });
  return '';
}
