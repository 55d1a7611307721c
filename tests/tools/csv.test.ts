import blns from 'big-list-of-naughty-strings/blns.json' with { type: 'json' };
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCsv, writeCsv, writeSummaryCsv } from '../../src/tools/csv.ts';
import { largestFile } from '../../src/tools/limits.ts';
import { withoutControls } from '../../src/tools/written-values.ts';
import { readContent } from '../../src/reader/read.ts';
import { root } from '../root.ts';

const form = readContent(root).site.forms['attendance-log']!;
/** Cells of nothing but spaces are empty. */
const blank = (text: string) => (text.trim() === '' ? '' : text);
const row = (text: string) => ['2027-01-12', 'Other', '12', '3', '5', text];

it('brings the public list of naughty strings back equal', () => {
  const rows = blns.filter((text) => text !== '').map(row);
  expect(readCsv(writeCsv(form, rows, { year: '=2+5' }), form)).toEqual({
    rows: rows.map((cells) => cells.map(withoutControls)).map(([...cells]) => [...cells.slice(0, 5), blank(cells[5]!)]),
    fields: { 'task-force': '', year: '=2+5', 'member-means': '', 'kept-by': '' },
    changes: [],
    unread: [],
    missing: [],
  });
});

it('brings any words back equal, with the decimal marks, quotes and line ends that they hold', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom("'=x", "''", '"', '\r', '\n', ';;', '\t', ',', '\uFEFF'),
  );
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 5 }), (texts) => {
      const rows = texts.map((text) => [...row(text).slice(0, 5), blank(withoutControls(text))]);
      expect(readCsv(writeCsv(form, texts.map(row), {}), form)).toMatchObject({ rows, unread: [], changes: [] });
    }),
    { numRuns: 500 },
  );
});

it('starts no cell with what a spreadsheet takes for a formula', () => {
  const text = writeCsv(form, ['=1', '+1', '-1', '@a', '\t=1', '\r=1'].map(row), {});
  const cells = [...text.matchAll(/(?:^|,|\n)"?([^",\n]*)/g)].map(([, cell]) => cell!);
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && cell !== '\r')).toEqual([]);
  expect(writeSummaryCsv({ head: ['What', 'All'], rows: [{ label: '=x', cells: ['hidden'] }] })).toContain(
    "'=x,hidden",
  );
});

it('finds columns in any order and semicolons between them', () => {
  const text = 'Members;Date;Meeting;Guests;Organizations;Counted by\n12;2027-01-12;Other;3;5;A\n';
  expect(readCsv(text, form)).toMatchObject({ rows: [['2027-01-12', 'Other', '12', '3', '5', 'A']] });
});

it('finds semicolons also where cells hold many commas', () => {
  const words = 'one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve';
  const text = `Date;Meeting;Members;Guests;Organizations;Counted by\n2027-01-12;Other;12;3;5;${words}\n2027-02-12;Other;12;3;5;${words}\n`;
  expect(readCsv(text, form)).toMatchObject({
    rows: [
      ['2027-01-12', 'Other', '12', '3', '5', words],
      ['2027-02-12', 'Other', '12', '3', '5', words],
    ],
  });
  expect(readCsv(text.replaceAll(';', '\t'), form)).toMatchObject({
    rows: [row(words), ['2027-02-12', 'Other', '12', '3', '5', words]],
  });
});

it('says what is wrong with other files', () => {
  expect(readCsv('a,b\n1,2\n', form)).toEqual({
    problems: [
      expect.stringMatching(
        /No row of the file holds the heads of this form: “Date”.*Choose the file of the form “Meeting attendance log”/,
      ),
    ],
  });
  expect(readCsv(`${writeCsv(form, [], {})}"open`, form)).toEqual({
    problems: [expect.stringMatching(/never closed/)],
  });
  expect(readCsv('x'.repeat(largestFile + 1), form)).toEqual({ problems: [expect.stringMatching(/too large/)] });
});

it('never throws at a malformed file', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string({ unit: 'binary' }),
        fc.string().map((junk) => writeCsv(form, [row('a')], {}).replace('Members', junk)),
      ),
      (text) => {
        const filled = readCsv(text, form);
        expect('problems' in filled || filled.rows.every((cells) => cells.length === form.columns.length)).toBe(true);
      },
    ),
    { numRuns: 10_000 },
  );
});
