/** The sheet of a form: fields, running totals, and the table to fill in. */
import type { CellValue, Workbook as Book, Worksheet } from '@protobi/exceljs';
import { amountOf, byColumn, linesOf, optionsOf, type Column } from '../../tools/forms.ts';
import { acrossFormula } from './formulas.ts';
import {
  addSheet,
  alignmentOf,
  borders,
  counted,
  dateFormat,
  headStyle,
  fitPages,
  heightOf,
  isWide,
  letters,
  moneyFormat,
  pale,
  textFormat,
  titleFont,
  underline,
} from './looks.ts';
import { numberSheet, type Place } from './place.ts';
import { ruleFor } from './rules.ts';
import { cellText, columnLetter, looksLikeFormula } from './text.ts';
import type { FormSheet, Workbook } from '../../documents/workbook.ts';

const formats = {
  text: textFormat,
  choice: textFormat,
  'yes-no': textFormat,
  date: dateFormat,
  money: moneyFormat,
  count: 'General',
} as const satisfies Record<Column['kind'], string>;
/** Low rows are hard to write in by hand; many rows still fit on one page. In points. */
const rowHeight = (rows: number) => (rows > 20 ? 19 : 24);

export function addFormSheet(book: Book, workbook: Workbook, one: FormSheet, place: Place): void {
  const { form } = one;
  const sheet = addSheet(book, workbook, place.sheet, place.widths, `${place.head}:${place.head}`);
  sheet.views = [
    {
      state: 'frozen',
      ySplit: place.head,
      xSplit: isWide(place.widths) && form.given.length > 0 ? 1 : 0,
      activeCell: `A${place.first}`,
    },
  ];
  sheet.getCell('A1').value = form.title;
  sheet.getCell('A1').style = titleFont(workbook.hue);
  sheet.getRow(1).height = 24;
  addFields(sheet, one, place);
  addRunningTotals(sheet, one, place, numberSheet(workbook));
  addRows(sheet, one, place, workbook.hue);
  // A log grows: what fits on a page today would be tiny then.
  if (form.given.length > 0 && form.rows <= 3) fitPages(sheet);
  form.columns.forEach((column, index) => {
    const letter = columnLetter(index);
    const name = `${letter}${place.first}:${letter}${place.last}`;
    if (index > 0 || form.given.length === 0)
      addRule(sheet, name, ruleFor(column, `${letter}${place.first}`, one.guidance[column.id]));
  });
}

function addFields(sheet: Worksheet, { form, fields }: FormSheet, { fields: first, fieldColumn }: Place): void {
  form.fields.forEach(({ id, label, kind }, index) => {
    const row = sheet.getRow(first + index);
    row.height = 19;
    row.getCell(1).value = label;
    row.getCell(1).style = { font: letters({ bold: true }), alignment: { vertical: 'middle' } };
    for (let column = fieldColumn; column < form.columns.length; column++)
      row.getCell(column + 1).style = { border: underline, alignment: { vertical: 'middle', horizontal: 'left' } };
    const cell = row.getCell(fieldColumn + 1);
    setCell(cell, fields?.[id] ?? '', kind === 'limit' ? 'count' : kind, label);
    if (kind === 'limit')
      addRule(sheet, cell.address, {
        type: 'whole',
        operator: 'greaterThanOrEqual',
        formulae: [1],
        allowBlank: true,
        showErrorMessage: true,
        errorTitle: label.slice(0, 32),
        error: 'A whole number, 1 or more.',
      });
  });
}

/** One row each for total, average and middle value of all rows, above the heads, where they stay in sight. */
function addRunningTotals(
  sheet: Worksheet,
  { form }: FormSheet,
  { totals, head, block }: Place,
  numbers: string,
): void {
  const names = { sum: 'Total', average: 'Average', middle: 'Middle value' };
  const lines = linesOf(form);
  const all = columnLetter((byColumn(form) ? optionsOf(byColumn(form)!).length + 1 : 0) + 1);
  totals.forEach((total, index) => {
    const row = sheet.getRow(head - totals.length + index);
    row.getCell(1).value = names[total];
    row.getCell(1).style = { font: letters({ italic: true }) };
    form.columns.forEach((column, at) => {
      const line = lines.findIndex((one) => one.kind === total && one.column.id === column.id);
      if (at === 0 || line === -1) return;
      const cell = row.getCell(at + 1);
      cell.value = { formula: `'${numbers}'!${all}${block + 2 + line}` };
      cell.style = {
        font: letters({ italic: true }),
        fill: counted,
        numFmt: formats[column.kind],
        alignment: alignmentOf(column.kind),
      };
    });
  });
}

function addRows(
  sheet: Worksheet,
  { form, rows = form.given.map(({ label }) => [label]) }: FormSheet,
  { head, first, prepared, widths }: Place,
  hue: string,
): void {
  const all = Array.from({ length: prepared }, (_, index) => rows[index] ?? []);
  sheet.addTable({
    name: `form_${form.id.replaceAll('-', '_')}`,
    ref: `A${head}`,
    headerRow: true,
    style: { theme: 'TableStyleLight1', showRowStripes: false },
    columns: form.columns.map(({ label }) => ({ name: cellText(label, label), filterButton: true })),
    rows: all.map(() => form.columns.map(() => null)),
  });
  sheet.getRow(head).height = heightOf(
    form.columns.map(({ label }) => label),
    widths.map((width) => width - 3),
    30,
  );
  form.columns.forEach((_, index) => (sheet.getCell(head, index + 1).style = headStyle(hue)));
  const of = form.across?.of.map((id) => form.columns.findIndex((column) => column.id === id)) ?? [];
  all.forEach((row, index) => {
    const number = first + index;
    sheet.getRow(number).height = heightOf(row, widths, rowHeight(prepared));
    form.columns.forEach((column, at) => {
      const cell = sheet.getCell(number, at + 1);
      const given = form.given.find(({ label }) => label === row[0]?.trim());
      const isName = at === 0 && given !== undefined;
      cell.style = { border: borders, alignment: alignmentOf(column.kind) };
      setCell(cell, row[at] ?? '', column.kind, `Row ${index + 1}, “${column.label}”,`);
      if (isName) cell.style = { ...cell.style, font: letters({ bold: true }), fill: pale };
      if (column.id === form.across?.into && (given?.across ?? true)) {
        cell.style = { ...cell.style, fill: counted };
        if (!row[at])
          cell.value = {
            formula: acrossFormula(`${columnLetter(of[0]!)}${number}:${columnLetter(of.at(-1)!)}${number}`),
          };
      }
    });
  });
}

/** Writes what somebody typed: numbers and days as such, everything else as text, whatever it looks like. */
function setCell(cell: { value: CellValue; numFmt: string }, text: string, kind: Column['kind'], where: string): void {
  cell.numFmt = formats[kind];
  if (text === '') return;
  const amount = kind === 'count' || kind === 'money' ? amountOf(text) : undefined;
  const day = kind === 'date' ? dayOf(text) : undefined;
  cell.value = typeof amount === 'number' ? amount : (day ?? cellText(text, where));
  if (typeof cell.value === 'string' && looksLikeFormula(text)) cell.numFmt = textFormat;
}

/** `2026-11-22` as a day of Excel, which knows none before March 1900. */
function dayOf(text: string): Date | undefined {
  const day = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : NaN);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && text >= '1900-03-01' ? day : undefined;
}

/** The library’s types leave out that a rule may stand for a whole range. */
function addRule(sheet: Worksheet, range: string, rule: ReturnType<typeof ruleFor>): void {
  (sheet as unknown as { dataValidations: { add(range: string, rule: unknown): void } }).dataValidations.add(
    range,
    rule,
  );
}
