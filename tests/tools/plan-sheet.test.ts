import { describe, expect, it } from 'vitest';
import { dateMarks } from '../../src/tools/date-axis.ts';
import { datesInWords, movedInWords, planIn, planInWords, scheduleOf } from '../../src/tools/plan-sheet.ts';
import { readContent } from '../../src/reader/read.ts';
import { root } from '../root.ts';

const { site } = readContent(root);
const months = scheduleOf(site.timelines['first-18-months']!);
const meeting = scheduleOf(site.timelines['meeting-cycle']!);
const dates = (sheet: Record<string, string>, id: string) =>
  datesInWords(planIn(months, sheet).planned.find(({ step }) => step.id === id)!);

it('plans nothing without a start, and says nothing is wrong', () => {
  expect(planIn(months, {})).toEqual({ planned: [], problems: {} });
  expect(planInWords(planIn(months, {}))).toBe('');
});

it('gives every step its dates', () => {
  expect(dates({ 'plan.start': '2027-01-15' }, 'confirm-partners')).toBe('January 15 to April 14, 2027');
  expect(dates({ 'plan.start': '2026-11-01' }, 'confirm-partners')).toBe('November 1, 2026 to January 31, 2027');
  expect(datesInWords({ start: '2027-01-12', end: '2027-01-13' })).toBe('January 12, 2027');
});

it('moves what follows a longer step, and a step with a day of its own', () => {
  expect(dates({ 'plan.start': '2027-01-15', 'plan.length.map-gaps': '4' }, 'review-map')).toBe(
    'May 15 to August 14, 2027',
  );
  expect(dates({ 'plan.start': '2027-01-15', 'plan.starts.review-map': '2027-06-01' }, 'review-map')).toBe(
    'June 1 to August 31, 2027',
  );
});

it.each([
  ['plan.start', '2027-02-30', /“2027-02-30” is not a day from 2000 to 2099/],
  ['plan.start', '1999-12-31', /not a day from 2000/],
  ['plan.starts.map-gaps', 'soon', /“soon” is not a day/],
  ['plan.length.map-gaps', '0', /“0” does not work here\. Write a number from 0\.25 to 60\./],
  ['plan.length.map-gaps', '61', /does not work/],
  ['plan.length.map-gaps', 'NaN', /does not work/],
  ['plan.length.map-gaps', '1e999', /does not work/],
  ['plan.length.map-gaps', 'x'.repeat(200), /^“x{40}”/],
])('explains %s = %s, and plans the rest as given', (field, value, words) => {
  const plan = planIn(months, { 'plan.start': '2027-01-15', [field]: value });
  expect(plan.problems).toEqual({ [field]: expect.stringMatching(words) });
  expect(plan.planned.map(({ start, end }) => [start, end])).toEqual(
    field === 'plan.start'
      ? []
      : planIn(months, { 'plan.start': '2027-01-15' }).planned.map(({ start, end }) => [start, end]),
  );
});

describe('around a meeting', () => {
  it('repeats as given or as chosen', () => {
    expect(planIn(meeting, { 'plan.start': '2027-01-12' }).repeats).toEqual({ weeks: 13, count: 4 });
    const chosen = planIn(meeting, { 'plan.start': '2027-01-12', 'plan.weeks': '8', 'plan.count': '2' });
    expect(planInWords(chosen, meeting.around)).toBe(
      '16 steps, December 15, 2026 to February 1, 2027. The meeting: January 12, 2027; March 9, 2027. The list ' +
        'shows the first round, the calendar file all of them.',
    );
    expect(planIn(meeting, { 'plan.start': '2027-01-12', 'plan.count': '1' }).repeats).toBeUndefined();
    expect(planIn(meeting, { 'plan.count': '1.5' }).problems).toEqual({
      'plan.count': expect.stringContaining('whole number from 1 to 52'),
    });
  });
});

it('says what a change moved beside the step itself', () => {
  const plan = (sheet: Record<string, string>) => planIn(months, { 'plan.start': '2027-01-15', ...sheet }).planned;
  expect(movedInWords(plan({}), plan({ 'plan.length.map-gaps': '4' }), 'map-gaps')).toBe(
    '18 other steps moved. The plan now ends on August 14, 2028.',
  );
  expect(movedInWords(plan({}), plan({ 'plan.length.keep-refining': '5' }), 'keep-refining')).toBe(
    'No other step moved. The plan ends on the same day.',
  );
  expect(movedInWords([], plan({}))).toBe('');
});

it('marks the line of dates where people count', () => {
  const labels = (from: string, to: string) => dateMarks(from, to).map(({ label }) => label);
  expect(labels('2027-01-15', '2028-07-15')).toEqual(['Apr 2027', 'Jul', 'Oct', 'Jan 2028', 'Apr']);
  expect(labels('2027-01-01', '2028-01-01')).toEqual(['Jan 2027', 'Mar', 'May', 'Jul', 'Sep', 'Nov']);
  expect(labels('2026-12-15', '2027-02-02')).toEqual([
    'Dec 15',
    'Dec 22',
    'Dec 29',
    'Jan 5',
    'Jan 12',
    'Jan 19',
    'Jan 26',
  ]);
  expect(dateMarks('2027-01-01', '2028-01-01').map(({ at }) => Math.round(at * 365))).toEqual([
    0, 59, 120, 181, 243, 304,
  ]);
  for (const to of ['2027-01-02', '2027-05-02', '2027-12-31', '2031-03-05', '2099-12-31'])
    expect(dateMarks('2027-01-01', to).length).toBeLessThanOrEqual(8);
});
