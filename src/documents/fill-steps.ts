/** A checklist, duty list or timeline with what somebody has written: own steps in their groups, the dates of a plan, who, by when and notes. */
import { daysBetween, isDay, monthsBetween } from '../tools/days.ts';
import type { Sheet } from '../tools/sheet.ts';
import { kinds, type PullOutKind } from '../schemas/kinds.ts';
import type { Filled } from './filled.ts';
import type { PullOut } from '../site/pull-outs.ts';
import { datesInWords, planIn } from '../tools/plan-sheet.ts';
import { ownSteps, stepName, workInWords, workOf } from '../tools/steps.ts';

/** The kinds that list steps. */
type ListKind = {
  [Kind in PullOutKind]: (typeof kinds)[Kind] extends { steps: object } ? Kind : never;
}[PullOutKind];
type Listed = Extract<PullOut, { kind: ListKind }>;
/** A group of a list, its steps under a key that its kind names. */
type Group = { id: string; [key: string]: unknown };
type Timeline = Extract<Listed, { kind: 'timelines' }>['entry'];

/** Tells the kinds that list steps. */
export function isListed(pullOut: PullOut): pullOut is Listed {
  return 'steps' in kinds[pullOut.kind];
}

/** The list with one's own steps in its groups, and the words beside each step: what `pullOutToDocument` needs. */
export function fillSteps(pullOut: Listed, sheet: Sheet): { pullOut: Listed; filled: Filled } {
  if (pullOut.kind === 'timelines') {
    const { periods, dates } = planned(pullOut.entry, sheet);
    const steps = periods.flatMap((period) => period.steps);
    return { pullOut: { ...pullOut, entry: { ...pullOut.entry, periods } }, filled: written(steps, sheet, dates) };
  }
  const [[groups, steps]] = kinds[pullOut.kind].parts;
  const filled = (pullOut.entry as unknown as Record<string, Group[]>)[groups]!.map((group) => ({
    ...group,
    [steps]: [...stepsOf(group, steps), ...ownIn(group.id, sheet)],
  }));
  return {
    pullOut: { ...pullOut, entry: { ...pullOut.entry, [groups]: filled } } as unknown as Listed,
    filled: written(
      filled.flatMap((group) => stepsOf(group, steps)),
      sheet,
    ),
  };
}

const stepsOf = (group: Group, key: string) => group[key] as { id: string }[];

/** One's own steps as the list has its steps. The name of their fields is their id: it stands nowhere else. */
function ownIn(
  group: string,
  sheet: Sheet,
): { id: string; text: { kind: 'text'; text: string }[]; suggestion: boolean }[] {
  return ownSteps(sheet, group).flatMap(({ name, text }) =>
    text ? [{ id: name, text: [{ kind: 'text', text }], suggestion: false }] : [],
  );
}

const nameOf = (id: string): string => (id.includes('.') ? id : stepName(id));

function written(steps: readonly { id: string }[], sheet: Sheet, dates: Readonly<Record<string, string>> = {}): Filled {
  const entries = steps.map(({ id }) => {
    const work = workOf(sheet, nameOf(id));
    return [id, { done: work.done, written: workInWords(work, dates[id]) }];
  });
  return { steps: Object.fromEntries(entries) };
}

/** The periods with steps where the plan puts them, and their dates in words by the id of the step. */
function planned(entry: Timeline, sheet: Sheet): { periods: Timeline['periods']; dates: Record<string, string> } {
  const plan = planIn(entry, sheet);
  const between = entry.unit === 'months' ? monthsBetween : daysBetween;
  const moved = new Map(
    plan.planned.map(({ step, start, length }) => [step.id, { start: between(plan.start!, start), length }]),
  );
  const periods = entry.periods.map((period) => ({
    ...period,
    steps: [
      ...period.steps.map((step) => ({ ...step, ...moved.get(step.id) })),
      ...ownIn(period.id, sheet).map((step) => {
        const { due } = workOf(sheet, nameOf(step.id));
        // A day has no length on the line of time; without one the step stands where its period begins.
        return {
          ...step,
          start: plan.start && isDay(due) ? between(plan.start, due) : period.steps[0]!.start,
          length: 0,
        };
      }),
    ],
  }));
  return { periods, dates: Object.fromEntries(plan.planned.map((step) => [step.step.id, datesInWords(step)])) };
}
