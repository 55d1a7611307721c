/** content/forms/<id>.yaml: a table to fill in, row by row. Forms count people and events; none holds a child's name. */
import { z } from 'zod';
import { pullOut } from './published.ts';
import { line, plain, prose, slug } from './text.ts';

const column = z.strictObject({
  id: slug,
  /** The head of the column. */
  label: plain,
  /** What stands in it. `count` columns are added up. */
  kind: z.enum(['text', 'count', 'date', 'choice', 'yes-no', 'money']),
  /** For `choice`: what to choose from. */
  options: z.array(plain).min(2).optional(),
  /** What to write, in a sentence. */
  guidance: line.optional(),
});

export const form = z.strictObject({
  ...pullOut,
  /** What is filled in once, above the table. */
  fields: z.array(z.strictObject({ id: slug, label: plain })).default([]),
  columns: z.array(column).min(2).max(8),
  /** Rows that are given; the form starts with them. */
  given: z.array(z.strictObject({ id: slug, label: plain })).default([]),
  /** Empty rows on paper. */
  rows: z.int().min(0).max(30).default(12),
  /** True when small numbers are hidden before the totals leave the agency. */
  suppressed: z.boolean().default(false),
  /** What to know when filling it in or passing it on. */
  notes: prose.optional(),
});
