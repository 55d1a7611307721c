/** One term of content/glossary.yaml, keyed by the id in its address. */
import { z } from 'zod';
import { plain, prose } from './text.ts';

export const term = z.strictObject({
  term: plain.describe('The term or acronym as people write it.'),
  expansion: plain.optional().describe('What the acronym stands for. Leave it out when no source says.'),
  editorsReading: z
    .boolean()
    .default(false)
    .describe("True when the expansion is the editors' reading and stands in no source."),
  also: z.array(plain).optional().describe('Other names, so that search finds them.'),
  definition: prose.describe('What it means here, with citations.'),
});
