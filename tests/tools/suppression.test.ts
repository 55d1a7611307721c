import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isSmall,
  suppress,
  suppressParts,
  type Amount,
  type HiddenTable,
  type Table,
} from '../../src/tools/suppression.ts';

const limit = 5;

/** A table with all its totals. */
function withTotals(cells: number[][], which: { rows: boolean; columns: boolean }): Table {
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
  return {
    cells,
    ...(which.rows ? { rowTotals: cells.map(sum) } : {}),
    ...(which.columns ? { columnTotals: cells[0]!.map((_, column) => sum(cells.map((row) => row[column]!))) } : {}),
    ...(which.rows || which.columns ? { total: sum(cells.flat()) } : {}),
  };
}

/**
 * True when another table of whole numbers agrees with all that is shown and yet has another number in one place. Tries every
 * table, the likeliest first. A hidden number is at least 1; `top` is the largest one tried.
 */
function isOpen(exact: Table, shown: HiddenTable, [row, column]: readonly [number, number], top: number): boolean {
  const height = shown.cells.length;
  const width = shown.cells[0]!.length;
  const open = shown.cells.flatMap((cells, r) =>
    cells.flatMap((cell, c) => (cell === 'hidden' ? [[r, c] as const] : [])),
  );
  const values = exact.cells.map((cells) => cells.map(Number));
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
  const at = (r: number, c: number): number => {
    const rows = r < height ? [values[r]!] : values;
    return sum(rows.flatMap((cells) => (c < width ? [cells[c]!] : cells)));
  };
  const before = at(row, column);
  const fits = (amount: Amount, value: number) =>
    amount === undefined || (amount === 'hidden' ? value >= 1 : amount === value);
  const fitsAll = () =>
    values.every((_, r) => fits(shown.rowTotals?.[r], at(r, width))) &&
    values[0]!.every((_, c) => fits(shown.columnTotals?.[c], at(height, c))) &&
    fits(shown.total, at(height, width)) &&
    at(row, column) !== before;
  const place = (index: number): boolean => {
    if (index === open.length) return fitsAll();
    const [r, c] = open[index]!;
    const actual = Number(exact.cells[r]![c]);
    const order = Array.from({ length: top }, (_, value) => value + 1).sort(
      (a, b) => Math.abs(a - actual) - Math.abs(b - actual),
    );
    const lastOfRow = !open.slice(index + 1).some(([other]) => other === r);
    const lastOfColumn = !open.slice(index + 1).some(([, other]) => other === c);
    const found = order.some((value) => {
      values[r]![c] = value;
      if (r === row && c === column && value === before) return false;
      if (lastOfRow && !fits(shown.rowTotals?.[r], at(r, width))) return false;
      if (lastOfColumn && !fits(shown.columnTotals?.[c], at(height, c))) return false;
      return place(index + 1);
    });
    values[r]![c] = actual;
    return found;
  };
  return place(0);
}

/** The places of a table that must stay secret: its numbers from 1 to one below the limit. */
function secrets({ cells, rowTotals, columnTotals, total }: Table): [number, number][] {
  const entries: [number, number, Amount][] = [
    ...cells.flatMap((row, r) => row.map((amount, c): [number, number, Amount] => [r, c, amount])),
    ...(rowTotals ?? []).map((amount, r): [number, number, Amount] => [r, cells[0]!.length, amount]),
    ...(columnTotals ?? []).map((amount, c): [number, number, Amount] => [cells.length, c, amount]),
    [cells.length, cells[0]!.length, total],
  ];
  return entries.flatMap(([r, c, amount]) => (isSmall(amount, limit) ? [[r, c] as [number, number]] : []));
}

describe('suppress', () => {
  it('hides numbers above zero and below the limit, and leaves the rest', () => {
    expect(suppress({ cells: [[0, 1, 9, 10, 200]] }, 10)).toEqual({ cells: [[0, 'hidden', 'hidden', 10, 200]] });
    expect(suppress({ cells: [[0, 1, 9]] }, 1)).toEqual({ cells: [[0, 1, 9]] });
  });

  it.each<[string, Amount[], Amount, Amount[], Amount]>([
    ['hides the next smallest number too when one is hidden', [30, 4, 12, 0], 46, [30, 'hidden', 'hidden', 0], 46],
    ['leaves it at two hidden numbers', [30, 4, 3, 12], 49, [30, 'hidden', 'hidden', 12], 49],
    ['hides a third when two hidden ones can only be 1', [1, 1, 20], 22, ['hidden', 'hidden', 'hidden'], 22],
    ['hides a small total, whose parts are small as well', [4, 0, 2], 6, ['hidden', 0, 'hidden'], 'hidden'],
    ['hides the first of two equal ones', [3, 12, 12], 27, ['hidden', 'hidden', 12], 27],
    ['takes a number that somebody else has hidden into account', ['hidden', 20, 30], 54, ['hidden', 'hidden', 30], 54],
    ['needs no second number when the total is not known', [3, 20], 'not known', ['hidden', 20], 'not known'],
    ['counts an empty cell as nothing', [3, undefined, 20, 15], 38, ['hidden', undefined, 20, 'hidden'], 38],
    ['hides a part where all parts add up to a hidden total', [12, 20, 0], 'hidden', ['hidden', 20, 0], 'hidden'],
    ['hides a total where nothing else is left', [3, 0], 30, ['hidden', 0], 'hidden'],
  ])('%s', (_name, parts, total, shownParts, shownTotal) => {
    expect(suppressParts(parts, total, 10)).toEqual({ parts: shownParts, total: shownTotal });
  });

  it('hides four corners of a table with totals on both sides', () => {
    const shown = suppress(
      withTotals(
        [
          [3, 20, 30],
          [40, 50, 60],
          [70, 80, 90],
        ],
        { rows: true, columns: true },
      ),
      10,
    );
    expect(shown.cells).toEqual([
      ['hidden', 'hidden', 30],
      ['hidden', 'hidden', 60],
      [70, 80, 90],
    ]);
    expect([shown.rowTotals, shown.columnTotals, shown.total]).toEqual([[53, 150, 240], [113, 150, 180], 443]);
  });

  it('lets nobody work out a hidden number, whichever totals are shown', () => {
    const amount = fc.oneof({ weight: 3, arbitrary: fc.nat(limit + 1) }, { weight: 1, arbitrary: fc.nat(12) });
    const table = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([height, width]) =>
      fc.record({
        cells: fc.array(fc.array(amount, { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
        rows: fc.boolean(),
        columns: fc.boolean(),
      }),
    );
    let checked = 0;
    fc.assert(
      fc.property(table, ({ cells, rows, columns }) => {
        const exact = withTotals(cells, { rows, columns });
        const shown = suppress(exact, limit);
        for (const place of secrets(exact)) {
          checked += 1;
          expect(
            isOpen(exact, shown, place, 12),
            `${place} of ${JSON.stringify(exact)} shown as ${JSON.stringify(shown)}`,
          ).toBe(true);
        }
      }),
      { numRuns: 400, seed: 8 },
    );
    expect(checked).toBeGreaterThan(1000);
  });

  it('changes no number that it shows, and hides none that is zero', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(40), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        (cells) => {
          const shown = suppress(withTotals(cells, { rows: true, columns: true }), limit);
          cells.forEach((row, r) =>
            row.forEach((value, c) => expect(value === 0 ? [0] : [value, 'hidden']).toContain(shown.cells[r]![c])),
          );
          // Nothing small: nothing to hide.
          if (cells.flat().every((value) => value === 0 || value >= limit)) expect(shown.cells).toEqual(cells);
        },
      ),
      { seed: 8 },
    );
  });
});
