/** Charts in words and numbers: what each drawing and its table have in common. */
import type { Entry } from '../schemas/index.ts';

type Chart = Entry<'charts'>;
type Row = Chart['rows'][number];

/** The value of a row as the source gives it. */
export function valueOf({ written, value, start, end }: Row): string {
  return written ?? (start === undefined ? String(value) : `${start} to ${end}`);
}

/** The rows of each label together, in the order of first use. */
export function groupsOf({ rows }: Chart): { label: string; rows: Row[] }[] {
  const labels = [...new Set(rows.map(({ label }) => label))];
  return labels.map((label) => ({ label, rows: rows.filter((row) => row.label === label) }));
}

/** All that a chart shows, for readers who do not see it. */
export function chartInWords(chart: Chart): string {
  const parts =
    chart.kind === 'answers'
      ? groupsOf(chart).map(({ label, rows }) => `${label}, ${answers(rows.length)}: ${rows.map(valueOf).join('; ')}.`)
      : chart.rows.map((row) => `${row.label}: ${valueOf(row)}.`);
  const kinds = { bars: 'Bar chart', gantt: 'Bars on a line of time', answers: 'Dot chart of single answers' };
  return [`${kinds[chart.kind]}. ${chart.title}. ${chart.unit}.`, ...parts].join(' ');
}

/** “3 answers”. */
export function answers(count: number): string {
  return `${count} ${count === 1 ? 'answer' : 'answers'}`;
}

/** A place on the axis in percent of the drawing’s width, so that drawings fit any screen while their words keep their size. */
export function percent(part: number, whole: number, from = 0, to = 100): number {
  return Math.round((from + (part / whole) * (to - from)) * 100) / 100;
}
