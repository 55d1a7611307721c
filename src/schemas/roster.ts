/** content/rosters/<id>.yaml: seats at the table, with columns to fill in. */
import { z } from 'zod';
import { pullOut } from './published.ts';
import { basis, sourced } from './sourced.ts';
import { line, plain, slug } from './text.ts';

const seat = sourced({
  /** Stable id, part of the address of this seat. */
  id: slug,
  /** The kind of member. */
  kind: plain,
  /** What this member brings, in one sentence. */
  brings: line,
  /** True for tribal governments: each has a row of its own, since one cannot speak for another. */
  governments: z.boolean().default(false),
  ...basis,
});

const voice = sourced({
  /** Stable id, part of the address of this voice. */
  id: slug,
  /** Whose voice: “Members of color”. */
  voice: plain,
  /** What was found about it. */
  found: line,
  ...basis,
});

export const roster = z.strictObject({
  ...pullOut,
  /** The columns to write in, after the column of seats. */
  columns: z
    .array(z.strictObject({ id: slug, label: plain }))
    .min(1)
    .max(4),
  seats: z.array(seat).min(1),
  /** Voices found missing. A task force writes whether each has a say, never who brings it. */
  voices: z.array(voice).default([]),
  /** Rows without a kind, for members of the task force's own. */
  emptyRows: z.int().min(0).max(12).default(3),
});
