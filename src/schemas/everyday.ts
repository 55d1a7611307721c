/** Words that mean one thing, one entry of content/everyday.yaml, keyed by an id: what readers type and what these pages say. */
import { z } from 'zod';
import { plain } from './text.ts';

export const everyday = z.strictObject({
  /** What these pages say, the usual words first. Each finds the others. */
  site: z.array(plain).default([]),
  /** What readers type. It finds the words of the site, and not the other way round. */
  readers: z.array(plain).default([]),
  /** The same in Spanish. Accents need not be listed. */
  spanish: z.array(plain).default([]),
  /** Words that blame or belittle: they lead to the right page, with the words of `instead`. */
  harmful: z.array(plain).default([]),
  /** What to say instead of the harmful words. */
  instead: plain.optional(),
  /** Places that answer whatever else is found, the best first: `about/words-we-use`, `glossary#csec`. */
  leads: z
    .array(
      z
        .string()
        .regex(/^[a-z0-9/-]+(#[a-z0-9-]+)?$/, {
          error: 'a place is a path with an anchor or without: `glossary#csec`',
        }),
    )
    .default([]),
  /** The extension of a format that the words name: `docx`. Pages that can be had in it come first. */
  format: z
    .string()
    .regex(/^[a-z]+$/, { error: 'a format is named by its extension: `docx`' })
    .optional(),
});
