/** content/duties/<id>.yaml: what one office does, grouped by how often or by subject. */
import { z } from 'zod';
import { pullOut } from './published.ts';
import { basis, sourced } from './sourced.ts';
import { line, plain, prose, slug } from './text.ts';

const duty = sourced({
  /** Stable id, part of the address of this duty. */
  id: slug,
  /** The duty, starting with a verb. */
  text: line,
  /** How others do it, or what it takes. */
  help: prose.optional(),
  ...basis,
});

export const duties = z.strictObject({
  ...pullOut,
  groups: z
    .array(
      z.strictObject({
        id: slug,
        title: plain,
        intro: line.optional(),
        duties: z.array(duty).min(1),
      }),
    )
    .min(1),
});
