/** Where each form stands in a workbook: on its own sheet, and as a block of lines on “Exact numbers” and “Summary”. */
import type { Worksheet } from '@protobi/exceljs';
import { byColumn, isProtected, linesOf, optionsOf, type Form } from '../../tools/forms.ts';
import { columnLetter, sheetName } from './text.ts';
import type { FormSheet, Workbook } from '../../documents/workbook.ts';

/** Sheets that are no forms. Both sheets of numbers are laid out alike, so a cell of one finds its number at the same address of the other. */
export const sheets = {
  instructions: 'Instructions',
  exact: 'Exact numbers',
  summary: 'Summary',
  dictionary: 'Data dictionary',
  definitions: 'Definitions',
} as const;
/** The row of the first block. */
const firstBlock = 5;
/** How far below the head of a form rows are counted, beyond those that are prepared. */
const capacity = 1000;
/** Lines of a listed summary beyond the prepared rows, for rows that somebody adds. */
const mostAdded = 10;

export interface Place {
  sheet: string;
  /** The row of the first field; fields stand one below the other. */
  fields: number;
  /** The column in which fields are filled in: the first that leaves room for their labels. */
  fieldColumn: number;
  /** The rows of running totals, above the head. */
  totals: ('sum' | 'average' | 'middle')[];
  /** The row of the heads of columns. */
  head: number;
  /** Rows with borders: given and empty ones. */
  prepared: number;
  /** The first and last row that count. */
  first: number;
  last: number;
  widths: number[];
  /** The row in which its block on the sheets of numbers begins; its head is the next row. */
  block: number;
  /** Lines of that block below its head, and how many of them are there for rows that somebody adds. */
  lines: number;
  spare: number;
}

/** A form with its place. */
export type Placed = readonly [FormSheet, Place];
/** The sheets on which a block of numbers stands. */
export interface NumberSheets {
  exact: Worksheet;
  summary: Worksheet | undefined;
  /** The column of the exact numbers that says which place the summary hides as a second number. */
  companion: string;
}

/** The place of every form of a workbook. */
export function placesOf({ sheets: forms }: Pick<Workbook, 'sheets'>): Place[] {
  const taken: string[] = Object.values(sheets);
  let block = firstBlock;
  return forms.map((one) => {
    const { form } = one;
    const name = sheetName(form.title, taken);
    taken.push(name);
    const prepared = Math.max(form.given.length + form.rows, one.rows?.length ?? 0);
    const totals = (['sum', 'average', 'middle'] as const).filter((total) =>
      form.columns.slice(1).some((column) => column.totals?.includes(total)),
    );
    const head = 2 + form.fields.length + totals.length;
    const spare = form.summary === 'rows' ? mostAdded : 0;
    const lines = form.summary === 'rows' ? prepared + spare : linesOf(form).length;
    const widths = widthsOf(one);
    const place: Place = {
      sheet: name,
      fields: 2,
      fieldColumn: fieldColumn(form, widths),
      totals,
      head,
      prepared,
      first: head + 1,
      last: head + prepared + capacity,
      widths,
      lines,
      spare,
      block,
    };
    block += lines + 3;
    return place;
  });
}

/** True when a form counts people, so that small numbers are hidden before the summary is passed on. */
export function hidesNumbers({ sheets: forms }: Pick<Workbook, 'sheets'>): boolean {
  return forms.some(({ form }) => form.columns.some((column) => isProtected(form, column)));
}

/** The name of the sheet that adds everything up. */
export function numberSheet(workbook: Pick<Workbook, 'sheets'>): string {
  return hidesNumbers(workbook) ? sheets.exact : sheets.summary;
}

/** The parts of a block of totals, as heads of its columns: undefined stands for rows without a choice. */
export function partsOf(form: Form): (string | undefined)[] {
  const by = byColumn(form);
  return by ? [...optionsOf(by), undefined] : [];
}

/** The address of a column of a form: `'Attendance log'!$C$8:$C$1023`. */
export function rangeOf({ sheet, first, last }: Place, column: number): string {
  return `'${sheet}'!$${columnLetter(column)}$${first}:$${columnLetter(column)}$${last}`;
}

function widthsOf({ form }: FormSheet): number[] {
  return form.columns.map((column, index) => {
    const longestWord = Math.max(...column.label.split(' ').map((word) => word.length));
    const longestOption = Math.max(0, ...optionsOf(column).map((option) => option.length));
    const longestName = index === 0 ? Math.max(0, ...form.given.map(({ label }) => label.length)) : 0;
    if (longestName > 0) return Math.min(46, Math.max(longestName + 2, longestWord + 4));
    const room = { text: 26, count: 11, date: 14, choice: Math.min(24, longestOption + 4), 'yes-no': 10, money: 14 };
    return Math.max(room[column.kind], longestWord + 4);
  });
}

function fieldColumn({ fields, columns }: Form, widths: readonly number[]): number {
  const longest = Math.max(0, ...fields.map(({ label }) => label.length)) * 1.05;
  let left = 0;
  for (let index = 0; index < columns.length - 1; index++) {
    left += widths[index]!;
    if (left >= longest) return index + 1;
  }
  return columns.length - 1;
}
