/** content/forms/<id>.yaml: a table to fill in, row by row. Forms count people and events; none holds a child's name. */
import { z } from 'zod';
import { pullOut } from './page-metadata.ts';
import { line, plain, prose, slug } from './text.ts';

const column = z.strictObject({
  id: slug,
  label: plain.describe('The head of the column.'),
  kind: z.enum(['text', 'count', 'date', 'choice', 'yes-no', 'money']).describe('What stands in it.'),
  options: z.array(plain).min(2).optional().describe('For `choice`: what to choose from.'),
  guidance: line.optional().describe('What to write, in a sentence.'),
  marks: z
    .boolean()
    .default(false)
    .describe(
      'Of a `count`: true when “hidden” (too few to show) and “not known” (not counted) may stand instead of a number.',
    ),
  fractions: z
    .boolean()
    .default(false)
    .describe('Of a `count`: true when parts of a whole count too, such as half hours.'),
  counts: z
    .enum(['people', 'things'])
    .default('people')
    .describe(
      'Of a `count`: what is counted. A summary hides small numbers of `people`, and of charges and cases ' +
        'about people. It shows those of `things`: meetings, hours, organizations.',
    ),
  totals: z
    .array(z.enum(['sum', 'average', 'middle', 'range', 'tally']))
    .optional()
    .describe(
      'What the summary makes of the column: its `sum`, `average`, `middle` value and `range` (lowest and ' +
        'highest); of choices a `tally` (how many rows have each). `[]`: nothing, where a total would mislead.',
    ),
  outOf: slug.optional().describe('The id of the column whose sum is the base of this sum: “60 of 132”.'),
});

const fieldFrom = z
  .string()
  .regex(/^(task-force|forms\.[a-z0-9-]+)\.[a-z0-9-]+$/, {
    error: 'write `task-force.<field>` or `forms.<form>.<field>`',
  })
  .describe('Where its words come from: a field of My task force, or what stands above another form.');

const figure = z
  .strictObject({
    form: slug.describe('The form that holds the rows.'),
    sum: slug.optional().describe('The column that is added up; without it rows are counted.'),
    day: slug
      .optional()
      .describe('The column of dates that says which quarter a row belongs to; without it the figure is of the year.'),
    where: z
      .array(
        z.strictObject({
          column: slug.describe('A column to choose in.'),
          is: z.array(plain).optional().describe('Only rows that hold one of these words.'),
          not: z.array(plain).optional().describe('Only rows that hold none of these words.'),
        }),
      )
      .default([])
      .describe('Which rows count; without it all.'),
    row: slug.optional().describe('One given row of that form, instead of counting.'),
    column: slug.optional().describe('The column in which its number stands.'),
  })
  .describe('Where the figures of a given row come from.');

export const form = z
  .strictObject({
    ...pullOut,
    fields: z
      .array(
        z.strictObject({
          id: slug,
          label: plain,
          kind: z.enum(['text', 'date', 'limit']).default('text').describe('What stands in it.'),
          from: fieldFrom.optional(),
        }),
      )
      .default([])
      .describe(
        'What is filled in once, above the table. A `limit` is the smallest number that the summary shows (10 while it is empty).',
      ),
    columns: z.array(column).min(2).max(8).describe('The columns of the table, from left to right.'),
    given: z
      .array(
        z.strictObject({
          id: slug,
          label: plain,
          counts: z
            .enum(['people', 'things'])
            .optional()
            .describe('What the row counts, where it differs from its columns.'),
          across: z.boolean().default(true).describe('False: the row is not added up across.'),
          from: figure.optional(),
        }),
      )
      .default([])
      .describe(
        'Rows that are given; the form starts with them. `counts` and `across` say where a row differs from the form.',
      ),
    rows: z.int().min(0).max(30).default(12).describe('Empty rows on paper.'),
    rowsAre: plain
      .default('Rows filled in')
      .describe('What one row is, in the plural, where the summary counts rows: “Meetings”.'),
    summary: z
      .enum(['totals', 'rows'])
      .default('totals')
      .describe(
        '`totals`: the summary adds up columns. `rows`: each row counts something else and is never added to another; the summary lists the rows.',
      ),
    by: slug
      .optional()
      .describe('The choice column by which totals are also given one by one: for each kind of meeting.'),
    across: z
      .strictObject({ of: z.array(slug).min(2).describe('The columns that are added up, side by side.'), into: slug })
      .optional()
      .describe(
        'Columns (`of`, side by side) that add up across each row to one other (`into`). Only where the summary lists rows.',
      ),
    members: z
      .record(slug, z.enum(['name', 'kind']))
      .optional()
      .describe(
        'Columns that take the member agencies of My task force, one row each: the id of a column, and what of an agency stands in it.',
      ),
    notes: prose.optional().describe('What to know when filling it in or passing it on.'),
  })
  .superRefine(({ fields, columns, given, summary, by, across }, context) => {
    const fail = (path: PropertyKey[], message: string, fix: string): void =>
      context.addIssue({ code: 'custom', path, message, params: { fix } });
    const named = (id: string) => columns.find((column) => column.id === id);
    const known = `Columns: ${columns.map(({ id }) => `\`${id}\``).join(', ')}.`;
    columns.forEach((column, index) => {
      const at = (...path: PropertyKey[]): PropertyKey[] => ['columns', index, ...path];
      const { id, label, kind, options, totals, counts, outOf } = column;
      const counted = kind === 'count' || kind === 'money';
      if (columns.findIndex((other) => other.label === label) !== index)
        fail(
          at('label'),
          `two columns are called “${label}”`,
          'Workbooks find columns by their heads: give each its own.',
        );
      if ((kind === 'choice') !== (options !== undefined))
        fail(
          at('options'),
          `\`${id}\` is a \`${kind}\` ${options ? 'with' : 'without'} options`,
          'A `choice` has `options`; other kinds have none.',
        );
      if (options && (options.join(',').length > 255 || options.some((option) => option.includes(','))))
        fail(
          at('options'),
          'a drop-down list holds 255 characters, and no comma within an option',
          'Shorten the options, or write “and” for the comma.',
        );
      if (kind !== 'count' && (column.marks || column.fractions))
        fail(at(), `\`${id}\` is no \`count\``, 'Leave out `marks` and `fractions`.');
      if (summary === 'totals' && counted && !totals)
        fail(
          at(),
          `\`${id}\` does not say what the summary makes of it`,
          'Write `totals: [sum]` or other totals, or `totals: []` where a total would mislead.',
        );
      if (summary === 'rows' && totals)
        fail(at('totals'), 'a summary that lists rows has no totals', 'Leave out `totals`, or `summary: rows`.');
      for (const total of totals ?? []) {
        if ((total === 'tally') !== (kind === 'choice' || kind === 'yes-no') || (total !== 'tally' && !counted))
          fail(
            at('totals'),
            `a \`${kind}\` has no \`${total}\``,
            'A `tally` is of choices; the others are of numbers.',
          );
      }
      if (kind === 'count' && counts === 'people' && totals?.length && !totals.includes('sum'))
        fail(
          at('totals'),
          `\`${id}\` counts people, so its \`sum\` comes first`,
          'Add `sum`: what else is said of the column is hidden along with it. Or write `counts: things`.',
        );
      if (kind === 'count' && counts === 'people' && totals?.includes('middle'))
        fail(
          at('totals'),
          `\`${id}\` counts people, and a middle value would be somebody’s number`,
          'Leave out `middle`, or write `counts: things`.',
        );
      if (outOf !== undefined) {
        const base = named(outOf);
        if (!base?.totals?.includes('sum') || !totals?.includes('sum'))
          fail(at('outOf'), `\`${id}\` cannot be a share of \`${outOf}\``, `Both need \`totals: [sum]\`. ${known}`);
        else if (counts === 'people' || base.counts === 'people')
          fail(
            at('outOf'),
            'a share of people would give away the rest',
            'Write `counts: things` on both, or leave out `outOf`.',
          );
      }
    });
    if (by !== undefined && !['choice', 'yes-no'].includes(named(by)?.kind ?? ''))
      fail(['by'], `\`${by}\` is no column to choose in`, known);
    if (across) {
      const places = across.of.map((id) => columns.findIndex((column) => column.id === id));
      if (summary !== 'rows')
        fail(['across'], 'sums across stand only where the summary lists rows', 'Add `summary: rows`.');
      if ([...across.of, across.into].some((id) => named(id)?.kind !== 'count') || across.of.includes(across.into))
        fail(['across'], '`of` and `into` name different columns of kind `count`', known);
      else if (places.some((place, index) => place !== places[0]! + index))
        fail(['across', 'of'], 'the columns do not stand side by side in this order', known);
      // A small number of people beside the things it is added to could be worked out from the sum.
      else if (new Set([...across.of, across.into].map((id) => named(id)?.counts)).size > 1)
        fail(
          ['across'],
          '`of` and `into` do not count the same',
          'Write `counts: people`, or `counts: things`, on all of them.',
        );
    }
    given.forEach(({ label, across: added }, index) => {
      if (given.findIndex((other) => other.label === label) !== index)
        fail(['given', index, 'label'], `two rows are called “${label}”`, 'Give each its own name.');
      if (!added && !across) fail(['given', index, 'across'], 'nothing is added across in this form', 'Leave it out.');
    });
    if (fields.filter(({ kind }) => kind === 'limit').length > 1)
      fail(['fields'], 'a form has one `limit`', 'Leave `kind` out of the others.');
  });
