import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acrossOf, amountOf, linesOf, totalsOf, unclearIn, type Form } from '../../src/tools/forms.ts';
import { readContent } from '../../src/reader/read.ts';
import { summaryOf } from '../../src/tools/summary.ts';
import { formatProblem } from '../../src/prose/problem.ts';
import { kitchenSink, root, sinkWith } from '../root.ts';

const { forms } = readContent(kitchenSink).site;
const real = readContent(root).site.forms;
const log = forms['log']!;
const measures = forms['measures']!;
const matrix = forms['matrix']!;
const meeting = (people: string, place = 'Here') => ['2026-03-01', people, place];
const amounts = (form: Form, rows: string[][]) =>
  Object.fromEntries(totalsOf(form, rows).map(({ line, amounts: numbers }) => [line.label, numbers]));
const shown = (form: Form, rows: string[][], limit = 10) =>
  Object.fromEntries(summaryOf(form, rows, limit).rows.map(({ label, cells }) => [label, cells]));

describe('amountOf', () => {
  it.each<[string, ReturnType<typeof amountOf>]>([
    ['', undefined],
    ['  ', undefined],
    ['0', 0],
    [' 12 ', 12],
    ['1,234', 1234],
    ['$1,200.50', 1200.5],
    ['1.5', 1.5],
    ['Hidden', 'hidden'],
    [' not known', 'not known'],
    ['25ish', 'unclear'],
    ['30+?', 'unclear'],
    ['-3', 'unclear'],
    ['1,23', 'unclear'],
    ['1e3', 'unclear'],
    ['٣', 'unclear'],
    ['99999999999999999999', 'unclear'],
    ['unknown', 'unclear'],
  ])('reads “%s”', (text, amount) => expect(amountOf(text)).toBe(amount));
});

it('tells how many cells cannot be counted: numbers that are none, and days that do not exist', () => {
  const rows = [meeting('12'), meeting('a dozen'), ['2026-02-30', '7', 'Here'], ['soon', 'not known', '']];
  expect(unclearIn(log, rows)).toEqual({ numbers: 1, dates: 2 });
  expect(unclearIn(log, [['', '', '']])).toEqual({ numbers: 0, dates: 0 });
});

describe('totals', () => {
  it('gives sum, average, lowest and highest for each choice and for all, and counts rows', () => {
    const rows = [
      meeting('12'),
      meeting('15'),
      meeting('20', 'There'),
      meeting('4', ' there '),
      meeting('7', ''),
      ['', '', ''],
    ];
    expect(amounts(log, rows)).toEqual({
      Meetings: [2, 2, 1, 5],
      'People: total': [27, 24, 7, 58],
      'People: average': [13.5, 12, 7, 11.6],
      // Of single rows: for each choice or for all, not both.
      'People: lowest': [12, 4, undefined, undefined],
      'People: highest': [15, 20, undefined, undefined],
    });
  });

  it('never guesses: one cell that is no number leaves the whole column open', () => {
    expect(amounts(log, [meeting('12'), meeting('25ish')])['People: total']).toEqual([
      'unclear',
      'unclear',
      'unclear',
      'unclear',
    ]);
    expect(amounts(log, [meeting('12'), meeting('not known')])['People: average']!.at(-1)).toBe('not known');
  });

  it('tells an empty cell from a zero', () => {
    expect(amounts(log, [meeting(''), meeting('')])['People: total']).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(amounts(log, [meeting('0'), meeting('')])['People: average']!.at(-1)).toBe(0);
  });

  it('writes a share with its base and counts choices', () => {
    const rows = [
      ['1', 'Any*', '10', '4', '1', '$2,000', 'Yes'],
      ['2', 'What?', '2', '1.5', '2.5', '1', 'no'],
    ];
    expect(shown(matrix, rows)).toMatchObject({
      'Answers: total': [12],
      'Known: share of answers': ['5.5 of 12 (46%)'],
      'Hours: middle value': [1.75],
      'Paid: total': [2001],
      'In? No': [1],
      'Kind: Any*': [1],
    });
  });

  it('adds halves without a trail of digits', () => {
    expect(
      amounts(matrix, [
        ['1', '', '0.1', '', '', '', ''],
        ['2', '', '0.2', '', '', '', ''],
      ])['Answers: total'],
    ).toEqual([0.3]);
  });

  it('adds across unless somebody wrote the sum, and not in rows of the year only', () => {
    expect(acrossOf(measures, ['Visits', '12', '', '20', '', '', ''])).toBe(32);
    expect(acrossOf(measures, ['Visits', '12', 'hidden', '20', '', '', ''])).toBe('hidden');
    expect(acrossOf(measures, ['Visits', '12', 'not known', '20', '', '', ''])).toBe('not known');
    expect(acrossOf(measures, ['Visits', '12', '', '20', '40', '', ''])).toBe(40);
    expect(acrossOf(measures, ['Visits', '', '', '', '', '', ''])).toBeUndefined();
    expect(acrossOf(measures, ['Charges (year only)', '12', '1', '1', '', '', ''])).toBeUndefined();
  });

  it('gives every form of the content a summary', () => {
    for (const form of Object.values(real))
      expect(form.summary === 'rows' || linesOf(form).length > 1, form.id).toBe(true);
  });

  it('never adds agency totals and the annual summary down', () => {
    for (const id of ['agency-totals', 'annual-summary'])
      expect(totalsOf(real[id]!, [['Meetings held', '3', '4', '5', '6', '']])).toEqual([]);
  });
});

describe('the summary', () => {
  it('hides small sums of people, one more where they could be found by subtraction, and the averages with them', () => {
    const rows = [meeting('30'), meeting('4', 'There'), meeting('50', '')];
    expect(shown(log, rows)).toEqual({
      Meetings: [1, 1, 1, 3],
      'People: total': ['hidden', 'hidden', 50, 84],
      'People: average': ['hidden', 'hidden', 50, 28],
      'People: lowest': ['hidden', 'hidden', '', ''],
      'People: highest': ['hidden', 'hidden', '', ''],
    });
    expect(shown(log, rows, 1)['People: total']).toEqual([30, 4, 50, 84]);
  });

  it('hides lowest and highest together when one of them is small, and shows the sum that gives nothing away', () => {
    const rows = [meeting('30'), meeting('4'), meeting('11', 'There'), meeting('40', 'There')];
    expect(shown(log, rows)).toMatchObject({
      'People: total': [34, 51, '', 85],
      'People: lowest': ['hidden', 11, '', ''],
      'People: highest': ['hidden', 40, '', ''],
    });
  });

  it('hides lowest and highest where they leave a small number of one row', () => {
    const range = (...people: number[]) =>
      ['total', 'lowest', 'highest'].map(
        (name) =>
          shown(
            log,
            people.map((n) => meeting(String(n))),
          )[`People: ${name}`]![0],
      );
    expect(range(37, 3, 0)).toEqual([40, 'hidden', 'hidden']);
    // Three meetings of 10, 10 and 9.
    expect(range(0, 10, 10, 9, 10)).toEqual([39, 'hidden', 'hidden']);
    expect(range(37, 0)).toEqual([37, 0, 37]);
    expect(range(10, 0)).toEqual([10, 0, 10]);
    expect(range(37, 15, 0)).toEqual([52, 0, 37]);
    expect(shown(log, [meeting('0'), meeting('1'), meeting('1')], 1)['People: lowest']![0]).toBe(0);
  });

  it('hides numbers of people row by row, and shows those of things', () => {
    const rows = [
      ['Meetings', '3', '4', '5', '', '', ''],
      ['Visits', '4', '25', '30', '', '', ''],
      ['Charges (year only)', '', '', '', '2', '$5.00', '2026-01-02'],
      ['Own row', '', '', '', '0', '', ''],
      ['Other', '', '', '', '25ish', '', ''],
    ];
    expect(summaryOf(measures, rows, 10).rows).toEqual([
      { label: 'Meetings', cells: [3, 4, 5, 12, '', ''] },
      { label: 'Visits', cells: ['hidden', 'hidden', 30, 59, '', ''] },
      { label: 'Charges (year only)', cells: ['', '', '', 'hidden', 5, '2026-01-02'] },
      { label: 'Own row', cells: ['', '', '', 0, '', ''] },
      { label: 'Other', cells: ['', '', '', 'unclear', '', ''] },
    ]);
  });

  it('leaves every small number open even to a reader who knows the method', () => {
    const limit = 4;
    const most = 11;
    // All logs of three meetings, and of four in one place, by what their summaries show.
    const [here, there] = ['Here', 'There'].map((place) =>
      Array.from({ length: most + 1 }, (_, people) => meeting(String(people), place)),
    ) as [string[][], string[][]];
    const several = (meetings: string[][], count: number): string[][][] =>
      count === 0
        ? [[]]
        : meetings.flatMap((one, at) => several(meetings.slice(at), count - 1).map((more) => [one, ...more]));
    const logs = [...several([...here, ...there], 3), ...several(here, 4)];
    const alike = Map.groupBy(logs, (rows) => JSON.stringify(summaryOf(log, rows, limit).rows));
    let checked = 0;
    for (const [text, group] of alike) {
      const exact = group.map((rows) => totalsOf(log, rows).map(({ amounts: numbers }) => numbers));
      // Beyond this sum, logs with larger numbers would look the same and are not among those tried.
      if (Number(exact[0]![1]!.at(-1)) > most) continue;
      (JSON.parse(text) as ReturnType<typeof summaryOf>['rows']).forEach(({ label, cells }, line) =>
        cells.forEach((cell, part) => {
          const values = new Set(exact.map((numbers) => numbers[line]![part]));
          if (cell !== 'hidden' || ![...values].some((value) => Number(value) > 0 && Number(value) < limit)) return;
          checked += 1;
          expect(values.size, `${label} ${part}: ${text}`).toBeGreaterThan(1);
        }),
      );
      for (const place of ['Here', 'There']) {
        const single = group.map((rows) =>
          rows
            .filter((row) => row[2] === place)
            .map((row) => Number(row[1]))
            .sort((a, b) => a - b),
        );
        single[0]!.forEach((people, at) => {
          if (!(people > 0 && people < limit)) return;
          checked += 1;
          expect(new Set(single.map((numbers) => numbers[at])).size, `one meeting ${place}: ${text}`).toBeGreaterThan(
            1,
          );
        });
      }
    }
    expect(checked).toBeGreaterThan(300);
  });

  it('shows a row with any cells at all, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }), { maxLength: 9 }), { maxLength: 8 }), (rows) => {
        for (const form of [log, measures, matrix]) expect(() => summaryOf(form, rows, 10)).not.toThrow();
      }),
    );
  });
});

describe('the schema of forms', () => {
  it.each<[string, [string, string], string]>([
    [
      'a number without a word on totals',
      [', totals: [sum, average, range]', ''],
      '`people` does not say what the summary makes of it. Write `totals: [sum]` or other totals, or `totals: []` where a total would mislead.',
    ],
    [
      'a total of the wrong kind',
      ['totals: [sum, average, range]', 'totals: [tally]'],
      'a `count` has no `tally`. A `tally` is of choices; the others are of numbers.',
    ],
    [
      'an average of people without its sum',
      ['totals: [sum, average, range]', 'totals: [average]'],
      '`people` counts people, so its `sum` comes first. Add `sum`: what else is said of the column is hidden along with it. Or write `counts: things`.',
    ],
    [
      'a middle value of people',
      ['totals: [sum, average, range]', 'totals: [sum, middle]'],
      '`people` counts people, and a middle value would be somebody’s number. Leave out `middle`, or write `counts: things`.',
    ],
    [
      'a breakdown by no choice',
      ['by: place', 'by: people'],
      '`people` is no column to choose in. Columns: `day`, `people`, `place`.',
    ],
    [
      'an option with a comma',
      ['options: [Here, There]', "options: ['Here, or there', There]"],
      'a drop-down list holds 255 characters, and no comma within an option. Shorten the options, or write “and” for the comma.',
    ],
    [
      'a choice without options',
      [', options: [Here, There]', ''],
      '`place` is a `choice` without options. A `choice` has `options`; other kinds have none.',
    ],
    [
      'two columns of one name',
      ['label: Place', 'label: Day'],
      'two columns are called “Day”. Workbooks find columns by their heads: give each its own.',
    ],
    [
      'totals where rows are listed',
      ['rowsAre: Meetings', 'summary: rows'],
      'a summary that lists rows has no totals. Leave out `totals`, or `summary: rows`.',
    ],
    [
      'an unknown base',
      ['totals: [sum, average, range]', 'totals: [sum], outOf: place'],
      '`people` cannot be a share of `place`. Both need `totals: [sum]`. Columns: `day`, `people`, `place`.',
    ],
    [
      'sums across without a list',
      ['by: place', 'across: { of: [people, day], into: day }'],
      'sums across stand only where the summary lists rows. Add `summary: rows`.',
    ],
  ])('explains %s', (_name, edit, message) => {
    const faults = readContent(sinkWith({ 'forms/log.yaml': edit })).problems.map(formatProblem);
    expect(
      faults.some((fault) => /^content\/forms\/log\.yaml:\d+: /.test(fault) && fault.endsWith(message)),
      faults.join('\n'),
    ).toBe(true);
  });

  it.each<[string, [string, string], RegExp]>([
    [
      'columns that are not side by side',
      ['of: [first, second, third]', 'of: [first, third]'],
      /measures\.yaml:27: the columns do not stand side by side in this order/,
    ],
    ['a sum among its parts', ['into: year', 'into: third'], /`of` and `into` name different columns of kind `count`/],
    [
      'people and things in one sum',
      ['label: Second', 'counts: things, label: Second'],
      /measures\.yaml:27: `of` and `into` do not count the same\. Write `counts: people`, or `counts: things`, on all of them\./,
    ],
    [
      'marks in a column of words',
      ['kind: text }', 'kind: text, marks: true }'],
      /`measure` is no `count`\. Leave out `marks` and `fractions`\./,
    ],
    [
      'two rows of one name',
      ['label: Visits }', 'label: Meetings }'],
      /measures\.yaml:23: two rows are called “Meetings”/,
    ],
    ['two limits', ['label: Agency }', 'label: Agency, kind: limit }'], /a form has one `limit`/],
  ])('explains %s', (_name, edit, message) => {
    expect(
      readContent(sinkWith({ 'forms/measures.yaml': edit }))
        .problems.map(formatProblem)
        .join('\n'),
    ).toMatch(message);
  });
});
