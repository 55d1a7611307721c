/** Words that mean one thing, one entry of content/everyday.yaml, keyed by an id: what readers type and what these pages say. */
import { z } from 'zod';
import { plain } from './text.ts';

/** `glossary#csec`: a path without its slashes at the ends, with an anchor or without. */
const place = z
  .string()
  .regex(/^[a-z0-9/-]+(#[a-z0-9-]+)?$/, { error: 'a place is a path with an anchor or without: `glossary#csec`' });

export const everyday = z.strictObject({
  site: z.array(plain).default([]).describe('What these pages say, the usual words first. Each finds the others.'),
  readers: z
    .array(plain)
    .default([])
    .describe('What readers type. It finds the words of the site, and not the other way round.'),
  spanish: z.array(plain).default([]).describe('The same in Spanish. Accents need not be listed.'),
  harmful: z
    .array(plain)
    .default([])
    .describe('Words that blame or belittle: they lead to the right page, with the words of `instead`.'),
  instead: plain.optional().describe('What to say instead of the harmful words.'),
  leads: z
    .array(place)
    .default([])
    .describe('Places that answer whatever else is found, the best first: `about/words-we-use`, `glossary#csec`.'),
  format: z
    .string()
    .regex(/^[a-z]+$/, { error: 'a format is named by its extension: `docx`' })
    .optional()
    .describe('The extension of a format that the words name: `docx`. Pages that can be had in it come first.'),
});
