/** content/duties/<id>.yaml: what one office does, grouped by how often or by subject. */
import { z } from 'zod';
import { pullOut } from './page-metadata.ts';
import { sourced } from './cited.ts';
import { step } from './step.ts';
import { line, plain, slug } from './text.ts';

export const duties = z.strictObject({
  ...pullOut,
  groups: z
    .array(
      z.strictObject({
        id: slug,
        title: plain,
        intro: line.optional().describe('A sentence or two before the duties.'),
        duties: z.array(sourced(step)).min(1).describe('The duties, the most frequent first.'),
      }),
    )
    .min(1)
    .describe('The duties under headings: how often, or about what.'),
});
