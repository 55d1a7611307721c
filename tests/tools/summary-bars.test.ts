import { expect, it } from 'vitest';
import { readContent } from '../../src/reader/read.ts';
import { barsOf } from '../../src/tools/summary-bars.ts';
import { summaryOf } from '../../src/tools/summary.ts';
import { root } from '../root.ts';

const { forms } = readContent(root).site;
const attendance = forms['attendance-log']!;

it('draws the parts of each total, hidden ones without a length', () => {
  const rows = [
    ['', 'Full task force', '40', '', '', ''],
    ['', 'Subcommittee', '4', '', '', ''],
    ['', 'Other', '20', '', '', ''],
  ];
  const members = barsOf(attendance, summaryOf(attendance, rows, 10)).find(({ title }) => title.startsWith('Members'));
  expect(members?.bars.slice(0, 3)).toEqual([
    { label: 'Full task force', value: 40, share: 1 },
    { label: 'Subcommittee', value: 'hidden', share: 0 },
    { label: 'Other', value: 'hidden', share: 0 },
  ]);
});

it('draws the quarters of a row that is added across, and nothing for one number alone', () => {
  const summary = forms['annual-summary']!;
  const row = (label: string, ...cells: string[]) => [label, ...cells];
  const bars = barsOf(
    summary,
    summaryOf(summary, [row('Meetings held', '3', '2', '', '', ''), row('Hours of training', '', '', '', '6', '')], 10),
  );
  expect(bars).toEqual([
    {
      title: 'Meetings held',
      bars: [
        { label: 'Quarter 1', value: 3, share: 1 },
        { label: 'Quarter 2', value: 2, share: 2 / 3 },
      ],
    },
  ]);
});

it('draws nothing for an empty form', () => {
  for (const form of Object.values(forms)) expect(barsOf(form, summaryOf(form, [], 10))).toEqual([]);
});
