/**
 * What people and spreadsheets write into cells, read where it is plain: Excel in the US turns 2026-01-05 into 1/5/2026, and 1234 into
 * 1,234. What is not plain is never guessed: it stays as it was written. Pure.
 */
import { months } from './dates.ts';
import { isDay, type Day } from './days.ts';

const names = months.map((name) => name.toLowerCase());
/** Serial numbers of days in a spreadsheet, from 1954 to 2119. */
const serials = { first: 20_000, last: 80_000 };

/** Control characters that came along from another program become spaces; line breaks stay. */
export function withoutControls(text: string): string {
  return text.replace(/\r\n?|\u2028|\u2029|\v/g, '\n').replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00A0]/g, ' ');
}

/**
 * The day that somebody wrote, or undefined where it cannot be known: 2026-01-05, 1/5/2026, 1/5/26, 5-Jan-26, January 5, 2026,
 * 05.01.2026, with or without a time, or the number that a spreadsheet keeps for it. Slashes mean month first, as in the United States.
 */
export function dayFrom(text: string): Day | undefined {
  const words = withoutControls(text)
    .trim()
    .replace(/\s+/g, ' ')
    // The time of day, the name of the weekday, and what follows a number: 5th.
    .replace(/[ T,]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]\.?m\.?)?(Z|[+-]\d{2}:?\d{2})?$/i, '')
    .replace(/^(sun|mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur)(day)?\.?,? /i, '')
    .replace(/\b(\d{1,2})(st|nd|rd|th)\b/i, '$1');
  const named = (name: string): number =>
    names.findIndex((full) => full.startsWith(name.slice(0, 3).toLowerCase())) + 1;
  // “Jan”, “Janu”, “January”; “J” could be three of them.
  const isMonth = (name: string): boolean =>
    name.length >= 3 && names.some((full) => full.startsWith(name.toLowerCase()));
  let found = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(words);
  if (found) return dayOf(found[1]!, Number(found[2]), found[3]!);
  found = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(words);
  if (found) return dayOf(found[3]!, Number(found[1]), found[2]!);
  found = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(words);
  if (found) return dayOf(found[3]!, Number(found[1]), found[2]!);
  // Points are written where the day comes first.
  found = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})$/.exec(words);
  if (found) return dayOf(found[3]!, Number(found[2]), found[1]!);
  found = /^(\d{1,2})[- ]([a-z]+)\.?,?[- ](\d{4}|\d{2})$/i.exec(words);
  if (found && isMonth(found[2]!)) return dayOf(found[3]!, named(found[2]!), found[1]!);
  found = /^([a-z]+)\.? (\d{1,2}),? (\d{4})$/i.exec(words);
  if (found && isMonth(found[1]!)) return dayOf(found[3]!, named(found[1]!), found[2]!);
  const serial = /^\d{5}(\.\d+)?$/.test(words) ? Math.floor(Number(words)) : 0;
  return serial >= serials.first && serial <= serials.last
    ? new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
    : undefined;
}

/** True where a date with slashes can only have its day first, as 13/1/2026: then the others of its column cannot be known. */
export function hasDayFirst(text: string): boolean {
  const [, first, second] = /^\s*(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})\b/.exec(text) ?? [];
  return Number(first) > 12 && Number(second) <= 12;
}

function dayOf(year: string, month: number, date: string): Day | undefined {
  const full = year.length === 2 ? `${Number(year) < 70 ? 20 : 19}${year}` : year;
  const day = `${full}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

/** A plain number as digits: “1,234” → “1234”, “12.0” → “12”, “$1,200” → “1200”; undefined for all else. */
export function digitsFrom(text: string): string | undefined {
  const words = withoutControls(text).trim();
  if (!/^\$? ?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(words)) return undefined;
  const digits = words.replace(/[$,\s]/g, '').replace(/\.0+$/, '');
  return digits.replace(/^0+(?=\d)/, '');
}

/** The choice that somebody means, whatever its case and spaces; undefined for all else. */
export function choiceFrom(text: string, options: readonly string[]): string | undefined {
  const bare = (words: string): string => withoutControls(words).replace(/\s+/g, ' ').trim().toLowerCase();
  const meant = bare(text);
  const isYesNo = options.length === 2 && options[0] === 'Yes' && options[1] === 'No';
  const short: Record<string, string> = isYesNo ? { y: 'yes', true: 'yes', n: 'no', false: 'no' } : {};
  return options.find((option) => bare(option) === (short[meant] ?? meant));
}
