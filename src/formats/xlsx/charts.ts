/**
 * The charts of a workbook: one for each form that adds up rows of one sort, below the numbers that may be passed on. They read the
 * cells of those numbers, so what is hidden there has no bar. Lists whose rows count different things have none.
 */
import type { Worksheet } from '@protobi/exceljs';
import type { Workbook } from '../../documents/workbook.ts';
import { byColumn, isProtected, linesOf } from '../../tools/forms.ts';
import { heightOf, pageOf, titleFont, wrapped } from './looks.ts';
import type { LastPage } from './page-breaks.ts';
import { partsOf, type Placed } from './place.ts';
import { columnLetter } from './text.ts';

/** What a bar chart shows: cells of the sheet on which it stands. */
interface Bars {
  title: string;
  /** How many bars each series has. */
  count: number;
  /** The cells with the names of the bars. */
  names: string;
  /** For each series the cell with its name, and the cells with its amounts. */
  series: { name: string; amounts: string }[];
}
export interface Chart extends Bars {
  /** The row at which it begins, and its size in points. */
  row: number;
  width: number;
  height: number;
}

/** Points of an unstyled row. */
const rowHeight = 15;

const range = (from: [column: number, row: number], to: [column: number, row: number]): string =>
  [from, to].map(([column, row]) => `$${columnLetter(column)}$${row}`).join(':');

/** The bars of a form, or undefined where its numbers are not of one sort. */
function barsOf([{ form }, place]: Placed): Bars | undefined {
  if (form.summary === 'rows') return undefined;
  const lines = linesOf(form);
  const [head, first] = [place.block + 1, place.block + 2];
  const by = byColumn(form);
  if (by) {
    const sums = lines.flatMap((line, index) => (line.kind === 'sum' ? [{ ...line, row: first + index }] : []));
    const people = sums.filter(({ column }) => isProtected(form, column));
    const alike = people.length > 0 ? people : sums.filter(({ column }) => column.kind === sums[0]!.column.kind);
    const rows = alike.length > 0 ? alike.map(({ row }) => row) : [first];
    const count = partsOf(form).length;
    return {
      title: `${form.title}, by “${by.label}”`,
      count,
      names: range([1, head], [count, head]),
      series: rows.map((row) => ({ name: `$A$${row}`, amounts: range([1, row], [count, row]) })),
    };
  }
  const choices = lines.flatMap(({ kind }, index) => (kind === 'tally' ? [first + index] : []));
  // Other totals may stand between the choices of two columns: the chart ends there.
  const run = choices.filter((row, index) => row === choices[0]! + index);
  if (run.length === 0) return undefined;
  return {
    title: `${form.title}: ${form.rowsAre.toLowerCase()}`,
    count: run.length,
    names: range([0, run[0]!], [0, run.at(-1)!]),
    series: [{ name: `$A$${first}`, amounts: range([1, run[0]!], [1, run.at(-1)!]) }],
  };
}

/** Makes room for the charts below the blocks of a sheet, which end on its last page. @returns the charts with their places */
export function placeCharts(
  sheet: Worksheet,
  { hue }: Workbook,
  placed: readonly Placed[],
  widths: readonly number[],
  last: LastPage,
): Chart[] {
  const all = placed.flatMap((one) => barsOf(one) ?? []);
  if (all.length === 0) return [];
  const { block, lines } = placed.at(-1)![1];
  const top = block + lines + 4;
  if (placed.length > 1 && !last.isBare) sheet.getRow(top - 1).addPageBreak();
  sheet.getCell(top, 1).value = all.length === 1 ? 'Chart' : 'Charts';
  sheet.getCell(top, 1).style = titleFont(hue, 13);
  sheet.getRow(top).height = 20;
  const words = 'Drawn from the numbers above. What is hidden, not known or unclear there has no bar.';
  const paper = widths.reduce((sum, characters) => sum + characters, 0);
  sheet.mergeCells(top + 1, 1, top + 1, widths.length);
  sheet.getCell(top + 1, 1).value = words;
  sheet.getCell(top + 1, 1).style = { alignment: wrapped };
  sheet.getRow(top + 1).height = heightOf([words], [paper]);
  const { width, down } = pageOf(widths);
  let row = top + 2;
  let used = 50 + (last.isBare ? last.taken : 0);
  return all.map((bars) => {
    const height = 72 + bars.count * (8 + 13 * bars.series.length) + (bars.series.length > 1 ? 24 : 0);
    const rows = Math.ceil(height / rowHeight) + 1;
    if (used + rows * rowHeight > down) {
      sheet.getRow(row - 1).addPageBreak();
      used = 0;
    }
    used += rows * rowHeight;
    row += rows;
    return { ...bars, row: row - rows, width: Math.min(620, width), height };
  });
}
