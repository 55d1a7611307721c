/** The line of dates under the bars of a plan: few marks, on days that people count by. */
import { months } from './dates.ts';
import { addDays, daysBetween, type Day } from './days.ts';

export interface DateMark {
  /** Where it stands, from 0 (the first day) to 1 (the end). */
  at: number;
  /** “Jan 2027”, “Apr”, “Jan 12”. */
  label: string;
}

/** More marks than this do not fit side by side. */
const most = 8;
const short = months.map((name) => name.slice(0, 3));

/** A mark nearer to the end has no room for its words. */
const edge = 0.95;

/** The marks from one day to the day after the last one: by weeks for up to four months, then by months, quarters or years. */
export function dateMarks(from: Day, to: Day): DateMark[] {
  return marksBetween(from, to).filter(({ at }) => at < edge);
}

function marksBetween(from: Day, to: Day): DateMark[] {
  const days = daysBetween(from, to);
  if (days <= 120) {
    const wide = [7, 14, 28].find((width) => days / width < most) ?? 28;
    return Array.from({ length: Math.ceil(days / wide) }, (_, index) => ({
      at: (index * wide) / days,
      label: dayLabel(addDays(from, index * wide)),
    }));
  }
  // Months since the year 0; the first whole month that begins within the plan.
  const first = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - (from.endsWith('-01') ? 1 : 0);
  const beyond = Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - (to.endsWith('-01') ? 1 : 0);
  const wide = [1, 2, 3, 6, 12, 24, 60, 120].find((width) => (beyond - first) / width < most) ?? 240;
  const start = Math.ceil(first / wide) * wide;
  return Array.from({ length: Math.max(0, Math.ceil((beyond - start) / wide)) }, (_, index) => {
    const month = start + index * wide;
    const name = short[month % 12]!;
    return {
      at: daysBetween(from, firstOf(month)) / days,
      label: index === 0 || month % 12 === 0 ? `${name} ${Math.floor(month / 12)}` : name,
    };
  });
}

const firstOf = (month: number): Day => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
const dayLabel = (day: Day): string => `${short[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(8))}`;
