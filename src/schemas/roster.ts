/** content/rosters/<id>.yaml: seats at the table, with columns to fill in. */
import { z } from 'zod';
import { pullOut } from './page-metadata.ts';
import { basis, sourced } from './cited.ts';
import { line, plain, slug } from './text.ts';

const seat = sourced({
  id: slug.describe('Stable id, part of the address of this seat.'),
  kind: plain.describe('The kind of member.'),
  brings: line.describe('What this member brings, in one sentence.'),
  governments: z
    .boolean()
    .default(false)
    .describe('True for tribal governments: each has a row of its own, since one cannot speak for another.'),
  ...basis,
});

const voice = sourced({
  id: slug.describe('Stable id, part of the address of this voice.'),
  voice: plain.describe('Whose voice: “Members of color”.'),
  found: line.describe('What was found about it.'),
  ...basis,
});

export const roster = z.strictObject({
  ...pullOut,
  columns: z
    .array(z.strictObject({ id: slug, label: plain }))
    .min(1)
    .max(4)
    .describe('The columns to write in, after the column of seats.'),
  seats: z.array(seat).min(1).describe('The seats at the table, one row each.'),
  voices: z
    .array(voice)
    .default([])
    .describe('Voices found missing. A task force writes whether each has a say, never who brings it.'),
  emptyRows: z.int().min(0).max(12).default(3).describe("Rows without a kind, for members of the task force's own."),
});
