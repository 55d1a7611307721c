/** So many rows as are told are taken at every place: from CSV and Excel, in a sheet, on the device, in the saved file. */
import ExcelJS from '@protobi/exceljs';
import { expect, it } from 'vitest';
import { readFile, writeFile } from '../../src/client/store/file.ts';
import { newId } from '../../src/client/store/new-id.ts';
import { addRow, rowsOf } from '../../src/client/store/rows.ts';
import { limits, noValues, withChanges } from '../../src/client/store/sheet-values.ts';
import { readXlsx } from '../../src/formats/xlsx/read.ts';
import { readContent } from '../../src/reader/read.ts';
import { readCsv, writeCsv } from '../../src/tools/csv.ts';
import { importChanges } from '../../src/tools/form-sheet.ts';
import { mostRows } from '../../src/tools/limits.ts';
import { root } from '../root.ts';

const forms = Object.values(readContent(root).site.forms);
const widest = forms.reduce((one, other) => (other.columns.length > one.columns.length ? other : one));
const rowsFor = (count: number) =>
  Array.from({ length: count }, (_, row) => widest.columns.map(({ kind }) => (kind === 'text' ? `row ${row}` : '1')));

it('the widest form with all rows that it may have is read, held, saved and opened again', () => {
  const opened = readCsv(writeCsv(widest, rowsFor(mostRows), {}), widest);
  if ('problems' in opened) throw new Error(opened.problems.join(' '));
  expect(opened.rows).toHaveLength(mostRows);
  const sheet = withChanges(noValues, importChanges(widest, {}, opened, false));
  expect(rowsOf(sheet, 'rows')).toHaveLength(mostRows);
  expect(readFile(writeFile({ [`forms/${widest.id}`]: sheet }))[`forms/${widest.id}`]).toEqual(sheet);
  expect(() => addRow(sheet, 'rows')).toThrow('One list takes 5,000 rows at most.');
  const all = importChanges(widest, sheet, { rows: rowsFor(1), fields: {} }, true);
  expect(rowsOf(all, 'rows')).toHaveLength(mostRows + 1);
});

it('one row more is refused with its number and what to do, from CSV and from Excel', async () => {
  const words = 'The file has 5,001 rows. A form takes 5,000 rows at most: divide them, for example by year.';
  expect(readCsv(writeCsv(widest, rowsFor(mostRows + 1), {}), widest)).toEqual({ problems: [words] });
  const log = forms.find(({ id }) => id === 'task-list')!;
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Sheet1');
  sheet.addRow(log.columns.map(({ label }) => label));
  for (let row = 0; row <= mostRows; row++) sheet.addRow(['x']);
  expect(await readXlsx(new Uint8Array(await book.xlsx.writeBuffer()), log)).toEqual({ problems: [words] });
});

it('every form with all its rows, each cell written, stays below what a sheet holds', () => {
  for (const { id, columns, fields, given } of forms)
    expect((mostRows + given.length) * columns.length * 2 + fields.length + 100, id).toBeLessThanOrEqual(limits.fields);
  // The keys of rows, the longest that can be drawn.
  const key = Math.max(newId().length, (2 ** 32 - 1).toString(36).length) + 'k '.length;
  expect(mostRows * key).toBeLessThanOrEqual(limits.list);
});
