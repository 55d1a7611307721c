/** content/duties/<id>.yaml: what one office does, grouped by how often or by subject. */
import { z } from 'zod';
import { pullOut } from './published.ts';
import { sourced } from './sourced.ts';
import { step } from './step.ts';
import { line, plain, slug } from './text.ts';

export const duties = z.strictObject({
  ...pullOut,
  groups: z
    .array(
      z.strictObject({
        id: slug,
        title: plain,
        intro: line.optional(),
        duties: z.array(sourced(step)).min(1),
      }),
    )
    .min(1),
});
