/** A checklist, duty list or timeline with what somebody has written: own steps in their groups, the dates of a plan, who, by when and notes. */
import { daysBetween, isDay, monthsBetween } from '../tools/days.ts';
import type { Sheet } from '../tools/sheet.ts';
import type { Filled } from './pull-out-to-document.ts';
import type { PullOut } from '../site/page.ts';
import { datesInWords, planIn } from '../tools/plan-sheet.ts';
import { ownSteps, stepName, workInWords, workOf } from '../tools/steps.ts';

type Listed = Extract<PullOut, { kind: 'checklists' | 'duties' | 'timelines' }>;
type Timeline = Extract<Listed, { kind: 'timelines' }>['entry'];

/** The list with one's own steps in its groups, and the words beside each step: what `pullOutToDocument` needs. */
export function fillSteps(pullOut: Listed, sheet: Sheet): { pullOut: Listed; filled: Filled } {
  switch (pullOut.kind) {
    case 'checklists': {
      const groups = pullOut.entry.groups.map((group) => ({
        ...group,
        items: [...group.items, ...ownIn(group.id, sheet)],
      }));
      return {
        pullOut: { ...pullOut, entry: { ...pullOut.entry, groups } },
        filled: written(
          groups.flatMap(({ items }) => items),
          sheet,
        ),
      };
    }
    case 'duties': {
      const groups = pullOut.entry.groups.map((group) => ({
        ...group,
        duties: [...group.duties, ...ownIn(group.id, sheet)],
      }));
      return {
        pullOut: { ...pullOut, entry: { ...pullOut.entry, groups } },
        filled: written(
          groups.flatMap(({ duties }) => duties),
          sheet,
        ),
      };
    }
    case 'timelines': {
      const { periods, dates } = planned(pullOut.entry, sheet);
      return {
        pullOut: { ...pullOut, entry: { ...pullOut.entry, periods } },
        filled: written(
          periods.flatMap(({ steps }) => steps),
          sheet,
          dates,
        ),
      };
    }
  }
}

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
