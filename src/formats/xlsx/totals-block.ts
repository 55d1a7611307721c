/** The block of a form with totals: one line for each total, one column for each choice and for all rows. */
import type { CellValue } from '@protobi/exceljs';
import { isProtected, linesOf, type Column, type Line } from '../../tools/forms.ts';
import { averageFormula, companionFormula, hiddenFormula, rangeFormula, totalFormula } from './formulas.ts';
import { alignmentOf, borders, heightOf, letters, moneyFormat, placeFormat, wrapped } from './looks.ts';
import { partsOf, sheets, type NumberSheets, type Placed } from './place.ts';
import { columnLetter } from './text.ts';

export function addTotals({ exact, summary, companion }: NumberSheets, [{ form }, place]: Placed): void {
  const lines = linesOf(form);
  const parts = partsOf(form);
  const both = summary ? [exact, summary] : [exact];
  const first = place.block + 2;
  const rowOf = (kind: Line['kind'], column: Column) =>
    first + lines.findIndex((line) => line.kind === kind && 'column' in line && line.column.id === column.id);
  lines.forEach((line, index) => {
    const row = first + index;
    const hides = 'column' in line && line.kind !== 'tally' && line.kind !== 'share' && isProtected(form, line.column);
    for (const sheet of both) {
      sheet.getRow(row).height = heightOf([line.label], [42], 18);
      sheet.getCell(row, 1).value = line.label;
      sheet.getCell(row, 1).style = { border: borders, font: letters({ bold: true }), alignment: wrapped };
    }
    for (let part = 0; part <= parts.length; part++) {
      const letter = columnLetter(part + 1);
      const format = 'column' in line && line.column.kind === 'money' ? moneyFormat : 'General';
      const cells = both.map((sheet) => sheet.getCell(row, part + 2));
      cells.forEach(
        (cell) =>
          (cell.style = {
            border: borders,
            numFmt: line.kind === 'tally' ? 'General' : format,
            alignment: alignmentOf('count'),
          }),
      );
      const total = totalFormula(form, place, line, part, row, rowOf);
      if (!total) continue;
      const at = `${letter}${row}`;
      // The library’s types know no array formulas.
      cells[0]!.value = (
        total.array ? { formula: total.formula, shareType: 'array', ref: at } : { formula: total.formula }
      ) as CellValue;
      const source = `'${sheets.exact}'!${at}`;
      if (cells[1]) cells[1].value = { formula: hides ? hiding(line, part, source) : `IF(${source}="","",${source})` };
    }
    if (hides && line.kind === 'sum' && parts.length > 0) {
      const second = exact.getCell(`${companion}${row}`);
      second.value = {
        formula: companionFormula(
          `B${row}:${columnLetter(parts.length)}${row}`,
          `${columnLetter(parts.length + 1)}${row}`,
          parts.length,
        ),
      };
      second.style = { numFmt: placeFormat };
    }
  });

  function hiding(line: Extract<Line, { column: Column }>, part: number, source: string): string {
    const letter = columnLetter(part + 1);
    const sum = rowOf('sum', line.column);
    if (line.kind === 'sum')
      return hiddenFormula(
        source,
        parts.length > 0 ? { cell: `'${sheets.exact}'!$${companion}${sum}`, place: part + 1 } : undefined,
      );
    if (line.kind === 'average') return averageFormula(source, `${letter}${sum}`);
    const exactly = (kind: Line['kind']) => `'${sheets.exact}'!${letter}${rowOf(kind, line.column)}`;
    return rangeFormula(source, `${letter}${sum}`, {
      sum: exactly('sum'),
      lowest: exactly('lowest'),
      highest: exactly('highest'),
    });
  }
}
