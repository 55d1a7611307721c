/**
 * Filled forms as CSV, and back without loss. Fields stand above the table, one a row; an empty row; the heads; the rows. A cell that
 * a spreadsheet could take for a formula gets an apostrophe in front, which reading takes away again.
 */
import Papa from 'papaparse';
import type { Form } from './forms.ts';
import type { Summary } from './summary.ts';

/** What somebody has filled in, as text; or what is wrong, in sentences for them. */
export type Filled = { rows: string[][]; fields: Record<string, string> } | { problems: string[] };

/** More than any task force writes; a file beyond it is none of ours. */
const limits = { characters: 5_000_000, rows: 5000 };
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

/** Reads a form back from CSV that this project wrote and somebody changed. Columns are found by their heads, in any order. */
export function readCsv(source: string, form: Form): Filled {
  if (source.length > limits.characters)
    return { problems: ['The file is too large for a form. Choose the CSV file of this form.'] };
  const labels = form.columns.map(({ label }) => label.toLowerCase());
  const parsed = delimiters.map((delimiter) => {
    const { data, errors } = Papa.parse<string[]>(source.replace(/^\uFEFF/, ''), { delimiter });
    const lines = data.map((line) => line.map(plain));
    const at = lines.findIndex((line) =>
      labels.every((label) => line.some((cell) => cell.trim().toLowerCase() === label)),
    );
    return { lines, at, isOpen: errors.some(({ code }) => code === 'MissingQuotes') };
  });
  const { lines, at, isOpen } = parsed.find((one) => one.at >= 0) ?? parsed[0]!;
  if (isOpen)
    return {
      problems: [
        'A quotation mark in the file is never closed. Open it in a spreadsheet, save it as CSV again and try again.',
      ],
    };
  if (at < 0)
    return {
      problems: [
        'No row of the file holds the heads of this form: ' +
          `${form.columns.map(({ label }) => `“${label}”`).join(', ')}. Choose the CSV file of the form ` +
          `“${form.title}”.`,
      ],
    };
  const heads = lines[at]!.map((cell) => cell.trim().toLowerCase());
  const places = labels.map((label) => heads.indexOf(label));
  const rows = lines
    .slice(at + 1)
    .map((line) => places.map((place) => line[place] ?? ''))
    .filter((row) => row.some((cell) => cell !== ''));
  if (rows.length > limits.rows)
    return { problems: [`The file has more than ${limits.rows.toLocaleString('en-US')} rows.`] };
  const above = lines.slice(0, at);
  const fields = Object.fromEntries(
    form.fields.map(({ id, label }) => [
      id,
      above.find(([cell = '']) => cell.trim().toLowerCase() === label.toLowerCase())?.[1] ?? '',
    ]),
  );
  return { rows, fields };
}
