/**
 * Filled forms as CSV, and back without loss. Fields stand above the table, one a row; an empty row; the heads; the rows. A cell that
 * a spreadsheet could take for a formula gets an apostrophe in front, which reading takes away again.
 */
import Papa from 'papaparse';
import { headsOf } from './form-heads.ts';
import type { Form } from './forms.ts';
import { largestFile } from './limits.ts';
import { openForm, type Filled } from './open-form.ts';
import type { Summary } from './summary.ts';

/** What parts the cells: spreadsheets of some countries write semicolons. Where the heads are found, it is the right one. */
const delimiters = [',', ';', '\t'] as const;
const risky = /^['=+\-@\t\r\n]/;

const safe = (cell: string): string => (risky.test(cell) ? `'${cell}` : cell);
const plain = (cell: string): string => (cell.startsWith("'") && risky.test(cell.slice(1)) ? cell.slice(1) : cell);
const text = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${Papa.unparse(
    lines.map((line) => line.map(safe)),
    { newline: '\r\n' },
  )}\r\n`;

/** A filled form as CSV, with a mark that tells Excel it is UTF-8. */
export function writeCsv(
  form: Form,
  rows: readonly (readonly string[])[],
  fields: Readonly<Record<string, string>>,
): string {
  const above = form.fields.map(({ id, label }) => [label, fields[id] ?? '']);
  return text([...above, ...(above.length > 0 ? [[]] : []), form.columns.map(({ label }) => label), ...rows]);
}

/** A summary, small numbers already hidden, as CSV. */
export function writeSummaryCsv({ head, rows }: Summary): string {
  return text([head, ...rows.map(({ label, cells }) => [label, ...cells.map(String)])]);
}

/**
 * Reads a form from text with commas, semicolons or tabs, as this project or a spreadsheet wrote it. Columns are found by their heads.
 * @param meant heads that the reader said are a column
 */
export function readCsv(source: string, form: Form, meant?: ReadonlyMap<string, string>): Filled {
  if (source.length > largestFile)
    return { problems: ['The file is too large for a form. Choose the CSV file of this form.'] };
  const parsed = delimiters.map((delimiter) => {
    const { data, errors } = Papa.parse<string[]>(source.replace(/^\uFEFF/, ''), { delimiter });
    const lines = data.map((line, place) => ({ number: place + 1, cells: line.map(plain) }));
    const isOpen = errors.some(({ code }) => code === 'MissingQuotes');
    const found = headsOf(
      lines.map(({ cells }) => cells),
      form.columns,
      meant,
    ).places.size;
    return { lines, isOpen, found };
  });
  const { lines, isOpen } = parsed.reduce((best, one) => (one.found > best.found ? one : best));
  if (isOpen)
    return {
      problems: [
        'A quotation mark in the file is never closed. Open it in a spreadsheet, save it as CSV again and try again.',
      ],
    };
  return openForm(lines, form, meant);
}
