/** Simple charts of a summary: numbers of one kind side by side. Pure; what the summary hides, the chart hides. */
import { linesOf, type Form } from './forms.ts';
import type { Summary } from './summary.ts';

export interface Bars {
  title: string;
  /** A number, or the word that stands in its place. `share` is its length, from 0 to 1. */
  bars: { label: string; value: number | string; share: number }[];
}

/** The charts that a summary gives, none where nothing can be compared. */
export function barsOf(form: Form, summary: Summary): Bars[] {
  return form.summary === 'rows' ? acrossBars(form, summary) : totalBars(form, summary);
}

function totalBars(form: Form, { head, rows }: Summary): Bars[] {
  const lines = linesOf(form);
  const parts = head.slice(1, -1);
  if (parts.length > 0) {
    return rows.flatMap(({ label, cells }, index) =>
      ['sum', 'rows'].includes(lines[index]?.kind ?? '')
        ? withShares(
            label,
            parts.map((part, at) => ({ label: part, value: cells[at] ?? '' })),
          )
        : [],
    );
  }
  const tallies = form.columns.flatMap((column) => {
    const own = rows.flatMap(({ cells }, index) => {
      const line = lines[index];
      return line?.kind === 'tally' && line.column === column
        ? [{ label: line.option, value: cells.at(-1) ?? '' }]
        : [];
    });
    return withShares(column.label, own);
  });
  const counted = rows.flatMap(({ cells }, index) => {
    const line = lines[index];
    return line?.kind === 'sum' && line.column.kind === 'count'
      ? [{ label: line.column.label, value: cells.at(-1) ?? '' }]
      : [];
  });
  return [...withShares('Totals', counted), ...tallies];
}

function acrossBars({ across, columns }: Form, { head, rows }: Summary): Bars[] {
  if (!across) return [];
  const places = across.of.map((id) => columns.findIndex((column) => column.id === id));
  return rows.flatMap(({ label, cells }) =>
    withShares(
      label,
      places.map((place) => ({ label: head[place] ?? '', value: cells[place - 1] ?? '' })),
    ),
  );
}

/** One chart, if at least two of its bars hold something. */
function withShares(title: string, bars: { label: string; value: number | string }[]): Bars[] {
  const filled = bars.filter(({ value }) => value !== '');
  const most = Math.max(...filled.map(({ value }) => (typeof value === 'number' ? value : 0)), 0);
  if (filled.length < 2 || most === 0) return [];
  return [
    {
      title,
      bars: filled.map(({ label, value }) => ({ label, value, share: typeof value === 'number' ? value / most : 0 })),
    },
  ];
}
