/**
 * One need of content/crisis.yaml, keyed by its id: words that people type when they need a person and not a page. Search then
 * shows “Get help now” above everything, with the phone numbers that stand in a section of the help page.
 */
import { z } from 'zod';
import { plain, slug } from './text.ts';

/** Words in any order, others between them; `|` stands between words of which one is enough: `my daughter|son ran away`. */
const phrase = z
  .string()
  .regex(/^[\p{L}\p{N}' |-]+$/u, {
    error: 'a phrase has only letters, numbers, spaces and | between words of which one is enough',
  })
  .regex(/^(?!.*(\| |\|\|| \|))[^|](.*[^|])?$/u, { error: 'a stroke stands between two words: `daughter|son`' });

export const crisis = z.strictObject({
  title: plain.describe('What search calls the need: “A missing child”.'),
  section: slug
    .optional()
    .describe(
      "The section of the help page that opens, and whose first phone number is shown. Without it, the page's top.",
    ),
  phrases: z
    .array(phrase)
    .default([])
    .describe(
      'English phrases: words in any order, others between them; | between words of which one is enough. Slips are found by themselves.',
    ),
  spanish: z.array(phrase).default([]).describe('Spanish phrases. Accents need not be listed.'),
  alone: z
    .array(phrase)
    .default([])
    .describe('Phrases that mean this need only when nothing else is typed: “help” is one, “help page” is not.'),
});
