/** content/templates/<id>.yaml: a document to fill in. */
import { z } from 'zod';
import { pullOut } from './published.ts';
import { line, plain, prose, slug } from './text.ts';

const blank = z.strictObject({
  /** What to write, as a label beside the field. */
  label: plain,
  /** How much room the answer needs on paper. */
  size: z.enum(['short', 'line', 'lines']).default('line'),
  /** Advice beside the blank; it is not part of the document. */
  guidance: line.optional(),
  /**
   * What the page offers to put there: a field of My task force (`task-force.name`; `src/tools/task-force.ts` lists them), or a cell of
   * a form (`forms.annual-summary.meetings.whole-year`: form, row, column).
   */
  from: z
    .string()
    .regex(/^(task-force\.[a-z-]+|forms(\.[a-z0-9-]+){3})$/, {
      error: 'write `task-force.<field>` or `forms.<form>.<row>.<column>`',
    })
    .optional(),
});

const clause = z.strictObject({
  /** Stable id, part of the address of this clause. */
  id: slug,
  /** The wording, with <Blank id="…" /> where something is filled in. */
  text: line,
  /** True when a task force may leave the clause out. */
  optional: z.boolean().default(false),
  /** What one more of it is called (“organization”) when the clause may stand several times, each with its own blanks. */
  repeats: plain.optional(),
  /** Points under the clause: (a), (b), … */
  points: z.array(z.strictObject({ id: slug, text: line })).optional(),
  /** Advice beside the clause; it is not part of the document. */
  guidance: line.optional(),
});

export const template = z.strictObject({
  ...pullOut,
  /** Whether articles and clauses carry numbers (agreements) or not (letters, agendas). */
  numbered: z.boolean().default(true),
  articles: z
    .array(
      z.strictObject({
        id: slug,
        title: plain,
        optional: z.boolean().default(false),
        /** Advice for the article; it is not part of the document. */
        guidance: prose.optional(),
        clauses: z.array(clause).min(1),
      }),
    )
    .min(1),
  /** The signature block: who signs, one block of lines for each. In the page, signers can be added, removed and moved. */
  signatures: z.strictObject({ intro: line, signers: z.array(plain).min(1) }).optional(),
  /** The blanks of the document, keyed by id. Every one is used, and every <Blank> is defined here. */
  blanks: z.record(slug, blank),
});
