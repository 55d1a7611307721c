/** Files as people have them: what each must give, cell by cell, from CSV and from Excel. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from '@protobi/exceljs';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../src/formats/xlsx/read.ts';
import { readContent } from '../../src/reader/read.ts';
import { readCsv } from '../../src/tools/csv.ts';
import { decodeText } from '../../src/tools/decode-text.ts';
import type { OpenedForm } from '../../src/tools/open-form.ts';
import { root } from '../root.ts';

const { forms } = readContent(root).site;
const log = forms['attendance-log']!;
const bytesOf = (file: string): Uint8Array =>
  new Uint8Array(readFileSync(join(root, 'tests', 'fixtures', 'files', file)));

/** The same table as an Excel file, every cell as text, as people paste it. */
async function inExcel(text: string): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Sheet1');
  for (const line of text.trimEnd().split(/\r?\n/)) {
    const cells = [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    sheet.addRow(cells);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
const opened = (filled: Awaited<ReturnType<typeof readXlsx>>): OpenedForm => {
  if ('problems' in filled) throw new Error(filled.problems.join(' '));
  return filled;
};
/** What a CSV file gives, after making sure that Excel gives the same. */
async function read(file: string, meant?: ReadonlyMap<string, string>): Promise<OpenedForm> {
  const text = decodeText(bytesOf(file));
  const fromCsv = opened(readCsv(text, log, meant));
  expect(opened(await readXlsx(await inExcel(text), log, meant))).toEqual(fromCsv);
  return fromCsv;
}
const columnOf = ({ rows }: OpenedForm, id: string): string[] =>
  rows.map((row) => row[log.columns.findIndex((column) => column.id === id)]!);

describe('a file as people have it', () => {
  it('that Excel saved again has its dates', async () => {
    const file = await read('excelsaved.csv');
    expect(columnOf(file, 'day')).toEqual(['2026-01-05', '2026-02-02']);
    expect(columnOf(file, 'counted-by')).toEqual(['José Núñez', 'Zoë O’Hara']);
    expect(file.unread).toEqual([]);
    expect(file.changes).toEqual(['“Date”: 2 cells were written in another way and stand now in the form’s way.']);
  });

  it('has seven ways to write one day', async () => {
    const file = await read('dates.csv');
    expect(columnOf(file, 'day')).toEqual(Array(7).fill('2026-01-05'));
    expect(columnOf(file, 'counted-by').join('')).toBe('abcdefg');
    expect(file.unread).toEqual([]);
  });

  it('has dates as text in Excel', async () => {
    const file = opened(await readXlsx(bytesOf('textdate.xlsx'), log));
    expect(columnOf(file, 'day')).toEqual(['2026-01-05', '2026-01-05']);
  });

  it('keeps a date that cannot be known, and names it', () => {
    const head = 'Date,Meeting,Members,Guests,Organizations,Counted by\n';
    const dates = ['13/1/2026', '1/5/2026', 'early May', '2026-02-30', '2026-01-05'];
    const file = opened(readCsv(head + dates.map((day) => `${day},Other,1,1,1,x\n`).join(''), log));
    // One date has its day first: then nobody knows what 1/5/2026 means.
    expect(columnOf(file, 'day')).toEqual(dates);
    expect(file.unread.map(({ row, column, words, kind }) => [row, column, words, kind])).toEqual(
      dates.slice(0, 4).map((words, row) => [row, 'day', words, 'date']),
    );
  });

  it('leaves a row of totals out and says so', async () => {
    const file = await read('totals.csv');
    expect(columnOf(file, 'members')).toEqual(['12', '15']);
    expect(file.changes).toContain(
      'A row that adds up the others was left out: “Total” (line 4). The form adds up by itself.',
    );
  });

  it('takes an agency for an agency, whatever its name', () => {
    const map = forms['asset-map']!;
    const head = map.columns.map(({ label }) => label).join('\t');
    const row = ['Total Wellness Clinic', ...map.columns.slice(1).map(() => '')].join('\t');
    expect(opened(readCsv(`${head}\n${row}\n`, map)).rows).toHaveLength(1);
  });

  it('is Windows-1252, UTF-16 of either order, or UTF-8 with and without a mark', () => {
    const names = ['José Núñez', 'Zoë O’Hara'];
    const text = decodeText(bytesOf('win1252.csv'));
    expect(columnOf(opened(readCsv(text, log)), 'counted-by')).toEqual(names);
    const utf16 = (isLittle: boolean, hasMark: boolean): Uint8Array => {
      const units = [...(hasMark ? '\uFEFF' : ''), ...text].flatMap((letter) => {
        const unit = letter.charCodeAt(0);
        return isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
      });
      return Uint8Array.from(units);
    };
    const utf8 = new TextEncoder();
    for (const bytes of [
      utf16(true, true),
      utf16(false, true),
      utf16(true, false),
      utf16(false, false),
      utf8.encode(text),
      utf8.encode(`\uFEFF${text}`),
      utf8.encode(text.replaceAll(',', '\t')),
    ])
      expect(columnOf(opened(readCsv(decodeText(bytes), log)), 'counted-by')).toEqual(names);
  });

  it('has heads with stars, spaces and number signs', async () => {
    expect(columnOf(await read('head.csv'), 'members')).toEqual(['12', '15']);
    const star = opened(await readXlsx(bytesOf('star.xlsx'), log));
    expect(star.rows).toEqual([['2026-01-05', 'Full task force', '12', '3', '9', 'a']]);
    expect(star.missing).toEqual([]);
  });

  it('names just the head that is missing, offers the nearest, and takes it', async () => {
    const file = await read('head2.csv');
    expect(columnOf(file, 'members')).toEqual(['12', '15']);
    expect(file.missing).toEqual([{ id: 'organizations', label: 'Organizations', nearest: 'Orgs' }]);
    expect(file.changes.filter((sentence) => sentence.startsWith('The file has no column'))).toEqual([
      'The file has no column “Organizations”: that column stays empty.',
    ]);
    const meant = await read('head2.csv', new Map([['orgs', 'organizations']]));
    expect(columnOf(meant, 'organizations')).toEqual(['9', '10']);
    expect(meant.missing).toEqual([]);
  });

  it('lacks a column', async () => {
    const file = await read('missing.csv');
    expect(columnOf(file, 'counted-by')).toEqual(['', '']);
    expect(file.changes).toEqual(['The file has no column “Counted by”: that column stays empty.']);
  });

  it('ends with rows of commas and spaces', async () => {
    expect((await read('trailing.csv')).rows).toHaveLength(2);
  });

  it('has numbers that are plain, and others that stay as they are', async () => {
    const file = await read('thousand.csv');
    expect(file.rows.map((row) => row.slice(2, 5))).toEqual([
      ['1234', '25ish', '~10'],
      ['12', '(3)', '-'],
    ]);
    expect(file.unread.map(({ row, column, words }) => [row, column, words])).toEqual([
      [0, 'guests', '25ish'],
      [0, 'organizations', '~10'],
      [1, 'guests', '(3)'],
      [1, 'organizations', '-'],
    ]);
  });

  it('has choices in any case, and others that stay', () => {
    const training = forms['training-log']!;
    const text =
      'Date,Topic or name of the course,For whom,Hours,Seats filled,Response?,Trainer or host,Sheets back\n' +
      '2026-01-05,A, ALL  members ,1.50,3,TRUE,x,2\n2026-01-05,B,Everyone,1,-1,maybe,x,2\n';
    const file = opened(readCsv(text, training));
    expect(file.rows.map((row) => [row[2], row[3], row[4], row[5]])).toEqual([
      ['All members', '1.50', '3', 'Yes'],
      ['Everyone', '1', '-1', 'maybe'],
    ]);
    expect(file.unread.map(({ kind, words }) => [kind, words])).toEqual([
      ['choice', 'Everyone'],
      ['number', '-1'],
      ['choice', 'maybe'],
    ]);
  });

  it('has a column more, which is named', () => {
    const text = 'Date,Meeting,Members,Guests,Organizations,Counted by,Room\n2026-01-05,Other,1,1,1,x,North\n';
    expect(opened(readCsv(text, log)).changes).toEqual(['The column “Room” is no part of this form and was left out.']);
  });
});

it.each(Object.values(forms))('$title comes back from CSV and Excel with every kind of cell', async (form) => {
  const value = { date: '1/5/2026', count: '1,234', money: '$1,200.50', text: 'José' };
  const clean = { date: '2026-01-05', count: '1234', money: '1200.50', text: 'José' };
  const cells = (of: typeof value): string[] =>
    form.columns.map((column, index) => {
      if (form.given[0] && index === 0) return form.given[0].label;
      if (column.kind === 'choice') return column.options![0]!;
      return column.kind === 'yes-no' ? 'Yes' : of[column.kind];
    });
  const line = (words: string[]): string => words.map((word) => `"${word}"`).join(',');
  const text = `${line(form.columns.map(({ label }) => ` ${label.toUpperCase()}* `))}\r\n${line(cells(value))}\r\n`;
  for (const file of [opened(readCsv(text, form)), opened(await readXlsx(await inExcel(text), form))])
    expect([file.rows, file.unread, file.missing]).toEqual([[cells(clean)], [], []]);
});
