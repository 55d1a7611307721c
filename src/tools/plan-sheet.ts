/**
 * The plan that somebody made of a timeline. What is written is a sheet:
 *
 *   plan.start             2027-01-15   the first day, or the day of the meeting
 *   plan.length.ask        4            a step that takes longer or shorter, in the unit of the timeline
 *   plan.starts.ask        2027-03-01   a step that starts on a day of its own
 *   plan.weeks, plan.count 13, 4        how a plan around a meeting repeats
 *   plan.series            2027-01-12   the day of the meeting when its calendar was first made
 */
import { longDate } from './dates.ts';
import { addDays, isDay, type Day } from './days.ts';
import type { Sheet } from './sheet.ts';
import { planOf, roundsOf, type Changes, type PlannedStep, type Schedule, type TimedStep } from './plan.ts';

export interface Plan<Step extends TimedStep = TimedStep> {
  /** Undefined until a day is chosen that exists. */
  start?: Day;
  /** Empty without a start. */
  planned: PlannedStep<Step>[];
  repeats?: { weeks: number; count: number };
  /** What cannot be used as it is written, by the name of the field, in words for its writer. Everything else is planned. */
  problems: Record<string, string>;
}

/** The days that can be planned. */
export const firstDay: Day = '2000-01-01';
export const lastDay: Day = '2099-12-31';
/** The longest step in each unit; months also come in quarters. */
export const longest = { months: 60, days: 365 } as const;
export const shortest = { months: 0.25, days: 1 } as const;

/** What planning needs of a timeline, without its words. */
export function scheduleOf({ unit, around, repeats, periods }: Schedule): Schedule {
  return {
    unit,
    around,
    repeats,
    periods: periods.map(({ id, title, steps }) => ({
      id,
      title,
      steps: steps.map(({ id: step, start, length }) => ({ id: step, start, length })),
    })),
  };
}

/** The plan in a sheet. What is wrong in it changes nothing and is reported. */
export function planIn<Step extends TimedStep>(schedule: Schedule<Step>, sheet: Sheet): Plan<Step> {
  const problems: Record<string, string> = {};
  const dayIn = (field: string): Day | undefined => {
    const value = sheet[field];
    if (!value) return undefined;
    if (isDay(value) && value >= firstDay && value <= lastDay) return value;
    problems[field] = `“${value.slice(0, 40)}” is not a day from 2000 to 2099. Choose another one.`;
    return undefined;
  };
  const numberIn = (field: string, least: number, most: number, whole: boolean): number | undefined => {
    const value = sheet[field];
    if (!value) return undefined;
    const number = Number(value);
    if (number >= least && number <= most && (!whole || Number.isInteger(number))) return number;
    problems[field] =
      `“${value.slice(0, 40)}” does not work here. Write a ${whole ? 'whole ' : ''}number from ${least} to ${most}.`;
    return undefined;
  };
  const { unit } = schedule;
  const [lengths, starts]: [Record<string, number>, Record<string, Day>] = [{}, {}];
  for (const { id } of schedule.periods.flatMap(({ steps }) => steps)) {
    const length = numberIn(`plan.length.${id}`, shortest[unit], longest[unit], unit === 'days');
    const start = dayIn(`plan.starts.${id}`);
    if (length) lengths[id] = length;
    if (start) starts[id] = start;
  }
  const start = dayIn('plan.start');
  const given = schedule.repeats;
  const repeats = given && {
    weeks: numberIn('plan.weeks', 1, 52, true) ?? given.weeks,
    count: numberIn('plan.count', 1, 52, true) ?? given.count,
  };
  const changes: Changes = { lengths, starts };
  return {
    ...(start ? { start } : {}),
    planned: start ? planOf(schedule, start, changes) : [],
    ...(repeats && repeats.count > 1 ? { repeats } : {}),
    problems,
  };
}

/** “January 15 to April 14, 2027”, “January 12, 2027”: the end of a step is the day after its last one. */
export function datesInWords({ start, end }: Pick<PlannedStep, 'start' | 'end'>): string {
  const last = addDays(end, -1);
  if (last <= start) return longDate(start);
  const from = longDate(start);
  return `${start.slice(0, 4) === last.slice(0, 4) ? from.replace(/, \d+$/, '') : from} to ${longDate(last)}`;
}

/** The whole plan in a sentence or two: from when to when, and the days on which it comes again. */
export function planInWords({ start, planned, repeats }: Plan, around?: string): string {
  if (!start) return '';
  const days = {
    start: planned.map((step) => step.start).sort()[0]!,
    end: planned
      .map(({ end }) => end)
      .sort()
      .at(-1)!,
  };
  const whole = `${planned.length} steps, ${datesInWords(days)}.`;
  if (!around) return whole;
  const rounds = roundsOf({ repeats }, start).map(longDate);
  return (
    `${whole} ${around.charAt(0).toUpperCase()}${around.slice(1)}: ` +
    `${rounds.join('; ')}.${rounds.length > 1 ? ' The list shows the first round, the calendar file all of them.' : ''}`
  );
}

/** What a change moved beside the step that was changed: “7 other steps moved. The plan now ends on October 14, 2028.” */
export function movedInWords(before: readonly PlannedStep[], after: readonly PlannedStep[], changed?: string): string {
  if (before.length === 0 || after.length === 0) return '';
  const moved = after.filter(
    ({ step, start, end }, index) =>
      step.id !== changed && (start !== before[index]!.start || end !== before[index]!.end),
  ).length;
  const last = (steps: readonly PlannedStep[]) =>
    steps
      .map(({ end }) => end)
      .sort()
      .at(-1)!;
  const ends =
    last(after) === last(before)
      ? 'The plan ends on the same day'
      : `The plan now ends on ${longDate(addDays(last(after), -1))}`;
  return `${moved === 0 ? 'No other step moved.' : `${moved} other ${moved === 1 ? 'step' : 'steps'} moved.`} ${ends}.`;
}
