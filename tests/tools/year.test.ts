/** A year of logs adds up to the annual summary: figures by quarter, told apart from what somebody wrote. */
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/reader/read.ts';
import { readCsv } from '../../src/tools/csv.ts';
import { fillChanges } from '../../src/tools/fill.ts';
import { cellsOf, importChanges } from '../../src/tools/form-sheet.ts';
import { summaryOf } from '../../src/tools/summary.ts';
import { yearOffers, yearsIn, type FilledForm } from '../../src/tools/year.ts';
import { root } from '../root.ts';

const { forms, templates } = readContent(root).site;
const summary = forms['annual-summary']!;
const sourceOf = (id: string, text: string): [string, FilledForm] => {
  const form = forms[id]!;
  const opened = readCsv(text, form);
  if ('problems' in opened) throw new Error(opened.problems.join());
  return [id, { form, sheet: importChanges(form, {}, opened, false) }];
};

/** Sixty meetings in 2026, each day as Excel in the US writes it; and some of 2025. */
const meetings = Array.from({ length: 60 }, (_, place) => {
  const month = (place % 12) + 1;
  return { month, day: 1 + Math.floor(place / 12) * 6, members: 10 + ((place * 7) % 23), guests: place % 5 };
});
const log = [
  'Date,Meeting,Members,Guests,Organizations,Counted by',
  ...meetings.map(({ month, day, members, guests }) => `${month}/${day}/2026,Full task force,${members},${guests},9,x`),
  '12/1/2025,Other,99,99,9,x',
].join('\n');
const trainings = [
  'Date,Topic or name of the course,For whom,Hours,Seats filled,Response?,Trainer or host,Sheets back',
  '2026-02-01,A,All members,2.5,20,Yes,x,10',
  '2026-02-09,B,Community,1,40,No,x,5',
  '2026-11-09,C,CPS,3,15,Yes,x,5',
].join('\n');
const sources = new Map([sourceOf('attendance-log', log), sourceOf('training-log', trainings)]);

describe('a year', () => {
  const { offers, problems } = yearOffers(summary, '2026', sources);
  const valueOf = (row: string, column: string): string | undefined => offers[`given.${row}.${column}`]?.value;
  const quarters = ['first-quarter', 'second-quarter', 'third-quarter', 'fourth-quarter'];

  it('has the numbers of an independent count', () => {
    quarters.forEach((quarter, place) => {
      let [count, members, guests] = [0, 0, 0];
      for (const meeting of meetings) {
        if (Math.ceil(meeting.month / 3) !== place + 1) continue;
        count += 1;
        members += meeting.members;
        guests += meeting.guests;
      }
      expect(['meetings', 'member-visits', 'guest-visits'].map((row) => valueOf(row, quarter))).toEqual(
        [count, members, guests].map(String),
      );
    });
    expect(quarters.map((quarter) => valueOf('member-trainings', quarter))).toEqual(['1', '0', '0', '1']);
    expect(quarters.map((quarter) => valueOf('community-seats', quarter))).toEqual(['40', '0', '0', '0']);
    expect(quarters.map((quarter) => valueOf('training-hours', quarter))).toEqual(['3.5', '0', '0', '3']);
    expect(problems).toEqual([]);
    expect(yearsIn(summary, sources)).toEqual(['2025', '2026']);
  });

  it('says where each figure came from, and goes on to the report to the state committee', () => {
    expect(new Set(Object.values(offers).map(({ from }) => from))).toEqual(
      new Set(['“Meeting attendance log”', '“Training and attendance log”']),
    );
    const sheet = fillChanges({}, offers);
    const rows = summaryOf(summary, cellsOf(summary, sheet), 1).rows;
    const total = meetings.reduce((sum, { members }) => sum + members, 0);
    expect(rows.find(({ label }) => label === 'Members at meetings, visits added up')!.cells.at(-1)).toBe(total);
    expect(rows.find(({ label }) => label === 'Meetings held')!.cells.at(-1)).toBe(60);
    // Each blank that takes a figure of this form finds its row and its column.
    const wanted = Object.values(templates['scc-annual-report']!.blanks).flatMap(({ from }) =>
      from?.startsWith('forms.annual-summary.') ? [from.split('.').slice(2)] : [],
    );
    expect(wanted.length).toBeGreaterThan(20);
    for (const [row, column] of wanted) {
      expect(summary.given.map(({ id }) => id)).toContain(row);
      expect(summary.columns.map(({ id }) => id)).toContain(column);
    }
  });

  it('leaves a quarter empty that has not come, and counts one without meetings as 0', () => {
    const half = new Map([
      sourceOf('attendance-log', 'Date,Meeting,Members,Guests,Organizations,Counted by\n2026-08-01,Other,5,1,1,x\n'),
    ]);
    const early = yearOffers(summary, '2026', half).offers;
    expect(quarters.map((quarter) => early[`given.meetings.${quarter}`]?.value)).toEqual(['0', '0', '1', undefined]);
  });

  it('names rows without a date and sums that are not clear, and fills in neither', () => {
    const unclear = new Map([
      sourceOf(
        'attendance-log',
        'Date,Meeting,Members,Guests,Organizations,Counted by\n2026-01-05,Other,25ish,2,1,x\nsome day,Other,3,3,1,x\n',
      ),
    ]);
    const found = yearOffers(summary, '2026', unclear);
    expect(found.offers['given.meetings.first-quarter']?.value).toBe('1');
    expect(found.offers['given.member-visits.first-quarter']).toBeUndefined();
    expect(found.problems).toEqual([
      '1 row of “Meeting attendance log” has no date that can be read and is not counted.',
      '“Members at meetings, visits added up”: a cell of “Meeting attendance log” holds no clear number, so nothing was filled in.',
    ]);
  });

  it('takes an agency’s totals with its small numbers hidden', () => {
    const form = forms['agency-totals']!;
    const sheet = { 'given.buyers.total': '4', 'given.youth-charges.total': '40', 'field.agency': 'Prosecutor' };
    const { offers } = yearOffers(summary, '2026', new Map([['agency-totals', { form, sheet }]]));
    expect(offers['given.buyers.whole-year']?.value).toBe('hidden');
    expect(offers['field.charges-from']?.value).toBe('Prosecutor');
  });
});

it('brings a figure up to date, but never one that somebody wrote over or took out', () => {
  const offer = (value: string) => ({ a: { value, from: 'x' }, b: { value, from: 'x' }, c: { value, from: 'x' } });
  const first = fillChanges({ c: 'mine' }, offer('1'));
  expect(first).toEqual({ a: '1', 'from.a': '1', b: '1', 'from.b': '1' });
  const written = { ...first, c: 'mine', b: '7' };
  expect(fillChanges(written, offer('2'))).toEqual({ a: '2', 'from.a': '2' });
  const { b: _, ...emptied } = written;
  expect(fillChanges(emptied, offer('2'))).toEqual({ a: '2', 'from.a': '2' });
});

it('knows every form, column, row and word that a form takes figures from', () => {
  for (const form of Object.values(forms)) {
    for (const { id, from } of form.given) {
      if (!from) continue;
      const other = forms[from.form]!;
      const columns = other.columns.map((column) => column.id);
      for (const column of [from.sum, from.day, from.column, ...from.where.map((one) => one.column)])
        if (column !== undefined) expect(columns, `${form.id}: ${id}`).toContain(column);
      if (from.row) expect(other.given.map((row) => row.id)).toContain(from.row);
      for (const { column, is = [], not = [] } of from.where)
        expect(other.columns.find((one) => one.id === column)!.options).toEqual(
          expect.arrayContaining([...is, ...not]),
        );
    }
    for (const column of Object.keys(form.members ?? {})) expect(form.columns.map(({ id }) => id)).toContain(column);
  }
});
