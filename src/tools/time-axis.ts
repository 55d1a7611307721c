/** The bars of a timeline on a line of time: where they stand, the marks under them, and all that they show in words. */
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
  const to = Math.max(0, ...steps.map(({ start, length }) => start + length));
  const [fine, wide] = marks[unit];
  const mark = (to - earliest) / fine > 13 ? wide : fine;
  const from = Math.floor(earliest / mark) * mark;
  const ticks = Array.from({ length: Math.floor((to - from) / mark) + 1 }, (_, index) => {
    const at = from + index * mark;
    return { at, label: at === 0 && around ? around : String(unit === 'days' ? at / 7 : at).replace('-', minus) };
  });
  const first = ticks[0]!;
  if (first.label !== around) first.label = `${unit === 'days' ? 'week' : 'month'} ${first.label}`;
  const before = earliest < 0 ? [`from ${inWords(-earliest, unit)} before ${around}`] : [];
  const after =
    to > 0
      ? [
          earliest < 0
            ? `to ${inWords(to, unit)} after it`
            : `over ${inWords(to, unit)}${around ? ` after ${around}` : ''}`,
        ]
      : [];
  const bars = steps.length === 1 ? 'A bar for one step' : `A bar for each of ${steps.length} steps`;
  return { from, to, ticks, alt: `${[bars, ...before, ...after].join(' ')}; the list below says the same in words.` };
}

/** The drawing of a timeline: a bar for each step, one below the other, and marks with words under them. */
export interface TimeBars {
  width: number;
  height: number;
  /** Where the lines of the marks end. */
  bottom: number;
  /** `label`: empty where there is no room. `beside`: where the words of a mark stand. `crowded`: they have no room in large letters. */
  marks: { x: number; label: string; beside: { x: number; y: number; anchor: 'start' | 'end' }; crowded: boolean }[];
  bars: { x: number; y: number; width: number; height: number }[];
  alt: string;
}
/** The size of the letters under the bars, and on narrow screens, where the drawing is small; no letter is wider than `em` times that on average. */
export const letters = 13;
export const largeLetters = 24;
const em = 0.55;

/** The same drawing for pages and files. */
export function timeBars(timeline: Schedule): TimeBars {
  const steps = timeline.periods.flatMap((period) => period.steps);
  const { from, to, ticks, alt } = timeAxis(timeline);
  const [width, row] = [720, 14];
  const bottom = steps.length * row;
  // The last line stands within the drawing, too.
  const scaled = (amount: number) => Math.round(((amount * (width - 1)) / (to - from)) * 10) / 10;
  const placed = ticks.map(({ at, label }) => {
    const x = scaled(at - from) + 0.5;
    return { x, label, beside: { ...besideMark(x, label, width), y: bottom + 16 }, matters: at === from || at === 0 };
  });
  const small = withRoom(placed, letters);
  const large = withRoom(placed, largeLetters);
  const marks = placed.map((mark) => ({
    x: mark.x,
    label: small.has(mark) ? mark.label : '',
    beside: mark.beside,
    crowded: !large.has(mark),
  }));
  return {
    width,
    height: bottom + 22,
    bottom,
    marks,
    bars: steps.map(({ start, length }, index) => ({
      x: scaled(start - from),
      y: index * row + 2,
      width: scaled(length),
      height: row - 4,
    })),
    alt,
  };
}

/** Where the words of a mark stand: behind its line, or before it where they would run off the drawing. */
function besideMark(x: number, label: string, width: number): { x: number; anchor: 'start' | 'end' } {
  const fits = x + 3 + label.length * letters * em <= width;
  return fits ? { x: x + 3, anchor: 'start' } : { x: x - 3, anchor: 'end' };
}

/** The marks whose words have room in letters of a size, with the space of one letter between them; those that matter first. */
function withRoom<Mark extends Pick<TimeBars['marks'][number], 'label' | 'beside'> & { matters: boolean }>(
  marks: readonly Mark[],
  size: number,
): Set<Mark> {
  const taken = new Map<Mark, { start: number; end: number }>();
  for (const mark of [...marks].sort((a, b) => Number(b.matters) - Number(a.matters))) {
    const length = mark.label.length * size * em;
    const start = mark.beside.anchor === 'start' ? mark.beside.x : mark.beside.x - length;
    const end = start + length + size * em;
    if ([...taken.values()].every((other) => end <= other.start || start >= other.end)) taken.set(mark, { start, end });
  }
  return new Set(taken.keys());
}

/** “18 months”, “4 weeks”, “10 days”. */
export function inWords(amount: number, unit: Schedule['unit']): string {
  const [count, noun] =
    unit === 'days' && amount % 7 === 0 && amount > 0 ? [amount / 7, 'week'] : [amount, unit.slice(0, -1)];
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
