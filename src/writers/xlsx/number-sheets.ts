/** “Exact numbers”, which adds everything up, and “Summary”, which hides small numbers. Both have the same lines in the same places. */
import type { Cell, CellValue, Workbook as Book, Worksheet } from '@protobi/exceljs';
import { allParts, isProtected, linesOf, noPart, type Column, type Line } from '../../model/forms.ts';
import { defaultLimit } from '../../model/suppression.ts';
import { alongFormula, companionFormula, hasName, hiddenFormula, limitCell, nthFormula, shownFormula, totalFormula } from './formulas.ts';
import { addSheet, borders, dateFormat, headStyle, heightOf, letters, moneyFormat, titleFont, wrapped } from './looks.ts';
import { firstBlock, partsOf, rangeOf, sheets, type Place } from './place.ts';
import { columnLetter } from './text.ts';
import type { FormSheet, Workbook } from './workbook.ts';

type Placed = readonly [FormSheet, Place];

export function addNumberSheets(book: Book, workbook: Workbook, placed: readonly Placed[]): void {
  const widths = widthsOf(placed);
  const heads = placed.length === 1 ? `${placed[0]![1].block + 1}:${placed[0]![1].block + 1}` : undefined;
  const exact = addSheet(book, workbook, sheets.exact, [...widths, 14], heads);
  addTitle(exact, workbook, [...widths, 14], sheets.exact, 'All numbers, small ones too. Keep this sheet; pass on the summary. The last column says which place of a line the summary hides as a second number.');
  const summary = addSheet(book, workbook, sheets.summary, widths, heads);
  addTitle(summary, workbook, widths, `${workbook.title}: summary`, 'To pass on, for example as a PDF. Numbers of people (and of charges) above zero and below this limit are hidden. So is one more number where the first could be found by subtraction.');
  addLimit(summary, placed);
  for (const one of placed) {
    const companion = columnLetter(widthOf(one));
    addHead(exact, workbook, one, widths, 'Hidden as well');
    addHead(summary, workbook, one, widths);
    if (one[0].form.summary === 'rows') addListed(exact, summary, one, companion);
    else addTotals(exact, summary, one, companion);
  }
}

/** How many columns a block has. */
const widthOf = ([{ form }]: Placed) => (form.summary === 'rows' ? form.columns.length : partsOf(form).length + 2);
const headsOf = ([{ form }]: Placed) => (form.summary === 'rows' ? form.columns.map(({ label }) => label) : ['What is counted', ...partsOf(form).map((part) => part ?? noPart), allParts]);

function widthsOf(placed: readonly Placed[]): number[] {
  const most = Math.max(...placed.map(widthOf));
  return Array.from({ length: most }, (_, index) => {
    if (index === 0) return 44;
    const heads = placed.map((one) => Math.max(0, ...(headsOf(one)[index]?.split(' ').map((word) => word.length + 2) ?? [])));
    const texts = placed.map(([{ form }, { widths }]) => (form.summary === 'rows' && form.columns[index] && form.columns[index].kind !== 'count' ? widths[index]! : 0));
    return Math.max(12, ...heads, ...texts);
  });
}

function addTitle(sheet: Worksheet, { hue }: Workbook, widths: readonly number[], title: string, words: string): void {
  sheet.getCell('A1').value = title;
  sheet.getCell('A1').style = titleFont(hue);
  sheet.getRow(1).height = 24;
  sheet.mergeCells(2, 1, 2, widths.length);
  sheet.getCell('A2').value = words;
  sheet.getCell('A2').style = { alignment: wrapped };
  sheet.getRow(2).height = heightOf([words], [widths.reduce((a, b) => a + b, 0)]);
}

function addLimit(sheet: Worksheet, placed: readonly Placed[]): void {
  const fields = placed.flatMap(([{ form }, place]) => form.fields.flatMap(({ kind }, index) => (kind === 'limit' ? [`'${place.sheet}'!$${columnLetter(place.fieldColumn)}$${place.fields + index}`] : [])));
  const [field] = fields;
  sheet.getCell('A3').value = 'Smallest number shown';
  sheet.getCell('A3').font = letters({ bold: true });
  const cell = sheet.getCell(limitCell.row, limitCell.column + 1);
  cell.value = field ? { formula: `IF(N(${field})<1,${defaultLimit},${field})` } : defaultLimit;
  cell.style = { border: borders, font: letters({ bold: true }), alignment: { horizontal: 'right' } };
  cell.dataValidation = { type: 'whole', operator: 'greaterThanOrEqual', formulae: [1], allowBlank: false, showErrorMessage: true, errorTitle: 'Smallest number shown', error: 'A whole number, 1 or more. 1 hides nothing.', showInputMessage: true, promptTitle: 'Smallest number shown', prompt: `Change it to the limit that your lawyer or data officer sets. Empty means ${defaultLimit}; 1 hides nothing.` };
}

function addHead(sheet: Worksheet, { hue }: Workbook, one: Placed, widths: readonly number[], last?: string): void {
  const [{ form }, { block }] = one;
  sheet.getCell(block, 1).value = form.title;
  sheet.getCell(block, 1).style = titleFont(hue, 13);
  sheet.getRow(block).height = 20;
  if (form.summary === 'rows' && block > firstBlock) sheet.getRow(block - 1).addPageBreak();
  sheet.getRow(block + 1).height = heightOf(headsOf(one), widths.map((width) => width - 2), 18);
  [...headsOf(one), ...(last ? [last] : [])].forEach((head, index) => {
    const cell = sheet.getCell(block + 1, index + 1);
    cell.value = head;
    cell.style = headStyle(hue);
  });
}

function addTotals(exact: Worksheet, summary: Worksheet, [{ form }, place]: Placed, companion: string): void {
  const lines = linesOf(form);
  const parts = partsOf(form);
  const first = place.block + 2;
  const rowOf = (kind: Line['kind'], column: Column) => first + lines.findIndex((line) => line.kind === kind && 'column' in line && line.column.id === column.id);
  lines.forEach((line, index) => {
    const row = first + index;
    const hides = 'column' in line && line.kind !== 'tally' && line.kind !== 'share' && isProtected(form, line.column);
    for (const sheet of [exact, summary]) sheet.getRow(row).height = heightOf([line.label], [42], 18);
    for (const sheet of [exact, summary]) setName(sheet.getCell(row, 1), line.label);
    for (let part = 0; part <= parts.length; part++) {
      const letter = columnLetter(part + 1);
      const format = 'column' in line && line.column.kind === 'money' ? moneyFormat : 'General';
      const cells = [exact, summary].map((sheet) => sheet.getCell(row, part + 2));
      cells.forEach((cell) => (cell.style = { border: borders, numFmt: line.kind === 'tally' ? 'General' : format, alignment: { horizontal: 'right', wrapText: true } }));
      const total = totalFormula(form, place, line, part, row, rowOf);
      if (!total) continue;
      const at = `${letter}${row}`;
      // The library’s types know no array formulas.
      cells[0]!.value = (total.array ? { formula: total.formula, shareType: 'array', ref: at } : { formula: total.formula }) as CellValue;
      const source = `'${sheets.exact}'!${at}`;
      cells[1]!.value = { formula: hides ? hiding(line, part, source) : `IF(${source}="","",${source})` };
    }
    if (hides && line.kind === 'sum' && parts.length > 0) {
      setCompanion(exact.getCell(`${companion}${row}`), `B${row}:${columnLetter(parts.length)}${row}`, `${columnLetter(parts.length + 1)}${row}`, parts.length);
    }
  });

  function hiding(line: Extract<Line, { column: Column }>, part: number, source: string): string {
    const letter = columnLetter(part + 1);
    const sum = rowOf('sum', line.column);
    if (line.kind === 'sum') return hiddenFormula(source, parts.length > 0 ? { cell: `'${sheets.exact}'!$${companion}${sum}`, place: part + 1 } : undefined);
    const single = line.kind === 'average' ? [] : lines.flatMap((other, index) => ((other.kind === 'lowest' || other.kind === 'highest') && other.column.id === line.column.id ? [`'${sheets.exact}'!${letter}${first + index}`] : []));
    return alongFormula(source, `${letter}${sum}`, single);
  }
}

function addListed(exact: Worksheet, summary: Worksheet, [{ form }, place]: Placed, companion: string): void {
  const indexOf = (id: string) => form.columns.findIndex((column) => column.id === id);
  const of = form.across?.of.map(indexOf) ?? [];
  const group = form.across ? [...of, indexOf(form.across.into)] : [];
  for (let n = 1; n <= place.lines; n++) {
    const row = place.block + 1 + n;
    const given = form.given[n - 1];
    // A row whose numbers may be shown is known by its name: when somebody sorts the rows, it is hidden rather than shown by mistake.
    for (const sheet of [exact, summary]) sheet.getRow(row).height = heightOf([given?.label ?? ''], [40], 18);
    const unless = given?.counts === 'things' ? `NOT(${hasName(`'${sheets.exact}'!$A${row}`, given.label)})` : undefined;
    form.columns.forEach((column, index) => {
      const at = `${columnLetter(index)}${row}`;
      const source = `'${sheets.exact}'!${at}`;
      const number = column.kind === 'count' || column.kind === 'money';
      const cells = [exact, summary].map((sheet) => sheet.getCell(at));
      const border = n <= place.prepared ? { border: borders } : {};
      cells.forEach((cell) => (cell.style = { ...border, ...(index === 0 ? { font: letters({ bold: true }) } : {}), numFmt: column.kind === 'date' ? dateFormat : column.kind === 'money' ? moneyFormat : 'General', alignment: { ...wrapped, ...(number ? { horizontal: 'right' as const } : {}) } }));
      cells[0]!.value = { formula: nthFormula(rangeOf(place, index), n) };
      const second = group.includes(index) ? { cell: `'${sheets.exact}'!$${companion}${row}`, place: group.indexOf(index) + 1 } : undefined;
      cells[1]!.value = { formula: !number ? `IF(${source}="","",${source})` : isProtected(form, column) ? hiddenFormula(source, second, unless) : shownFormula(source) };
    });
    if (form.across) {
      const [first, last, total] = [of[0]!, of.at(-1)!, group.at(-1)!].map((index) => `${columnLetter(index)}${row}`);
      setCompanion(exact.getCell(`${companion}${row}`), `${first}:${last}`, total!, of.length);
    }
  }
}

/** The place that the summary hides as a second number; none shows as nothing. */
function setCompanion(cell: Cell, parts: string, total: string, count: number): void {
  cell.value = { formula: companionFormula(parts, total, count) };
  cell.style = { numFmt: '0;;' };
}

function setName(cell: Cell, name: string): void {
  cell.value = name;
  cell.style = { border: borders, font: letters({ bold: true }), alignment: wrapped };
}
