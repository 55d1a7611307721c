/**
 * content/example-county/<kind>/<id>.yaml: a pull-out filled in for Example County, a place that does not exist; and
 * content/example-county/task-force.yaml: its page “My task force”. Words stand as somebody would type them. The reader checks every
 * name against the pull-out.
 */
import { z } from 'zod';
import { line, slug } from './text.ts';

/** Plain words as typed; numbers may stand without quotation marks. */
const words = z.union([z.string().min(1).max(20_000), z.number()]).transform(String);
const cells = z.record(slug, words);
const done = z.literal(true).optional();
const work = { done, owner: words.optional(), due: words.optional(), note: words.optional() };

export const example = z.strictObject({
  /** What to look at, in a sentence or two for a reader or a trainer. It is not part of the sheet. */
  note: line,
  /** Of templates: by the id of the blank. */
  blanks: cells.optional(),
  /** Of templates: what is left out: `clause.joining`, `article.goals`, `set.counsel`. */
  off: z
    .array(
      z
        .string()
        .regex(/^(clause|article|set)\.[a-z0-9-]+$/, { error: 'write `clause.<id>`, `article.<id>` or `set.<id>`' }),
    )
    .optional(),
  /** Of templates: the copies of clauses that repeat, by the id of the clause; of each, the words of its blanks. */
  copies: z.record(slug, z.array(cells).min(1)).optional(),
  /** Of templates: who signs. */
  signers: z.array(z.strictObject({ organization: words, name: words.optional() })).optional(),
  /** Of forms: what stands above the table. Of My task force: its fields. By id. */
  fields: cells.optional(),
  /** Of forms: the cells of given rows, by the ids of row and column. */
  given: z.record(slug, cells).optional(),
  /** Of forms: rows of their own, by the ids of the columns. Of rosters: kinds of members that the roster does not name, with `kind`. */
  rows: z.array(cells).optional(),
  /** Of timelines: the first day. */
  start: z.iso.date().optional(),
  /** Of timelines: steps that start on another day or take longer, by id. */
  moves: z
    .record(slug, z.strictObject({ starts: z.iso.date().optional(), length: z.number().positive().optional() }))
    .optional(),
  /** Of checklists, duty lists and timelines: what is done, who, by when and a note, by the id of the step. */
  steps: z.record(slug, z.strictObject(work)).optional(),
  /** Of checklists, duty lists and timelines: steps of one's own, by the id of the group or period. */
  added: z.record(slug, z.array(z.strictObject({ text: words, ...work })).min(1)).optional(),
  /** Of rosters: who has a seat, by the ids of seat and column. */
  seats: z.record(slug, cells).optional(),
  /** Of rosters: each government under a seat of governments, with `kind` for its name, by the id of the seat. */
  governments: z.record(slug, z.array(cells).min(1)).optional(),
  /** Of rosters: how far each voice is heard, by id. */
  voices: cells.optional(),
  /** Of My task force: its member agencies. */
  members: z
    .array(z.strictObject({ name: words, kind: words.optional(), person: words.optional(), contact: words.optional() }))
    .optional(),
});
