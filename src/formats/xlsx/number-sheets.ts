/**
 * The sheets of numbers: “Exact numbers”, which adds everything up, and “Summary”, which hides small numbers of people. Both have the
 * same lines in the same places. Forms that count no people have nothing to hide: then the exact numbers are the summary.
 */
import type { Workbook as Book, Worksheet } from '@protobi/exceljs';
import { allParts, linesOf, noPart } from '../../tools/forms.ts';
import { defaultLimit } from '../../tools/suppression.ts';
import type { ChartSheet } from './chart-parts.ts';
import { placeCharts } from './charts.ts';
import { limitCell } from './formulas.ts';
import { addListed } from './listed-block.ts';
import { addSheet, alignmentOf, borders, headStyle, heightOf, letters, titleFont, wrapped } from './looks.ts';
import { breakPages } from './page-breaks.ts';
import { hidesNumbers, numberSheet, partsOf, sheets, type NumberSheets, type Placed } from './place.ts';
import { columnLetter } from './text.ts';
import { addTotals } from './totals-block.ts';
import type { Workbook } from '../../documents/workbook.ts';

/** @returns the sheet to pass on with the charts that belong on it */
export function addNumberSheets(book: Book, workbook: Workbook, placed: readonly Placed[]): ChartSheet {
  const widths = widthsOf(placed);
  const heads = placed.length === 1 ? `${placed[0]![1].block + 1}:${placed[0]![1].block + 1}` : undefined;
  const hides = hidesNumbers(workbook);
  // Lines for added rows stay empty on paper: they are no reason for another page.
  const exact = addSheet(
    book,
    workbook,
    numberSheet(workbook),
    hides ? [...widths, 14] : widths,
    heads,
    placed.length === 1,
  );
  const summary = hides ? addSheet(book, workbook, sheets.summary, widths, heads, placed.length === 1) : undefined;
  if (summary) {
    addTitle(
      exact,
      workbook,
      widths,
      'All numbers, small ones too. Keep this sheet; pass on the summary. The last column says which place of a line the summary hides as a second number.',
    );
    addTitle(
      summary,
      workbook,
      widths,
      'To pass on, for example as a PDF. Numbers of people (and of charges) above zero and below this limit ' +
        'are hidden. So is one more number where the first could be found by subtraction.',
    );
    addLimit(summary, placed);
  } else {
    addTitle(exact, workbook, widths, 'Made by formulas from what you fill in.');
  }
  for (const one of placed) {
    const on: NumberSheets = { exact, summary, companion: columnLetter(headsOf(one).length) };
    addHead(exact, workbook, one, widths, summary && 'Hidden as well');
    if (summary) addHead(summary, workbook, one, widths);
    if (one[0].form.summary === 'rows') addListed(on, one);
    else addTotals(on, one);
  }
  if (summary) breakPages(exact, placed);
  const shown = summary ?? exact;
  const charts = placeCharts(shown, workbook, placed, widths, breakPages(shown, placed));
  for (const sheet of [exact, summary]) if (sheet) lock(sheet);
  return { name: shown.name, path: `xl/worksheets/sheet${shown.id}.xml`, charts, hue: workbook.hue };
}

/** Keeps formulas from being written over by mistake. There is no password, as the instructions say. */
function lock(sheet: Worksheet): void {
  const allowed = ['formatColumns', 'formatRows'];
  // The library's own function is a promise only because of the password.
  (sheet as unknown as { sheetProtection: object }).sheetProtection = {
    sheet: true,
    ...Object.fromEntries(allowed.map((name) => [name, true])),
  };
}

/** The heads of the columns of a block. */
const headsOf = ([{ form }]: Placed) =>
  form.summary === 'rows'
    ? form.columns.map(({ label }) => label)
    : ['What is counted', ...partsOf(form).map((part) => part ?? noPart), allParts];

function widthsOf(placed: readonly Placed[]): number[] {
  const most = Math.max(...placed.map((one) => headsOf(one).length));
  return Array.from({ length: most }, (_, index) => {
    if (index === 0) return 44;
    const heads = placed.map((one) =>
      Math.max(
        0,
        ...(headsOf(one)
          [index]?.split(' ')
          .map((word) => word.length + 2) ?? []),
      ),
    );
    const texts = placed.map(([{ form }, { widths }]) =>
      form.summary === 'rows' && form.columns[index] && form.columns[index].kind !== 'count' ? widths[index]! : 0,
    );
    // “111 of 132 (84%)”
    const shares = placed.map(([{ form }]) =>
      linesOf(form).some(({ kind }) => kind === 'share') && index <= partsOf(form).length + 1 ? 19 : 0,
    );
    return Math.max(12, ...heads, ...texts, ...shares);
  });
}

function addTitle(sheet: Worksheet, { hue }: Workbook, widths: readonly number[], words: string): void {
  sheet.getCell('A1').value = sheet.name;
  sheet.getCell('A1').style = titleFont(hue);
  sheet.getRow(1).height = 24;
  sheet.mergeCells(2, 1, 2, widths.length);
  sheet.getCell('A2').value = words;
  sheet.getCell('A2').style = { alignment: wrapped };
  sheet.getRow(2).height = heightOf([words], [widths.reduce((a, b) => a + b, 0)]);
}

function addLimit(sheet: Worksheet, placed: readonly Placed[]): void {
  const fields = placed.flatMap(([{ form }, place]) =>
    form.fields.flatMap(({ kind }, index) =>
      kind === 'limit' ? [`'${place.sheet}'!$${columnLetter(place.fieldColumn)}$${place.fields + index}`] : [],
    ),
  );
  const [field] = fields;
  sheet.getCell('A3').value = 'Smallest number shown';
  sheet.getCell('A3').font = letters({ bold: true });
  const cell = sheet.getCell(limitCell.row, limitCell.column + 1);
  // Gnumeric’s N() of an empty cell is an error, its SUM() is 0 as everywhere.
  cell.value = field ? { formula: `IF(SUM(${field})<1,${defaultLimit},${field})` } : defaultLimit;
  cell.style = {
    border: borders,
    font: letters({ bold: true }),
    alignment: alignmentOf('count'),
    protection: { locked: false },
  };
  cell.dataValidation = {
    type: 'whole',
    operator: 'greaterThanOrEqual',
    formulae: [1],
    allowBlank: false,
    showErrorMessage: true,
    errorTitle: 'Smallest number shown',
    error: 'A whole number, 1 or more. 1 hides nothing.',
    showInputMessage: true,
    promptTitle: 'Smallest number shown',
    prompt: `Change it to the limit that your lawyer or data officer sets. Empty means ${defaultLimit}; 1 hides nothing.`,
  };
}

function addHead(sheet: Worksheet, { hue }: Workbook, one: Placed, widths: readonly number[], last?: string): void {
  const [{ form }, { block }] = one;
  sheet.getCell(block, 1).value = form.title;
  sheet.getCell(block, 1).style = titleFont(hue, 13);
  sheet.getRow(block).height = 20;
  sheet.getRow(block + 1).height = heightOf(
    headsOf(one),
    widths.map((width) => width - 2),
    18,
  );
  [...headsOf(one), ...(last ? [last] : [])].forEach((head, index) => {
    const cell = sheet.getCell(block + 1, index + 1);
    cell.value = head;
    cell.style = headStyle(hue);
  });
}
