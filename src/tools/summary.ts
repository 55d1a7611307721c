/** The summary of a form, fit to pass on: totals or rows with small numbers hidden. Pure; page, workbook and exports show the same. */
import {
  acrossOf,
  allParts,
  amountOf,
  byColumn,
  isFilled,
  isProtected,
  noPart,
  optionsOf,
  totalsOf,
  type Column,
  type Form,
  type Line,
  type Totals,
} from './forms.ts';
import { isSmall, suppressParts, type Amount } from './suppression.ts';

/** A summary as it is shown: a cell is a number, a word such as “hidden”, a share such as “60 of 132 (45%)”, or empty. */
export interface Summary {
  head: string[];
  rows: { label: string; cells: (number | string)[] }[];
}

/**
 * The summary to pass on, small numbers hidden.
 * @param limit the smallest number shown; 1 shows everything
 */
export function summaryOf(form: Form, rows: readonly (readonly string[])[], limit: number): Summary {
  return form.summary === 'rows' ? listed(form, rows, limit) : added(form, rows, limit);
}

function added(form: Form, rows: readonly (readonly string[])[], limit: number): Summary {
  const totals = totalsOf(form, rows);
  const of = (column: Column, kind: Line['kind']) =>
    totals.find(({ line }) => line.kind === kind && 'column' in line && line.column === column)?.amounts ?? [];
  const by = byColumn(form);
  const sums = (column: Column): Amount[] => {
    const exact = of(column, 'sum');
    if (!isProtected(form, column)) return exact;
    const { parts, total } = suppressParts(exact.slice(0, -1), exact.at(-1), limit);
    return [...parts, total];
  };
  const cells = ({ line, amounts }: Totals): (number | string)[] => {
    if (line.kind === 'rows' || line.kind === 'tally') return amounts.map(shown);
    if (line.kind === 'sum') return sums(line.column).map(shown);
    if (line.kind === 'share') return amounts.map((amount, part) => shareOf(amount, of(line.base, 'sum')[part]));
    if (!isProtected(form, line.column)) return amounts.map(shown);
    // An average is its sum, and the numbers of single rows lie within it.
    const sum = sums(line.column);
    const [exact, lowest, highest] = (['sum', 'lowest', 'highest'] as const).map((kind) => of(line.column, kind)) as [
      Amount[],
      Amount[],
      Amount[],
    ];
    const tells = (part: number) =>
      line.kind !== 'average' && tellsOfOne(exact[part], lowest[part], highest[part], limit);
    return amounts.map((amount, part) =>
      shown(amount !== undefined && (sum[part] === 'hidden' || tells(part)) ? 'hidden' : amount),
    );
  };
  return {
    head: ['What is counted', ...(by ? [...optionsOf(by), noPart] : []), allParts],
    rows: totals.map((one) => ({ label: one.line.label, cells: cells(one) })),
  };
}

/**
 * True when lowest and highest beside their sum tell a small number of one row: when one of them is small; when a lowest of 0 leaves
 * a small number for all other rows; or when it leaves so much that one of them may be just below a highest that is the limit itself.
 */
function tellsOfOne(sum: Amount, lowest: Amount, highest: Amount, limit: number): boolean {
  if (typeof sum !== 'number' || typeof lowest !== 'number' || typeof highest !== 'number') return false;
  const others = sum - lowest - highest;
  return (
    [lowest, highest, others].some((amount) => isSmall(amount, limit)) ||
    (lowest === 0 && others > 0 && isSmall(highest - 1, limit))
  );
}

function listed(form: Form, rows: readonly (readonly string[])[], limit: number): Summary {
  const cellsOf = (row: readonly string[]): (number | string)[] => {
    const amounts = form.columns.map(({ id, kind }, index) =>
      id === form.across?.into
        ? acrossOf(form, row)
        : kind === 'count' || kind === 'money'
          ? amountOf(row[index] ?? '')
          : undefined,
    );
    const at = (ids: readonly string[]) => ids.map((id) => form.columns.findIndex((column) => column.id === id));
    const [into = -1] = form.across ? at([form.across.into]) : [];
    const of = form.across ? at(form.across.of) : [];
    const { parts, total } = suppressParts(
      of.map((index) => amounts[index]),
      amounts[into],
      limit,
    );
    const hidden = amounts.map((amount, index) =>
      index === into
        ? total
        : of.includes(index)
          ? parts[of.indexOf(index)]
          : isSmall(amount, limit)
            ? 'hidden'
            : amount,
    );
    return form.columns.map((column, index) =>
      column.kind === 'count'
        ? shown(isProtected(form, column, row) ? hidden[index] : amounts[index])
        : column.kind === 'money'
          ? shown(amounts[index])
          : (row[index] ?? ''),
    );
  };
  return {
    head: form.columns.map(({ label }) => label),
    rows: rows.filter((row) => isFilled(form, row)).map((row) => rowOf(cellsOf(row))),
  };
}

const rowOf = ([label, ...cells]: (number | string)[]) => ({ label: String(label), cells });
const shown = (amount: Amount): number | string => amount ?? '';

function shareOf(part: Amount, base: Amount): string {
  if (typeof part === 'number' && typeof base === 'number' && base > 0)
    return `${part} of ${base} (${Math.round((100 * part) / base)}%)`;
  return typeof part === 'string' ? part : typeof base === 'string' ? base : '';
}
