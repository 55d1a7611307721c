/** content/timelines/<id>.yaml: steps in time, counted in months from a start. */
import { z } from 'zod';
import { pullOut } from './published.ts';
import { sourced } from './sourced.ts';
import { step } from './step.ts';
import { plain, slug } from './text.ts';

const timedStep = sourced({
  ...step,
  /** Months from the start of the timeline to the start of this step. */
  start: z.number().min(0).max(60),
  /** How many months it takes. */
  months: z.number().min(0.25).max(60),
});

export const timeline = z.strictObject({
  ...pullOut,
  periods: z
    .array(
      z.strictObject({
        id: slug,
        /** “Months 0 to 3”, “January”. */
        title: plain,
        steps: z.array(timedStep).min(1),
      }),
    )
    .min(1),
});
