/**
 * Plans: a timeline with a start becomes steps with dates, and a step that takes longer moves what comes after. Pure and without
 * the schemas, so that the planner in the page uses it, too.
 */
import { addDays, addMonths, daysBetween, monthsBetween, type Day } from './days.ts';

/** What a plan needs to know of a step. `start` and `length` count the unit of the timeline. */
export interface TimedStep {
  id: string;
  start: number;
  length: number;
}
/** What a plan needs to know of a timeline; the entries of content/timelines/ are such schedules. */
export interface Schedule<Step extends TimedStep = TimedStep> {
  unit: 'months' | 'days';
  /** What is on day 0 when steps come before it, too: “the meeting”. */
  around?: string | undefined;
  repeats?: { weeks: number; count: number } | undefined;
  periods: readonly { id: string; title: string; steps: readonly Step[] }[];
}
/** What somebody changed in a timeline, by the id of the step. */
export interface Changes {
  /** How long the step takes instead, in the unit of the timeline. */
  lengths?: Readonly<Record<string, number>>;
  /** The day on which the step starts, whatever comes before it. */
  starts?: Readonly<Record<string, Day>>;
}
/** A step with its dates. */
export interface PlannedStep<Step extends TimedStep = TimedStep> {
  /** The step as the timeline has it, before any change. */
  step: Step;
  /** The id of its period. */
  period: string;
  start: Day;
  /** The day after the last one, so that steps in a row share a date. */
  end: Day;
  /** How long it takes now, in the unit of the timeline. */
  length: number;
}

/**
 * The steps of a timeline with their dates, in the order of the file.
 *
 * The rule for changes: **a step waits for the steps that were to end before it starts.** When the last of them now ends later or
 * sooner, the step moves with it and keeps the pause between the two. Steps side by side do not move each other. So when one of
 * five steps of a quarter takes a month more, everything in the quarters after it comes a month later; when a second one does,
 * too, nothing else moves.
 *
 * Steps before day 0 look the other way: the meeting stays where it is, so a longer step starts earlier and the steps before it
 * make room. A step with a start of its own starts on that day, and what comes after waits for it.
 *
 * @param start the day that the timeline counts from: its first day, or the day of the meeting
 * @throws RangeError when a length is not a number above 0
 */
export function planOf<Step extends TimedStep>(
  timeline: Schedule<Step>,
  start: Day,
  changes: Changes = {},
): PlannedStep<Step>[] {
  const unit = units[timeline.unit];
  const spans = timeline.periods.flatMap(({ id: period, steps }) =>
    steps.map((step) => {
      const length = changes.lengths?.[step.id] ?? step.length;
      if (!(length > 0 && Number.isFinite(length)))
        throw new RangeError(`the step \`${step.id}\` cannot take ${length} ${timeline.unit}. Give a number above 0.`);
      const own = changes.starts?.[step.id];
      return {
        step,
        period,
        length,
        start: step.start,
        end: step.start + step.length,
        ...(own ? { own: unit.between(start, own) } : {}),
      };
    }),
  );
  const starts = new Map([
    ...settle(spans.filter((span) => span.start >= 0)),
    ...[...settle(spans.filter((span) => span.start < 0).map(mirrored))].map(
      ([{ span, length }, at]) => [span, -at - length] as const,
    ),
  ]);
  return spans.map((span) => {
    const at = starts.get(span)!;
    return {
      step: span.step,
      period: span.period,
      start: unit.add(start, at),
      end: unit.add(start, at + span.length),
      length: span.length,
    };
  });
}

/** The day 0 of each round of a timeline: one, or as many as it repeats. */
export function roundsOf({ repeats }: Pick<Schedule, 'repeats'>, start: Day): Day[] {
  return Array.from({ length: repeats?.count ?? 1 }, (_, round) => addDays(start, round * 7 * (repeats?.weeks ?? 0)));
}

/** How a unit counts from a day. */
const units = {
  months: { add: addMonths, between: monthsBetween },
  days: { add: (day: Day, days: number) => addDays(day, Math.round(days)), between: daysBetween },
};

/** A step on the line of time: where it was, how long it takes now, and where it starts when somebody said so. */
interface Span {
  start: number;
  end: number;
  length: number;
  own?: number;
}

/** A span seen from the other side of day 0. */
function mirrored<Any extends Span>(span: Any): Span & { span: Any } {
  return {
    span,
    start: -span.end,
    end: -span.start,
    length: span.length,
    ...(span.own === undefined ? {} : { own: -span.own - span.length }),
  };
}

/** Where each span starts now. */
function settle<Any extends Span>(spans: readonly Any[]): Map<Any, number> {
  const starts = new Map<Any, number>();
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const before = [...starts].filter(([other]) => other.end <= span.start);
    const ended = Math.max(...before.map(([{ end }]) => end));
    const ends = Math.max(...before.map(([{ length }, at]) => at + length));
    starts.set(span, span.own ?? (before.length === 0 ? span.start : span.start - ended + ends));
  }
  return starts;
}
