/** One way into the site in content/roles.yaml, keyed by id. */
import { z } from 'zod';
import { line, plain } from './text.ts';

export const role = z.strictObject({
  title: plain.describe('The name of the role: “Coordinator”.'),
  need: plain.describe('What this person came to do, in their own words: “I coordinate a task force”.'),
  path: z.array(line).min(1).describe('Where to begin, in order: a link and what it gives.'),
});
