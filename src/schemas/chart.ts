/** content/charts/<id>.yaml: a few numbers of one source, drawn in the pages that name the chart. */
import { z } from 'zod';
import { citedLine } from './sourced.ts';
import { plain } from './text.ts';

const amount = z.number().min(0);

const row = z.strictObject({
  /** What the row is about: the year, the step, or for `answers` the group that answered. */
  label: plain,
  /** The value word for word as the source gives it. Leave it out where it is the number itself. */
  written: plain.optional(),
  /** Where the value stands on the axis. An answer without a number has none. */
  value: amount.optional(),
  /** For a span: where it begins and ends on the axis. */
  start: amount.optional(),
  end: amount.optional(),
  /** For `answers`: the source says “about”, “-ish” or puts a question mark. Drawn as a ring. */
  rough: z.boolean().default(false),
  /** The source says “over”, “at least” or “+”. Drawn open-ended. */
  orMore: z.boolean().default(false),
});

export const chart = z
  .strictObject({
    /** What is shown, of whom and when, without a full stop. */
    title: plain,
    /** `bars`: one number a row. `gantt`: one span of time a row. `answers`: what people wrote, group by group, a mark where it holds a number. */
    kind: z.enum(['bars', 'gantt', 'answers']),
    /** What the labels are: the head of the table’s first column. */
    of: plain,
    /** What the values count: the label of the axis and the head of the table’s second column. */
    unit: plain,
    /** The numbers on the axis, which runs from 0 to the last of them. Bars carry their own numbers and need none. */
    ticks: z.array(amount).min(2).optional(),
    /** In the order of the source. */
    rows: z.array(row).min(1),
    /** What the numbers are, where they come from, and what not to read into them. */
    note: citedLine,
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
