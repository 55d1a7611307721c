/** content/charts/<id>.yaml: a few numbers of one source, drawn in the pages that name the chart. */
import { z } from 'zod';
import { citedLine } from './cited.ts';
import { plain } from './text.ts';

const amount = z.number().min(0);

const row = z.strictObject({
  label: plain.describe('What the row is about: the year, the step, or for `answers` the group that answered.'),
  written: plain
    .optional()
    .describe('The value word for word as the source gives it. Leave it out where it is the number itself.'),
  value: amount.optional().describe('Where the value stands on the axis. An answer without a number has none.'),
  start: amount.optional().describe('For a span: where it begins on the axis.'),
  end: amount.optional().describe('For a span: where it ends on the axis.'),
  rough: z
    .boolean()
    .default(false)
    .describe('For `answers`: the source says “about”, “-ish” or puts a question mark. Drawn as a ring.'),
  orMore: z.boolean().default(false).describe('The source says “over”, “at least” or “+”. Drawn open-ended.'),
});

export const chart = z
  .strictObject({
    title: plain.describe('What is shown, of whom and when, without a full stop.'),
    kind: z
      .enum(['bars', 'gantt', 'answers'])
      .describe(
        '`bars`: one number a row. `gantt`: one span of time a row. `answers`: what people wrote, group by group, a mark where it holds a number.',
      ),
    of: plain.describe('What the labels are: the head of the table’s first column.'),
    unit: plain.describe('What the values count: the label of the axis and the head of the table’s second column.'),
    ticks: z
      .array(amount)
      .min(2)
      .optional()
      .describe(
        'The numbers on the axis, which runs from 0 to the last of them. Bars carry their own numbers and need none.',
      ),
    rows: z.array(row).min(1).describe('In the order of the source.'),
    note: citedLine.describe('What the numbers are, where they come from, and what not to read into them.'),
  })
  .superRefine(({ kind, ticks, rows }, context) => {
    const fail = (path: PropertyKey[], message: string, fix: string): void =>
      context.addIssue({ code: 'custom', path, message, params: { fix } });
    if (kind !== 'bars' && !ticks)
      fail([], `a chart of kind \`${kind}\` needs \`ticks\``, 'Write the numbers of its axis: `ticks: [0, 10, 20]`.');
    const last = ticks?.at(-1) ?? Infinity;
    rows.forEach(({ value, start, end, written }, index) => {
      const span = start !== undefined && end !== undefined;
      if ((start !== undefined || end !== undefined) && !span)
        fail(['rows', index], 'a span needs `start` and `end`', 'Write both.');
      else if (span && end <= start)
        fail(['rows', index, 'end'], 'the span ends before it starts', 'Correct `start` or `end`.');
      else if (kind === 'bars' && value === undefined)
        fail(['rows', index], 'a bar needs `value`', 'Write the number.');
      else if (kind === 'gantt' && !span)
        fail(['rows', index], 'a row of a `gantt` chart needs `start` and `end`', 'Write both.');
      else if (!span && value === undefined && !written)
        fail(['rows', index], 'the row says nothing', 'Write `value`, `start` and `end`, or the answer as `written`.');
      if ((end ?? value ?? 0) > last)
        fail(['rows', index], 'the value lies beyond the axis', 'Add a larger number to `ticks`.');
    });
  });
