/** content/templates/<id>.yaml: a document to fill in. */
import { z } from 'zod';
import { mostComments } from './advice.ts';
import { pullOut } from './page-metadata.ts';
import { line, plain, prose, slug } from './text.ts';

const decide = z
  .boolean()
  .optional()
  .describe(
    'True when the drafter has to decide this: in Word its guidance stands beside the words. ' +
      `Where a document has more than ${mostComments} pieces of guidance, the others stand behind it.`,
  );

const blank = z.strictObject({
  label: plain.describe('What to write, as a label beside the field.'),
  size: z.enum(['short', 'line', 'lines']).default('line').describe('How much room the answer needs on paper.'),
  guidance: line.optional().describe('Advice beside the blank; it is not part of the document.'),
  decide,
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
  set: slug
    .optional()
    .describe('The set of `sets` that it belongs to; a task force that leaves the set out leaves the clause out.'),
  points: z
    .array(z.strictObject({ id: slug, text: line }))
    .optional()
    .describe('Points under the clause: (a), (b), …'),
  pointsSet: slug.optional().describe('The set that the points belong to: without it, the clause stands alone.'),
  who: line
    .optional()
    .describe('Whose promise the clause is; the one-page summary lists these clauses. May hold a <Blank>.'),
  guidance: line.optional().describe('Advice beside the clause; it is not part of the document.'),
  decide,
});

export const template = z
  .strictObject({
    ...pullOut,
    heading: line
      .optional()
      .describe(
        'The title that the document itself carries, such as “Memorandum of Understanding of the …”; ' +
          'without it, the title of the template.',
      ),
    numbered: z
      .boolean()
      .default(true)
      .describe('Whether articles and clauses carry numbers (agreements) or not (letters, agendas).'),
    sets: z
      .record(slug, z.strictObject({ title: plain, about: plain.describe('What it holds, for whom.') }))
      .default({})
      .describe(
        'Parts that are kept or left out together, so that a short document and a full one come from one text.',
      ),
    articles: z
      .array(
        z.strictObject({
          id: slug,
          title: plain,
          optional: z.boolean().default(false).describe('True when a task force may leave the article out.'),
          set: slug.optional().describe('The set of `sets` that it belongs to.'),
          annex: z
            .boolean()
            .default(false)
            .describe('True for an annex: it stands behind the signatures and carries a letter. Annexes come last.'),
          guidance: prose.optional().describe('Advice for the article; it is not part of the document.'),
          decide,
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
  })
  .superRefine(({ articles, blanks }, context) => {
    const places = [...articles, ...articles.flatMap(({ clauses }) => clauses), ...Object.values(blanks)];
    const advice = places.filter(({ guidance }) => guidance);
    const decisions = advice.filter((place) => place.decide).length;
    if (advice.length <= mostComments || (decisions > 0 && decisions <= mostComments)) return;
    context.addIssue({
      code: 'custom',
      message: `of ${advice.length} pieces of guidance, ${decisions} say \`decide: true\`: 1 to ${mostComments} can stand beside the words`,
      params: { fix: 'Mark what the drafter has to decide.' },
    });
  });
