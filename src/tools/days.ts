/** Days of a calendar as `YYYY-MM-DD`, without times and time zones: the same everywhere. */

/** `2026-11-22`. Sorts as text. */
export type Day = string;

const ms = 86_400_000;
const at = (day: Day) => Date.parse(`${day}T00:00:00Z`);
const dayAt = (time: number): Day => new Date(time).toISOString().slice(0, 10);

/** True for a day that exists, in the years 1000 to 9999: not `2026-02-30`. */
export function isDay(text: string): boolean {
  return /^[1-9]\d{3}-\d\d-\d\d$/.test(text) && !Number.isNaN(at(text)) && dayAt(at(text)) === text;
}

/** The day on the clock of this device. */
export function today(): Day {
  return new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** The day so many whole days later, or earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return dayAt(at(day) + days * ms);
}

/** How many days from one day to another; negative when the other comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((at(to) - at(from)) / ms);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(at(day)).getUTCDay();
}

/**
 * The day so many months later, or earlier when negative. Whole months keep the day of the month, or the last one where a month
 * is too short: January 31 + 1 is February 28. A part of a month is a share of 30 days, so that half a month is always 15 days,
 * and never reaches the next whole one.
 */
export function addMonths(day: Day, months: number): Day {
  // Months that were added up carry a trail of digits: 0.2 + 0.7 + 0.1 is a little less than 1.
  const exact = Math.round(months * 1e6) / 1e6;
  const whole = Math.floor(exact);
  const from = addWholeMonths(day, whole);
  return addDays(
    from,
    Math.min(Math.round((exact - whole) * 30), daysBetween(from, addWholeMonths(day, whole + 1)) - 1),
  );
}

/** How many months from one day to another: {@link addMonths} comes back to the second day. */
export function monthsBetween(from: Day, to: Day): number {
  const near = monthOf(to) - monthOf(from);
  const whole = addWholeMonths(from, near) <= to ? near : near - 1;
  // A 31st day is still less than a month.
  return whole + Math.min(daysBetween(addWholeMonths(from, whole), to) / 30, 0.995);
}

/** Months since the year 0. */
const monthOf = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

function addWholeMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayAt(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}
