/** Writes the timeline of a page, as planned, as a calendar file. */
import { addDays, isDay } from '../../../tools/days.ts';
import { pullOutFile } from '../../../site/file-names.ts';
import type { Sheet } from '../../../tools/sheet.ts';
import type { PlannedStep } from '../../../tools/plan.ts';
import { planIn } from '../../../tools/plan-sheet.ts';
import { absolute } from '../../../site/public-address.ts';
import type { PullOutModel } from '../../../documents/pull-out-model.ts';
import { dueInWords, ownSteps, stepName, workOf } from '../../../tools/steps.ts';
import { calendarOf, type WordedStep } from '../../../documents/calendar.ts';
import { writeIcs } from '../../../formats/ics/write.ts';

/**
 * The name and the text of the file: an event for each step of the plan, and for one's own steps with a day.
 * @throws Error in words for readers when the page has no timeline, or no start is chosen
 */
export function calendar(
  { pullOut, address }: PullOutModel,
  sheet: Sheet,
  base?: string,
  now = new Date(),
): { name: string; text: string } {
  if (pullOut.kind !== 'timelines') throw new Error('Only timelines become calendars.');
  const { entry } = pullOut;
  const { start, planned, repeats } = planIn(entry, sheet);
  if (!start) throw new Error('Choose a start date first.');
  const own = entry.periods.flatMap(({ id }) =>
    ownSteps(sheet, id).flatMap(({ name, text }) => ownEvent(id, name, text, workOf(sheet, name).due)),
  );
  const about = {
    description: entry.promise,
    stamp: now.toISOString().slice(0, 10),
    // Minutes since this edition: a plan that is made again later counts as newer, and nothing has to be remembered.
    sequence: Math.max(0, Math.floor((now.getTime() - Date.parse('2026-01-01')) / 60_000)),
    series: entry.around ? seriesOf(sheet, start) : undefined,
  };
  const notes = (steps: readonly PlannedStep[], nameOf: (id: string) => string) =>
    Object.fromEntries(steps.map(({ step: { id } }) => [id, { note: noteOf(sheet, nameOf(id)) }]));
  const { id, title } = entry;
  const plan = calendarOf({
    ...about,
    timeline: { id, title, repeats },
    planned,
    url: base && absolute(base, address),
    written: notes(planned, stepName),
  });
  // One's own steps have a day of their own, so they do not come again with the plan.
  const { events } = calendarOf({
    ...about,
    timeline: { id, title },
    planned: own,
    written: notes(own, (name) => name),
  });
  return { name: `${pullOutFile(pullOut)}.ics`, text: writeIcs({ ...plan, events: [...plan.events, ...events] }) };
}

/** The day by which a calendar program knows a meeting: the one for which its calendar was first made, as long as it only moves. */
export function seriesOf(sheet: Sheet, start: string): string {
  const kept = sheet['plan.series'] ?? '';
  return isDay(kept) ? kept : start;
}

/** One's own step on the day by which it is due; nothing without a day. */
function ownEvent(period: string, name: string, text: string, due: string): PlannedStep<WordedStep>[] {
  if (!text || !isDay(due)) return [];
  return [
    {
      step: { id: name, start: 0, length: 1, text: [{ kind: 'text', text }], suggestion: false },
      period,
      start: due,
      end: addDays(due, 1),
      length: 1,
    },
  ];
}

function noteOf(sheet: Sheet, name: string): string {
  const { done, owner, due, note } = workOf(sheet, name);
  return [done && 'Done.', owner && `Who: ${owner}`, due && `Due ${dueInWords(due)}`, note].filter(Boolean).join('\n');
}
(globalThis.csec ??= {}).calendar = calendar;
