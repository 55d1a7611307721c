/** content/timelines/<id>.yaml: steps in time, counted in months from a start, or in days before and after one day. */
import { z } from 'zod';
import { pullOut } from './published.ts';
import { sourced } from './sourced.ts';
import { step } from './step.ts';
import { plain, slug } from './text.ts';

const timedStep = sourced({
  ...step,
  /** When it starts, counted from the start of the timeline: 0 is the first day. Below 0 only with `around`. */
  start: z.number().min(-365).max(365),
  /** How long it takes, in the same unit: 3 (months), 0.5 (months), 7 (days). */
  length: z.number().min(0.25).max(365),
});

export const timeline = z
  .strictObject({
    ...pullOut,
    /** What `start` and `length` count. Left out: months of the calendar. `days` for a plan around one day. */
    unit: z.enum(['months', 'days']).default('months'),
    /** What happens on day 0, when steps come before it, too: “the meeting”. */
    around: plain.optional(),
    /** Only with `unit: days`. The whole plan comes again after so many weeks, so that day 0 falls on the same day of the week, `count` times in all. */
    repeats: z.strictObject({ weeks: z.int().min(1).max(52), count: z.int().min(2).max(52) }).optional(),
    periods: z
      .array(
        z.strictObject({
          id: slug,
          /** “Months 0 to 3”, “January”, “On the day”. */
          title: plain,
          steps: z.array(timedStep).min(1),
        }),
      )
      .min(1),
  })
  .superRefine(({ unit, around, repeats, periods }, context) => {
    const add = (path: PropertyKey[], message: string, fix: string) =>
      context.addIssue({ code: 'custom', path, message, params: { fix } });
    if (repeats && unit === 'months')
      add(['repeats'], 'only a plan in days can repeat', 'Write `unit: days`, or remove `repeats`.');
    periods.forEach(({ steps }, period) =>
      steps.forEach(({ start, length }, place) => {
        const path = ['periods', period, 'steps', place];
        if (start < 0 && !around)
          add(
            [...path, 'start'],
            'the step starts before the timeline does',
            'Start at 0, or say with `around` what day 0 is.',
          );
        if (unit === 'days' && !(Number.isInteger(start) && Number.isInteger(length)))
          add(path, 'days are whole numbers', 'Write 1, 2, 3 …');
        if (unit === 'months' && start + length > 60)
          add(
            [...path, 'length'],
            'the step ends after more than 60 months',
            'Correct the number, or split the timeline.',
          );
      }),
    );
  });
