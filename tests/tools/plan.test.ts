import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, isDay, monthsBetween, weekdayOf } from '../../src/tools/days.ts';
import { planOf, roundsOf, type Changes, type Schedule } from '../../src/tools/plan.ts';
import { readContent } from '../../src/reader/read.ts';
import { timeAxis } from '../../src/tools/time-axis.ts';
import { formatProblem } from '../../src/prose/problem.ts';
import { root, sinkWith } from '../root.ts';

const aDay = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays('1900-01-01', days));
const { site } = readContent(root);

describe('days', () => {
  it('counts whole months by the calendar and parts of one in days', () => {
    expect(['2027-01-31', '2028-01-31'].map((day) => addMonths(day, 1))).toEqual(['2027-02-28', '2028-02-29']);
    expect(addMonths('2027-03-31', -1)).toBe('2027-02-28');
    expect(addMonths('2027-01-01', 18)).toBe('2028-07-01');
    expect(addMonths('2027-01-01', 1.5)).toBe('2027-02-16');
    expect(addMonths('2027-01-15', 0.5)).toBe('2027-01-30');
    expect(addMonths('2027-01-01', -0.5)).toBe('2026-12-16');
    expect(addMonths('2027-02-01', 0.99)).toBe('2027-02-28');
    // Sums that fall a little short of a whole number.
    expect([0.2 + 0.7 + 0.1, 0.3 + 2.3 + 0.4].map((months) => addMonths('2027-01-01', months))).toEqual([
      '2027-02-01',
      '2027-04-01',
    ]);
    expect(weekdayOf('2027-01-12')).toBe(2);
    expect(['2027-02-29', '2027-2-1', '0000-01-01', '2028-02-29', 'soon'].map(isDay)).toEqual([
      false,
      false,
      false,
      true,
      false,
    ]);
  });

  it('comes back to the day it counted to, from any day', () => {
    fc.assert(
      fc.property(
        aDay,
        aDay,
        (from, to) => addMonths(from, monthsBetween(from, to)) === to && addDays(from, daysBetween(from, to)) === to,
      ),
      { numRuns: 2000 },
    );
  });

  it('never goes back when more is added', () => {
    const months = fc.integer({ min: -240, max: 240 }).map((quarters) => quarters / 4);
    fc.assert(
      fc.property(
        aDay,
        months,
        months,
        (day, a, b) => a <= b === addMonths(day, a) <= addMonths(day, b) || addMonths(day, a) === addMonths(day, b),
      ),
      { numRuns: 2000 },
    );
  });
});

/** Start and length by id, in two periods. */
const schedule = (
  unit: Schedule['unit'],
  first: Record<string, [number, number]>,
  second: Record<string, [number, number]> = {},
): Schedule => {
  const steps = (all: Record<string, [number, number]>) =>
    Object.entries(all).map(([id, [start, length]]) => ({ id, start, length }));
  return {
    unit,
    periods: [
      { id: 'first', title: 'First', steps: steps(first) },
      { id: 'second', title: 'Second', steps: steps(second) },
    ],
  };
};
const datesOf = (timeline: Schedule, start: string, changes?: Changes) =>
  Object.fromEntries(planOf(timeline, start, changes).map(({ step, start: from, end }) => [step.id, `${from} ${end}`]));

describe('planOf', () => {
  const quarters = schedule('months', { a: [0, 3], b: [0, 3] }, { c: [3, 3], d: [4, 1] });

  it('dates every step, ends being the day after the last', () => {
    expect(datesOf(quarters, '2027-01-01')).toEqual({
      a: '2027-01-01 2027-04-01',
      b: '2027-01-01 2027-04-01',
      c: '2027-04-01 2027-07-01',
      d: '2027-05-01 2027-06-01',
    });
    expect(planOf(quarters, '2027-01-01').map(({ period }) => period)).toEqual(['first', 'first', 'second', 'second']);
  });

  it('moves what comes after a longer step, once, however many steps beside it take longer', () => {
    const later = { c: '2027-05-01 2027-08-01', d: '2027-06-01 2027-07-01' };
    expect(datesOf(quarters, '2027-01-01', { lengths: { a: 4 } })).toEqual({
      a: '2027-01-01 2027-05-01',
      b: '2027-01-01 2027-04-01',
      ...later,
    });
    expect(datesOf(quarters, '2027-01-01', { lengths: { a: 4, b: 4 } })).toMatchObject(later);
  });

  it('adds up along a row, and waits for the slowest of those beside one another', () => {
    expect(
      datesOf(schedule('days', { a: [0, 7], b: [7, 7], c: [14, 7] }), '2027-01-01', { lengths: { a: 8, b: 9 } }),
    ).toEqual({ a: '2027-01-01 2027-01-09', b: '2027-01-09 2027-01-18', c: '2027-01-18 2027-01-25' });
    expect(datesOf(quarters, '2027-01-01', { lengths: { a: 1 } })).toMatchObject({ c: '2027-04-01 2027-07-01' });
    expect(datesOf(quarters, '2027-01-01', { lengths: { a: 1, b: 2 } })).toMatchObject({
      c: '2027-03-01 2027-06-01',
      d: '2027-04-01 2027-05-01',
    });
  });

  it('keeps the day of the meeting and starts earlier before it', () => {
    const meeting = schedule(
      'days',
      { early: [-28, 14], agenda: [-14, 7], send: [-7, 1] },
      { run: [0, 1], minutes: [1, 1] },
    );
    expect(datesOf(meeting, '2027-01-29', { lengths: { agenda: 10, run: 2 } })).toEqual({
      early: '2026-12-29 2027-01-12',
      agenda: '2027-01-12 2027-01-22',
      send: '2027-01-22 2027-01-23',
      run: '2027-01-29 2027-01-31',
      minutes: '2027-01-31 2027-02-01',
    });
  });

  it('starts a step on the day that somebody chose, and what comes after waits for it', () => {
    expect(datesOf(quarters, '2027-01-31', { starts: { b: '2027-03-20' } })).toMatchObject({
      a: '2027-01-31 2027-04-30',
      b: '2027-03-20 2027-06-20',
      c: '2027-06-20 2027-09-20',
    });
    const meeting = schedule('days', { agenda: [-14, 7], send: [-7, 1] });
    expect(datesOf(meeting, '2027-01-29', { starts: { send: '2027-01-20' } })).toEqual({
      agenda: '2027-01-13 2027-01-20',
      send: '2027-01-20 2027-01-21',
    });
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a length of %s', (length) => {
    expect(() => planOf(quarters, '2027-01-01', { lengths: { a: length } })).toThrow(/the step `a` cannot take/);
  });

  it('repeats on the same day of the week', () => {
    const rounds = roundsOf({ repeats: { weeks: 13, count: 4 } }, '2027-01-12');
    expect(rounds).toEqual(['2027-01-12', '2027-04-13', '2027-07-13', '2027-10-12']);
    expect(roundsOf({}, '2027-01-12')).toEqual(['2027-01-12']);
  });
});

describe('any timeline, any change', () => {
  const spans = fc.array(
    fc.record({
      start: fc.integer({ min: -20, max: 40 }),
      length: fc.integer({ min: 1, max: 12 }),
      changed: fc.integer({ min: 1, max: 24 }),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const cases = spans.map((all) => {
    const steps = all.map(({ start, length }, index) => ({ id: `s${index}`, start, length }));
    return {
      timeline: { unit: 'days' as const, periods: [{ id: 'p', title: 'P', steps }] },
      lengths: Object.fromEntries(all.map(({ changed }, index) => [`s${index}`, changed])),
    };
  });
  const start = '2027-06-01';

  it('keeps the order: what was to end before another starts still does, on each side of day 0', () => {
    fc.assert(
      fc.property(cases, ({ timeline, lengths }) => {
        const plan = planOf(timeline, start, { lengths });
        for (const one of plan) {
          for (const other of plan) {
            const sameSide = one.step.start < 0 === other.step.start < 0;
            if (sameSide && one.step.start + one.step.length <= other.step.start)
              expect(one.end <= other.start).toBe(true);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('moves nothing when nothing changes, and never a step that nothing came before', () => {
    fc.assert(
      fc.property(cases, ({ timeline, lengths }) => {
        for (const { step, start: from, end } of planOf(timeline, start))
          expect([from, end]).toEqual([addDays(start, step.start), addDays(start, step.start + step.length)]);
        const { steps } = timeline.periods[0]!;
        for (const { step, start: from } of planOf(timeline, start, { lengths })) {
          if (step.start >= 0 && !steps.some((other) => other.start >= 0 && other.start + other.length <= step.start))
            expect(from).toBe(addDays(start, step.start));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('moves a plan as a whole with its start', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: -500, max: 500 }), ({ timeline, lengths }, days) => {
        const here = planOf(timeline, start, { lengths });
        const there = planOf(timeline, addDays(start, days), { lengths });
        expect(there.map((step) => step.start)).toEqual(here.map((step) => addDays(step.start, days)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the timelines of the toolkits', () => {
  it('can be planned, the meeting falling on day 0', () => {
    const meeting = planOf(site.timelines['meeting-cycle']!, '2027-01-12');
    expect(meeting.find(({ step }) => step.id === 'run')).toMatchObject({ start: '2027-01-12', end: '2027-01-13' });
    expect(meeting[0]).toMatchObject({ start: '2026-12-15', period: 'four-weeks-before' });
    expect(planOf(site.timelines['first-18-months']!, '2027-01-01').at(-1)).toMatchObject({
      start: '2028-01-01',
      end: '2028-07-01',
    });
  });

  it('stand on a line of quarters or weeks', () => {
    const axis = timeAxis(site.timelines['meeting-cycle']!);
    expect(axis.ticks.map(({ label }) => label)).toEqual(['week −4', '−3', '−2', '−1', 'the meeting', '1', '2', '3']);
    expect(axis.alt).toBe(
      'A bar for each of 16 steps from 4 weeks before the meeting to 3 weeks after it; the list below says the same in words.',
    );
    expect(timeAxis(site.timelines['first-18-months']!)).toMatchObject({
      from: 0,
      to: 18,
      alt: 'A bar for each of 23 steps over 18 months; the list below says the same in words.',
    });
  });

  it.each<[string, [string, string], RegExp]>([
    [
      'a step before the start',
      ['start: 0', 'start: -1'],
      /plan\.yaml:13: the step starts before the timeline does\. Start at 0, or say with `around`/,
    ],
    [
      'half a day',
      ['start: 1, length: 2 }', 'start: 1, length: 0.5 }\nunit: days'],
      /plan\.yaml:14: days are whole numbers\. Write 1, 2, 3/,
    ],
    [
      'months that repeat',
      ['periods:', 'repeats: { weeks: 4, count: 2 }\nperiods:'],
      /plan\.yaml:9: only a plan in days can repeat/,
    ],
    ['too many months', ['length: 2 }', 'length: 61 }'], /plan\.yaml:14: the step ends after more than 60 months/],
  ])('explain %s', (_name, edit, expected) => {
    expect(readContent(sinkWith({ 'timelines/plan.yaml': edit })).problems.map(formatProblem)).toEqual([
      expect.stringMatching(expected),
    ]);
  });
});
