/** The cell of the exact numbers that names the second number to hide. */
import type { Cell } from '@protobi/exceljs';
import { companionFormula } from './formulas.ts';

/** The place that the summary hides as a second number; none shows as nothing. */
export function setCompanion(cell: Cell, parts: string, total: string, count: number): void {
  cell.value = { formula: companionFormula(parts, total, count) };
  cell.style = { numFmt: '0;;' };
}
