/** The line of time under the bars of a timeline: where it begins and ends, its marks, and all that the bars show in words. */
import type { Schedule } from './plan.ts';

export interface TimeAxis {
  /** In the unit of the timeline. */
  from: number;
  to: number;
  /** Marks with short words: months by quarters, days by weeks. */
  ticks: { at: number; label: string }[];
  alt: string;
}

/** The distance between marks; the wider one where there would be more than 13. */
const marks = { months: [3, 12], days: [7, 28] } as const;
/** Shown instead of a hyphen before a number. */
const minus = '\u2212';

export function timeAxis({ unit, around, periods }: Schedule): TimeAxis {
  const steps = periods.flatMap((period) => period.steps);
  const earliest = Math.min(0, ...steps.map(({ start }) => start));
  const to = Math.max(...steps.map(({ start, length }) => start + length));
  const [fine, wide] = marks[unit];
  const mark = (to - earliest) / fine > 13 ? wide : fine;
  const from = Math.floor(earliest / mark) * mark;
  const ticks = Array.from({ length: Math.floor((to - from) / mark) + 1 }, (_, index) => {
    const at = from + index * mark;
    return { at, label: at === 0 && around ? around : String(unit === 'days' ? at / 7 : at).replace('-', minus) };
  });
  const first = ticks[0]!;
  if (first.label !== around) first.label = `${unit === 'days' ? 'week' : 'month'} ${first.label}`;
  const span = around ? `from ${inWords(-from, unit)} before ${around} to ${inWords(to, unit)} after it` : `over ${inWords(to, unit)}`;
  return { from, to, ticks, alt: `A bar for each of ${steps.length} steps ${span}; the list below says the same in words.` };
}

/** “18 months”, “4 weeks”, “10 days”. */
export function inWords(amount: number, unit: Schedule['unit']): string {
  const [count, noun] = unit === 'days' && amount % 7 === 0 && amount > 0 ? [amount / 7, 'week'] : [amount, unit.slice(0, -1)];
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
