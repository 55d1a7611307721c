/** content/templates/<id>.yaml: a document to fill in. */
import { z } from 'zod';
import { pullOut } from './published.ts';
import { line, plain, prose, slug } from './text.ts';

const blank = z.strictObject({
  label: plain.describe('What to write, as a label beside the field.'),
  size: z.enum(['short', 'line', 'lines']).default('line').describe('How much room the answer needs on paper.'),
  guidance: line.optional().describe('Advice beside the blank; it is not part of the document.'),
  from: z
    .string()
    .regex(/^(task-force\.[a-z-]+|forms(\.[a-z0-9-]+){3})$/, {
      error: 'write `task-force.<field>` or `forms.<form>.<row>.<column>`',
    })
    .optional()
    .describe(
      'What the page offers to put there: a field of My task force (`task-force.name`; ' +
        '`src/tools/task-force.ts` lists them), or a cell of a form (`forms.annual-summary.meetings.whole-year`: ' +
        'form, row, column).',
    ),
});

const clause = z.strictObject({
  id: slug.describe('Stable id, part of the address of this clause.'),
  text: line.describe('The wording, with <Blank id="…" /> where something is filled in.'),
  optional: z.boolean().default(false).describe('True when a task force may leave the clause out.'),
  repeats: plain
    .optional()
    .describe(
      'What one more of it is called (“organization”) when the clause may stand several times, each with its own blanks.',
    ),
  points: z
    .array(z.strictObject({ id: slug, text: line }))
    .optional()
    .describe('Points under the clause: (a), (b), …'),
  guidance: line.optional().describe('Advice beside the clause; it is not part of the document.'),
});

export const template = z.strictObject({
  ...pullOut,
  numbered: z
    .boolean()
    .default(true)
    .describe('Whether articles and clauses carry numbers (agreements) or not (letters, agendas).'),
  articles: z
    .array(
      z.strictObject({
        id: slug,
        title: plain,
        optional: z.boolean().default(false).describe('True when a task force may leave the article out.'),
        guidance: prose.optional().describe('Advice for the article; it is not part of the document.'),
        clauses: z.array(clause).min(1).describe('The wording, clause by clause.'),
      }),
    )
    .min(1)
    .describe('The document under headings.'),
  signatures: z
    .strictObject({
      intro: line,
      signers: z.array(plain).min(1).describe('Who signs: a label for each block of lines.'),
    })
    .optional()
    .describe(
      'The signature block: who signs, one block of lines for each. In the page, signers can be added, removed and moved.',
    ),
  blanks: z
    .record(slug, blank)
    .describe('The blanks of the document, keyed by id. Every one is used, and every <Blank> is defined here.'),
});
