/**
 * What the rows of a form add up to: one definition for the page, the workbook and every export. Pure, on rows of plain strings,
 * one string for each column, given rows first with their name in the first cell.
 */
import type { Entry } from '../schemas/index.ts';
import { isDay } from './days.ts';
import type { Amount } from './suppression.ts';

/** A form without its prose. */
export type Form = Pick<
  Entry<'forms'>,
  'id' | 'title' | 'fields' | 'given' | 'rows' | 'rowsAre' | 'summary' | 'by' | 'across' | 'members'
> & { columns: Column[] };
export type Column = Omit<Entry<'forms'>['columns'][number], 'guidance'>;
type Statistic = 'sum' | 'average' | 'middle' | 'lowest' | 'highest';

/** One line of a summary of totals. */
export type Line =
  | { kind: 'rows'; label: string }
  | { kind: 'tally'; label: string; column: Column; option: string }
  | { kind: Statistic; label: string; column: Column }
  | { kind: 'share'; label: string; column: Column; base: Column };

const names: Record<Statistic, string> = {
  sum: 'total',
  average: 'average',
  middle: 'middle value',
  lowest: 'lowest',
  highest: 'highest',
};
/** The part of those rows in which nothing (or nothing known) is chosen. */
export const noPart = 'None chosen';
export const allParts = 'All';

export const optionsOf = ({ kind, options }: Column): readonly string[] =>
  kind === 'yes-no' ? ['Yes', 'No'] : (options ?? []);

/** The column by which totals are given one by one. */
export function byColumn({ by, columns }: Form): Column | undefined {
  return columns.find(({ id }) => id === by);
}

/** The lines of the summary of a form with totals, in order. */
export function linesOf(form: Form): Line[] {
  const lines = form.columns.flatMap((column): Line[] => {
    const base = form.columns.find(({ id }) => id === column.outOf);
    const line = (kind: Statistic): Line => ({ kind, label: `${column.label}: ${names[kind]}`, column });
    return (column.totals ?? []).flatMap((total): Line[] => {
      if (total === 'tally')
        return column.id === form.by
          ? []
          : optionsOf(column).map((option) => ({
              kind: 'tally',
              label: `${column.label}${column.label.endsWith('?') ? '' : ':'} ${option}`,
              column,
              option,
            }));
      if (total === 'range') return [line('lowest'), line('highest')];
      return [
        line(total),
        ...(total === 'sum' && base
          ? [{ kind: 'share' as const, label: `${column.label}: share of ${base.label.toLowerCase()}`, column, base }]
          : []),
      ];
    });
  });
  return [{ kind: 'rows', label: form.rowsAre }, ...lines];
}

/** Reads a cell of numbers. Spaces around it, a dollar sign and commas between thousands are understood; nothing is guessed. */
export function amountOf(text: string): Amount {
  const bare = text.trim().toLowerCase();
  if (bare === '') return undefined;
  if (bare === 'hidden' || bare === 'not known') return bare;
  const number = /^\$?\s?(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?$/.test(bare) ? Number(bare.replace(/[$,\s]/g, '')) : NaN;
  return number <= Number.MAX_SAFE_INTEGER ? number : 'unclear';
}

/** Adds up. One part that is hidden, not known or unclear makes the sum so: it is never guessed. Empty parts are left out. */
export function sumOf(amounts: readonly Amount[]): Amount {
  return marked(amounts) ?? statistic('sum', amounts);
}

const marked = (amounts: readonly Amount[]): Amount =>
  (['hidden', 'not known', 'unclear'] as const).find((mark) => amounts.includes(mark));

function statistic(kind: Statistic, amounts: readonly Amount[]): Amount {
  const numbers = amounts.filter((amount) => typeof amount === 'number').sort((a, b) => a - b);
  if (numbers.length === 0) return undefined;
  const sum = Math.round(numbers.reduce((a, b) => a + b, 0) * 1e6) / 1e6;
  const half = Math.floor(numbers.length / 2);
  switch (kind) {
    case 'sum':
      return sum;
    case 'average':
      return Math.round((sum * 10) / numbers.length) / 10;
    case 'middle':
      return numbers.length % 2 === 1 ? numbers[half] : (numbers[half - 1]! + numbers[half]!) / 2;
    case 'lowest':
      return numbers[0];
    case 'highest':
      return numbers.at(-1);
  }
}

/** How many cells of numbers hold none that is clear, and how many of dates hold no day: none of them counts. */
export function unclearIn({ columns }: Form, rows: readonly (readonly string[])[]): { numbers: number; dates: number } {
  const count = (kinds: readonly string[], isUnclear: (cell: string) => boolean): number =>
    columns
      .flatMap(({ kind }, place) => (kinds.includes(kind) ? [place] : []))
      .reduce((sum, place) => sum + rows.filter((row) => isUnclear(row[place] ?? '')).length, 0);
  return {
    numbers: count(['count', 'money'], (cell) => amountOf(cell) === 'unclear'),
    dates: count(['date'], (cell) => cell !== '' && !isDay(cell)),
  };
}

/** What stands in the column `into` of a row: what somebody wrote there, else the sum of the parts. */
export function acrossOf(form: Form, row: readonly string[]): Amount {
  const cell = (id: string) => row[form.columns.findIndex((column) => column.id === id)] ?? '';
  const written = form.across && amountOf(cell(form.across.into));
  if (written !== undefined || !form.across || !isAddedAcross(form, row)) return written;
  return sumOf(form.across.of.map((id) => amountOf(cell(id))));
}

const givenRow = ({ given }: Form, row: readonly string[]) => given.find(({ label }) => label === row[0]?.trim());
const isAddedAcross = (form: Form, row: readonly string[]) => givenRow(form, row)?.across ?? true;

/** True when small numbers of a column are hidden, in one row or, where the row does not matter, in general. */
export function isProtected(form: Form, column: Column, row: readonly string[] = []): boolean {
  return (
    column.kind === 'count' && column.counts === 'people' && (givenRow(form, row)?.counts ?? 'people') === 'people'
  );
}

/** True when somebody has written into a row; the name of a given row does not count. */
export function isFilled(form: Form, row: readonly string[]): boolean {
  return row.slice(form.given.length > 0 ? 1 : 0).some((cell) => cell.trim() !== '');
}

/** One line with an amount for each part, the last for all rows. */
export interface Totals {
  line: Line;
  amounts: Amount[];
}

/** The exact totals of a form, line by line; none where a form lists its rows instead. */
export function totalsOf(form: Form, rows: readonly (readonly string[])[]): Totals[] {
  if (form.summary === 'rows') return [];
  const filled = rows.filter((row) => isFilled(form, row));
  const by = byColumn(form);
  const cellsOf = (column: Column, some: typeof filled) =>
    some.map((row) => row[form.columns.findIndex(({ id }) => id === column.id)] ?? '');
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.toLowerCase();
  const chosen = (row: readonly string[]) => optionsOf(by!).find((option) => same(cellsOf(by!, [row])[0]!, option));
  const parts = by ? [...optionsOf(by), undefined].map((option) => filled.filter((row) => chosen(row) === option)) : [];
  return linesOf(form).map((line) => {
    const amounts = [...parts, filled].map((some, index): Amount => {
      if (line.kind === 'rows') return some.length;
      if (line.kind === 'tally') return cellsOf(line.column, some).filter((cell) => same(cell, line.option)).length;
      // Numbers of one row are given for each part or for all; both together would give away more.
      if (['middle', 'lowest', 'highest'].includes(line.kind) && by && index >= optionsOf(by).length) return undefined;
      return (
        marked(cellsOf(line.column, filled).map(amountOf)) ??
        statistic(line.kind === 'share' ? 'sum' : line.kind, cellsOf(line.column, some).map(amountOf))
      );
    });
    return { line, amounts };
  });
}

/** Rows that are only numbered have no name, and are no places to share. */
export const isNumbered = (label: string): boolean => /^\d+$/.test(label);
