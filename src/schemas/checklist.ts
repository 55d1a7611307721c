/** content/checklists/<id>.yaml: steps to tick off. */
import { z } from 'zod';
import { pullOut } from './page-metadata.ts';
import { sourced } from './cited.ts';
import { step } from './step.ts';
import { line, plain, slug } from './text.ts';

export const checklist = z.strictObject({
  ...pullOut,
  groups: z
    .array(
      z.strictObject({
        id: slug,
        title: plain,
        intro: line.optional().describe('A sentence or two before the items.'),
        items: z.array(sourced(step)).min(1).describe('The steps, in the order of use.'),
      }),
    )
    .min(1)
    .describe('The steps under headings.'),
});
