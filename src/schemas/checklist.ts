/** content/checklists/<id>.yaml: steps to tick off. */
import { z } from 'zod';
import { pullOut } from './published.ts';
import { basis, sourced } from './sourced.ts';
import { line, plain, prose, slug } from './text.ts';

const item = sourced({
  /** Stable id, part of the address of this item. */
  id: slug,
  /** The step, starting with a verb. */
  text: line,
  /** Why or how, when the step needs it. */
  help: prose.optional(),
  ...basis,
});

export const checklist = z.strictObject({
  ...pullOut,
  groups: z
    .array(
      z.strictObject({
        id: slug,
        title: plain,
        /** A sentence or two before the items. */
        intro: line.optional(),
        items: z.array(item).min(1),
      }),
    )
    .min(1),
});
