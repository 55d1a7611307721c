/**
 * content/example-county/<kind>/<id>.yaml: a pull-out filled in for Example County, a place that does not exist; and
 * content/example-county/task-force.yaml: its page “My task force”. Words stand as somebody would type them. The reader checks every
 * name against the pull-out.
 */
import { z } from 'zod';
import { line, slug } from './text.ts';

/** Plain words as typed; numbers may stand without quotation marks. */
const words = z
  .union([z.string().min(1).max(20_000), z.number()])
  .transform(String)
  .describe('Words as somebody would type them.');
const cells = z.record(slug, words);
const done = z.literal(true).optional().describe('True when it is done.');
const work = {
  done,
  owner: words.optional().describe('Who does it.'),
  due: words.optional().describe('By when.'),
  note: words.optional().describe('A note beside the step.'),
};

export const example = z.strictObject({
  note: line.describe('What to look at, in a sentence or two for a reader or a trainer. It is not part of the sheet.'),
  blanks: cells.optional().describe('Of templates: by the id of the blank.'),
  off: z
    .array(
      z
        .string()
        .regex(/^(clause|article|set)\.[a-z0-9-]+$/, { error: 'write `clause.<id>`, `article.<id>` or `set.<id>`' }),
    )
    .optional()
    .describe('Of templates: what is left out: `clause.joining`, `article.goals`, `set.counsel`.'),
  copies: z
    .record(slug, z.array(cells).min(1))
    .optional()
    .describe(
      'Of templates: the copies of clauses that repeat, by the id of the clause; of each, the words of its blanks.',
    ),
  signers: z
    .array(
      z.strictObject({
        organization: words.describe('Who signs.'),
        name: words.optional().describe('Name and title.'),
      }),
    )
    .optional()
    .describe('Of templates: who signs.'),
  fields: cells.optional().describe('Of forms: what stands above the table. Of My task force: its fields. By id.'),
  given: z.record(slug, cells).optional().describe('Of forms: the cells of given rows, by the ids of row and column.'),
  rows: z
    .array(cells)
    .optional()
    .describe(
      'Of forms: rows of their own, by the ids of the columns. Of rosters: kinds of members that the roster does not name, with `kind`.',
    ),
  start: z.iso.date().optional().describe('Of timelines: the first day.'),
  moves: z
    .record(
      slug,
      z.strictObject({
        starts: z.iso.date().optional().describe('The day on which it starts.'),
        length: z.number().positive().optional().describe('How long it takes, in the unit of the timeline.'),
      }),
    )
    .optional()
    .describe('Of timelines: steps that start on another day or take longer, by id.'),
  steps: z
    .record(slug, z.strictObject(work))
    .optional()
    .describe('Of checklists, duty lists and timelines: what is done, who, by when and a note, by the id of the step.'),
  added: z
    .record(slug, z.array(z.strictObject({ text: words.describe('The step.'), ...work })).min(1))
    .optional()
    .describe("Of checklists, duty lists and timelines: steps of one's own, by the id of the group or period."),
  seats: z.record(slug, cells).optional().describe('Of rosters: who has a seat, by the ids of seat and column.'),
  governments: z
    .record(slug, z.array(cells).min(1))
    .optional()
    .describe(
      'Of rosters: each government under a seat of governments, with `kind` for its name, by the id of the seat.',
    ),
  voices: cells.optional().describe('Of rosters: how far each voice is heard, by id.'),
  members: z
    .array(
      z.strictObject({
        name: words.describe('Its name.'),
        kind: words.optional().describe('The kind of agency.'),
        person: words.optional().describe('Its point person.'),
        contact: words.optional().describe('How to reach it at work.'),
      }),
    )
    .optional()
    .describe('Of My task force: its member agencies.'),
});
