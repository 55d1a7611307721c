import { expect, it } from 'vitest';
import { cellsOf, fieldsOf, formRows, importChanges, limitOf } from '../../src/tools/form-sheet.ts';
import { readContent } from '../../src/reader/read.ts';
import { root } from '../root.ts';

const { forms } = readContent(root).site;
const attendance = forms['attendance-log']!;
const summary = forms['annual-summary']!;

it('shows a few empty rows until the sheet lists its own', () => {
  expect(formRows(attendance, {}).map(({ prefix }) => prefix)).toEqual(['rows.r1', 'rows.r2', 'rows.r3']);
  expect(formRows(attendance, { 'rows.rows': 'k9 k2' }).map(({ prefix }) => prefix)).toEqual(['rows.k9', 'rows.k2']);
  expect(formRows(summary, {})).toHaveLength(summary.given.length);
});

it('gives cells in the order of the columns, given rows with their name first', () => {
  expect(cellsOf(attendance, { 'rows.rows': 'k1', 'rows.k1.members': '12', 'rows.k1.day': '2027-01-12' })).toEqual([
    ['2027-01-12', '', '12', '', '', ''],
  ]);
  expect(cellsOf(summary, { 'given.meetings.first-quarter': '3' })[0]).toEqual([
    summary.given[0]!.label,
    '3',
    '',
    '',
    '',
    '',
  ]);
});

it('takes the limit of the form, or its own, and 10 for what is none', () => {
  expect(limitOf(forms['agency-totals']!, { 'field.smallest': '5' })).toBe(5);
  for (const nonsense of ['', '0', '-3', 'ten', '2.5', '1e3'])
    expect(limitOf(attendance, { limit: nonsense })).toBe(10);
});

it('imports what it exports, row by row', () => {
  const sheet = {
    'field.year': '2027',
    'rows.rows': 'b a',
    'rows.b.members': '12',
    'rows.a.members': '9',
    'rows.a.counted-by': '=1+1',
  };
  const file = { rows: cellsOf(attendance, sheet), fields: fieldsOf(attendance, sheet) };
  const changed = importChanges(attendance, {}, file, false);
  expect(cellsOf(attendance, changed)).toEqual(file.rows);
  expect(fieldsOf(attendance, changed)).toEqual(file.fields);
});

it('replaces or adds, and fills the given rows that a file names', () => {
  const old = { 'rows.rows': 'r1', 'rows.r1.members': '7', 'field.year': '2026' };
  const file = { rows: [['', '', '8', '', '', '']], fields: {} };
  const after = (keep: boolean) =>
    Object.fromEntries(
      Object.entries({ ...old, ...importChanges(attendance, old, file, keep) }).filter(([, value]) => value),
    );
  expect(cellsOf(attendance, after(true)).map((row) => row[2])).toEqual(['7', '8']);
  expect(after(true)['field.year']).toBe('2026');
  expect(cellsOf(attendance, after(false)).map((row) => row[2])).toEqual(['8']);
  expect(after(false)['field.year']).toBeUndefined();
  const given = importChanges(summary, {}, { rows: [['Meetings held', '1', '2', '', '', '']], fields: {} }, false);
  expect(given).toMatchObject({ 'given.meetings.first-quarter': '1', 'given.meetings.second-quarter': '2' });
});
