/** content/timelines/<id>.yaml: steps in time, counted in months from a start, or in days before and after one day. */
import { z } from 'zod';
import { pullOut } from './page-metadata.ts';
import { sourced } from './cited.ts';
import { step } from './step.ts';
import { plain, slug } from './text.ts';

const timedStep = sourced({
  ...step,
  start: z
    .number()
    .min(-365)
    .max(365)
    .describe(
      'When it starts, counted from the start of the timeline: 0 is the first day. Below 0 only with `around`.',
    ),
  length: z
    .number()
    .min(0.25)
    .max(365)
    .describe('How long it takes, in the same unit: 3 (months), 0.5 (months), 7 (days).'),
  every: z
    .int()
    .min(1)
    .max(12)
    .optional()
    .describe('For what comes again while it lasts: every so many months, 1 for “once a month”. Calendars repeat it.'),
});

export const timeline = z
  .strictObject({
    ...pullOut,
    unit: z
      .enum(['months', 'days'])
      .default('months')
      .describe('What `start` and `length` count. Left out: months of the calendar. `days` for a plan around one day.'),
    around: plain.optional().describe('What happens on day 0, when steps come before it, too: “the meeting”.'),
    repeats: z
      .strictObject({
        weeks: z.int().min(1).max(52).describe('The weeks from one round to the next.'),
        count: z.int().min(2).max(52).describe('How many rounds.'),
      })
      .optional()
      .describe(
        'Only with `unit: days`. The whole plan comes again after so many weeks, so that day 0 falls on the same day of the week, `count` times in all.',
      ),
    periods: z
      .array(
        z.strictObject({
          id: slug,
          title: plain.describe('“Months 0 to 3”, “January”, “On the day”.'),
          steps: z.array(timedStep).min(1).describe('What happens then, in the order in which it starts.'),
        }),
      )
      .min(1)
      .describe('The steps under headings, in the order of time.'),
  })
  .superRefine(({ unit, around, repeats, periods }, context) => {
    const add = (path: PropertyKey[], message: string, fix: string) =>
      context.addIssue({ code: 'custom', path, message, params: { fix } });
    if (repeats && unit === 'months')
      add(['repeats'], 'only a plan in days can repeat', 'Write `unit: days`, or remove `repeats`.');
    periods.forEach(({ steps }, period) =>
      steps.forEach(({ start, length, every }, place) => {
        const path = ['periods', period, 'steps', place];
        if (start < 0 && !around)
          add(
            [...path, 'start'],
            'the step starts before the timeline does',
            'Start at 0, or say with `around` what day 0 is.',
          );
        if (unit === 'days' && !(Number.isInteger(start) && Number.isInteger(length)))
          add(path, 'days are whole numbers', 'Write 1, 2, 3 …');
        if (every && (unit === 'days' || length < 2 * every))
          add(
            [...path, 'every'],
            'the step does not come twice while it lasts',
            'Write fewer months, a longer `length`, or remove `every`; a plan in days has `repeats`.',
          );
        if (unit === 'months' && start + length > 60)
          add(
            [...path, 'length'],
            'the step ends after more than 60 months',
            'Correct the number, or split the timeline.',
          );
      }),
    );
  });
