/**
 * A year that adds up: the figures that a form takes from other forms, by quarter and for the year, as its given rows say (`from`).
 * A figure that cannot be told for sure is left out, and a sentence says why. Pure.
 */
import { isDay } from './days.ts';
import type { Offers } from './fill.ts';
import { cellsOf, fieldsOf, limitOf } from './form-sheet.ts';
import { amountOf, isFilled, sumOf, type Form } from './forms.ts';
import type { Sheet } from './sheet.ts';
import { summaryOf } from './summary.ts';
import type { Amount } from './suppression.ts';

type Figure = NonNullable<Form['given'][number]['from']>;
/** A form with what was written into it. */
export interface FilledForm {
  form: Form;
  sheet: Sheet;
}
export interface YearOffers {
  offers: Offers;
  /** What could not be counted, in sentences. */
  problems: string[];
}

const quarterOf = (day: string): number => Math.floor((Number(day.slice(5, 7)) - 1) / 3);
const nameOf = ({ title }: Form): string => `“${title}”`;

/** The years in the dates of the forms that a form takes figures from, earliest first. */
export function yearsIn(form: Form, sources: ReadonlyMap<string, FilledForm>): string[] {
  const years = new Set<string>();
  for (const { from } of form.given) {
    const source = from && sources.get(from.form);
    if (source && from.day) for (const day of columnOf(source, from.day)) if (isDay(day)) years.add(day.slice(0, 4));
  }
  return [...years].sort();
}

/** What other forms add up to in a year, for the cells of a form. */
export function yearOffers(form: Form, year: string, sources: ReadonlyMap<string, FilledForm>): YearOffers {
  const offers: Record<string, { value: string; from: string }> = {};
  const problems = new Set<string>();
  const into = form.across?.into;
  for (const { id, label, from } of form.given) {
    const source = from && sources.get(from.form);
    if (!source || !into || !cellsOf(source.form, source.sheet).some((row) => isFilled(source.form, row))) continue;
    const offer = (column: string, amount: Amount): void => {
      if (amount === 'unclear')
        problems.add(`“${label}”: a cell of ${nameOf(source.form)} holds no clear number, so nothing was filled in.`);
      else if (amount !== undefined)
        offers[`given.${id}.${column}`] = { value: String(amount), from: nameOf(source.form) };
    };
    if (from.row) offer(into, ofRow(source, from));
    else if (!from.day) offer(into, total(source, from, rowsFor(source, from)));
    else {
      const rows = rowsFor(source, from);
      const days = columnOf(source, from.day);
      const dated = rows.filter(({ place }) => days[place]!.startsWith(`${year}-`));
      const undated = days.filter((day, place) => !isDay(day) && rows.some((row) => row.place === place)).length;
      if (undated > 0)
        problems.add(
          `${undated} ${undated === 1 ? 'row' : 'rows'} of ${nameOf(source.form)} ${undated === 1 ? 'has' : 'have'} no date ` +
            `that can be read and ${undated === 1 ? 'is' : 'are'} not counted.`,
        );
      // A quarter that has not come yet is not a quarter without meetings.
      const all = days.filter((day) => isDay(day) && day.startsWith(`${year}-`));
      const last = Math.max(-1, ...all.map(quarterOf));
      form.across!.of.forEach((column, quarter) => {
        const own = dated.filter(({ place }) => quarterOf(days[place]!) === quarter);
        if (quarter <= last) offer(column, own.length === 0 ? 0 : total(source, from, own));
      });
    }
  }
  for (const { id, from } of form.fields) {
    const [, other = '', field = ''] = /^forms\.([^.]+)\.(.+)$/.exec(from ?? '') ?? [];
    const source = sources.get(other);
    const value = source ? (fieldsOf(source.form, source.sheet)[field] ?? '') : '';
    if (source && value) offers[`field.${id}`] = { value, from: nameOf(source.form) };
  }
  return { offers, problems: [...problems] };
}

interface Row {
  place: number;
  cells: string[];
}
const placeOf = (form: Form, column: string): number => form.columns.findIndex(({ id }) => id === column);
const columnOf = ({ form, sheet }: FilledForm, column: string): string[] =>
  cellsOf(form, sheet).map((row) => (isFilled(form, row) ? (row[placeOf(form, column)] ?? '') : ''));

/** The rows of a form that a figure counts. */
function rowsFor({ form, sheet }: FilledForm, { where }: Figure): Row[] {
  return cellsOf(form, sheet)
    .map((cells, place) => ({ place, cells }))
    .filter(({ cells }) => isFilled(form, cells))
    .filter(({ cells }) =>
      where.every(({ column, is, not }) => {
        const cell = cells[placeOf(form, column)]?.trim() ?? '';
        return (!is || is.includes(cell)) && !not?.includes(cell);
      }),
    );
}

function total({ form }: FilledForm, { sum }: Figure, rows: readonly Row[]): Amount {
  return sum === undefined ? rows.length : sumOf(rows.map(({ cells }) => amountOf(cells[placeOf(form, sum)] ?? '')));
}

/** One number of another form as it may be passed on: small ones hidden. */
function ofRow({ form, sheet }: FilledForm, { row, column }: Figure): Amount {
  const label = form.given.find(({ id }) => id === row)?.label;
  const shown = summaryOf(form, cellsOf(form, sheet), limitOf(form, sheet)).rows.find((one) => one.label === label);
  return amountOf(String(shown?.cells[placeOf(form, column!) - 1] ?? ''));
}
