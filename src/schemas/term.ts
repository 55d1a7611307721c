/** One term of content/glossary.yaml, keyed by the id in its address. */
import { z } from 'zod';
import { plain, prose } from './text.ts';

export const term = z.strictObject({
  /** The term or acronym as people write it. */
  term: plain,
  /** What the acronym stands for. Leave it out when no source says. */
  expansion: plain.optional(),
  /** True when the expansion is the editors' reading and stands in no source. */
  editorsReading: z.boolean().default(false),
  /** Other names, so that search finds them. */
  also: z.array(plain).optional(),
  /** What it means here, with citations. */
  definition: prose,
});
