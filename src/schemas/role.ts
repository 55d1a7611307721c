/** One way into the site in content/roles.yaml, keyed by id. */
import { z } from 'zod';
import { line, plain } from './text.ts';

export const role = z.strictObject({
  /** The name of the role: “Coordinator”. */
  title: plain,
  /** What this person came to do, in their own words: “I coordinate a task force”. */
  need: plain,
  /** Where to begin, in order: a link and what it gives. */
  path: z.array(line).min(1),
});
