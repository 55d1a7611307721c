/** Days as people and spreadsheets spell them: every plain spelling of every day, and never a day out of something else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDay } from '../../src/tools/days.ts';
import { dayFrom } from '../../src/tools/written-values.ts';

const days = fc
  .integer({ min: Date.UTC(1970, 0, 1) / 86_400_000, max: Date.UTC(2069, 11, 31) / 86_400_000 })
  .map((count) => new Date(count * 86_400_000).toISOString().slice(0, 10));
const two = (number: number) => String(number).padStart(2, '0');
const name = (month: number, style: 'long' | 'short') =>
  new Date(Date.UTC(2026, month - 1, 1)).toLocaleString('en-US', { month: style, timeZone: 'UTC' });

/** Each way to write a day. */
const spellings: Record<string, (year: number, month: number, day: number) => string> = {
  iso: (y, m, d) => `${y}-${two(m)}-${two(d)}`,
  'iso, short': (y, m, d) => `${y}-${m}-${d}`,
  'year first, slashes': (y, m, d) => `${y}/${m}/${d}`,
  'US Excel': (y, m, d) => `${m}/${d}/${y}`,
  'US, two digits': (y, m, d) => `${two(m)}/${two(d)}/${two(y % 100)}`,
  'US with a time': (y, m, d) => `${m}/${d}/${y} 0:00`,
  'US with a time of the afternoon': (y, m, d) => `${m}/${d}/${y} 3:45:10 PM`,
  'US with dashes': (y, m, d) => `${two(m)}-${two(d)}-${y}`,
  'day first, points': (y, m, d) => `${two(d)}.${two(m)}.${y}`,
  'Excel, month in letters': (y, m, d) => `${d}-${name(m, 'short')}-${two(y % 100)}`,
  'in words': (y, m, d) => `${name(m, 'long')} ${d}, ${y}`,
  'in words, ordinal': (y, m, d) => `${name(m, 'long').toUpperCase()} ${d}${d === 1 ? 'st' : 'th'}, ${y}`,
  'with the weekday': (y, m, d) =>
    `${new Date(Date.UTC(y, m - 1, d)).toLocaleString('en-US', { weekday: 'long', timeZone: 'UTC' })}, ${name(m, 'short')}. ${d}, ${y}`,
  'day first in words': (y, m, d) => `${d} ${name(m, 'long')} ${y}`,
  'serial number': (y, m, d) => String(Date.UTC(y, m - 1, d) / 86_400_000 + 25_569),
  'ISO with a time': (y, m, d) => `${y}-${two(m)}-${two(d)}T00:00:00.000Z`,
};

describe('a day', () => {
  it.each(Object.keys(spellings))('is read as it is written: %s', (way) => {
    const blanks = fc.constantFrom('', ' ', '\u00a0', '\t');
    fc.assert(
      fc.property(days, blanks, blanks, (day, before, after) => {
        const [year, month, date] = day.split('-').map(Number) as [number, number, number];
        // Serial numbers are read from 1954 to 2119.
        expect(dayFrom(before + spellings[way]!(year, month, date) + after)).toBe(day);
      }),
    );
  });

  it('is never made of words that are none, and always exists', () => {
    const parts = fc.constantFrom(
      ...'0123456789/-. ,'.split(''),
      'Jan',
      'february',
      'th',
      'PM',
      ':',
      '12',
      '2026',
      'ca.',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(parts, { maxLength: 9 }).map((all) => all.join('')),
        ),
        (words) => {
          const day = dayFrom(words);
          if (day !== undefined) expect([words, isDay(day)]).toEqual([words, true]);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it.each([
    '',
    'soon',
    '2/30/2026',
    '13/13/2026',
    '2026-00-10',
    'Jan 2026',
    '5',
    '1234',
    '~1/5/2026',
    '1/5',
    'May',
    'Q1 2026',
  ])('cannot be known from “%s”', (words) => expect(dayFrom(words)).toBeUndefined());
});
