/** content/timelines/<id>.yaml: steps in time, counted in months from a start. */
import { z } from 'zod';
import { pullOut } from './published.ts';
import { basis, sourced } from './sourced.ts';
import { line, plain, prose, slug } from './text.ts';

const step = sourced({
  /** Stable id, part of the address of this step. */
  id: slug,
  /** The step, starting with a verb. */
  text: line,
  help: prose.optional(),
  /** Months from the start of the timeline to the start of this step. */
  start: z.number().min(0).max(60),
  /** How many months it takes. */
  months: z.number().min(0.25).max(60),
  ...basis,
});

export const timeline = z.strictObject({
  ...pullOut,
  periods: z
    .array(
      z.strictObject({
        id: slug,
        /** “Months 0 to 3”, “January”. */
        title: plain,
        steps: z.array(step).min(1),
      }),
    )
    .min(1),
});
