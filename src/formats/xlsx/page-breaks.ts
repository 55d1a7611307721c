/** Where a sheet of numbers begins a page. */
import type { Worksheet } from '@protobi/exceljs';
import { pageOf } from './looks.ts';
import type { Placed } from './place.ts';

/** The last page of a sheet so far: points of it that are taken, and whether only by empty lines for rows that somebody adds. */
export interface LastPage {
  taken: number;
  isBare: boolean;
}

/** Begins a page before each block that does not fit behind those before it, unless one begins there anyway. */
export function breakPages(sheet: Worksheet, placed: readonly Placed[]): LastPage {
  const { down } = pageOf(sheet.columns.map(({ width = 9 }) => width));
  /** Points of the rows from one to before another. */
  const height = (from: number, to: number): number =>
    Array.from({ length: to - from }, (_, index) => sheet.getRow(from + index).height ?? 15).reduce((a, b) => a + b, 0);
  let last: LastPage = { taken: 0, isBare: true };
  placed.forEach(([, { block, lines, spare }], index) => {
    const before = index === 0 ? height(1, block) : 0;
    const end = block + lines + 3;
    const seen = height(block, end - spare - 1);
    if (!last.isBare && last.taken + seen > down) {
      sheet.getRow(block - 1).addPageBreak();
      last = { taken: 0, isBare: true };
    }
    const [until, whole] = [seen, height(block, end)].map((points) => last.taken + before + points) as [number, number];
    last = { taken: whole % down, isBare: Math.floor(until / down) < Math.floor(whole / down) };
  });
  return last;
}
