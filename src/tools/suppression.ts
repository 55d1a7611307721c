/**
 * Hiding small numbers in tables of sums that are passed on, so that no sum points to one child. Pure: pages, workbooks and exports
 * use it alike. What is said of single rows (lowest, highest) is the matter of `summary.ts`.
 *
 * Method. Numbers from 1 to one below the limit are hidden (primary suppression); zero stays, since it points to nobody. Then as
 * long as a hidden number could still be worked out exactly from what is shown, one more entry of its row or column is hidden
 * (complementary suppression): the smallest number above zero, a total only where nothing else is left.
 * Whether a number can be worked out is decided exactly. A table with totals is a grid in which every row and every column adds up
 * to zero once totals are counted as negative, so whoever knows the shown numbers can move a hidden one only along a closed path of
 * hidden entries that alternately rise and fall. A number is safe when such a path passes through it. Everybody knows that a hidden
 * number is at least 1, so a 1 cannot fall.
 *
 * Limits. It protects against exact results, not against narrow ranges, and not against a reader who knows a part of the numbers
 * (an agency knows its own) or last year’s table. A limit of 2 or 3 leaves next to nothing to guess; use 5 or more.
 */

/** What a cell of numbers holds. `unclear` is text that is no number, such as “25ish”; undefined is an empty cell. */
export type Amount = number | 'hidden' | 'not known' | 'unclear' | undefined;

/** Numbers in rows of equal length, with those totals that are shown beside and below them. */
export interface Table {
  cells: readonly (readonly Amount[])[];
  rowTotals?: readonly Amount[];
  columnTotals?: readonly Amount[];
  total?: Amount;
}
export interface HiddenTable {
  cells: Amount[][];
  rowTotals?: Amount[];
  columnTotals?: Amount[];
  total?: Amount;
}

/** The limit in use while nobody has set another. */
export const defaultLimit = 10;

/** True for numbers that are too small to show. */
export function isSmall(amount: Amount, limit: number): boolean {
  return typeof amount === 'number' && amount > 0 && amount < limit;
}

/** The table as it may be passed on. @param limit the smallest number shown; 1 hides nothing of its own accord */
export function suppress(table: Table, limit: number): HiddenTable {
  const height = table.cells.length;
  const width = table.cells[0]?.length ?? 0;
  const grid = new Grid(table, height, width, limit);
  for (let next = grid.companion(); next; next = grid.companion()) next.hidden = true;
  const shown = (row: number, column: number) => grid.shown(row, column);
  const columns = Array.from({ length: width }, (_, column) => column);
  const rows = Array.from({ length: height }, (_, row) => row);
  return {
    cells: rows.map((row) => columns.map((column) => shown(row, column))),
    ...(table.rowTotals ? { rowTotals: rows.map((row) => shown(row, width)) } : {}),
    ...(table.columnTotals ? { columnTotals: columns.map((column) => shown(height, column)) } : {}),
    ...(table.total !== undefined ? { total: shown(height, width) } : {}),
  };
}

/** One row of parts with its total as they may be passed on. */
export function suppressParts(
  parts: readonly Amount[],
  total: Amount,
  limit: number,
): { parts: Amount[]; total: Amount } {
  const { cells, rowTotals } = suppress({ cells: [parts], rowTotals: [total] }, limit);
  return { parts: cells[0]!, total: rowTotals![0] };
}

/** One place of the table, its totals included. */
interface Entry {
  row: number;
  column: number;
  amount: Amount;
  /** A total of a row or column counts as negative: when it rises, its place in the grid falls. */
  isTotal: boolean;
  /** False for totals. */
  inside: boolean;
  /** False for totals that the table does not show. */
  listed: boolean;
  hidden: boolean;
  /** True for what must not be worked out; a number hidden only to protect another may be. */
  sensitive: boolean;
}

class Grid {
  private readonly entries: Entry[] = [];
  private readonly height: number;
  private readonly width: number;

  constructor({ cells, rowTotals, columnTotals, total }: Table, height: number, width: number, limit: number) {
    this.height = height;
    this.width = width;
    for (let row = 0; row <= height; row++) {
      for (let column = 0; column <= width; column++) {
        const inside = row < height && column < width;
        const corner = row === height && column === width;
        const listed = inside || (corner ? total : row < height ? rowTotals : columnTotals) !== undefined;
        const amount = inside
          ? cells[row]![column]
          : corner
            ? total
            : row < height
              ? rowTotals?.[row]
              : columnTotals?.[column];
        const sensitive = listed && (amount === 'hidden' || isSmall(amount, limit));
        // An empty cell adds nothing; an empty total says nothing.
        const unknown = amount === 'not known' || amount === 'unclear' || (amount === undefined && !inside);
        this.entries.push({
          row,
          column,
          amount,
          inside,
          isTotal: !inside && !corner,
          listed,
          hidden: sensitive || unknown,
          sensitive,
        });
      }
    }
  }

  shown(row: number, column: number): Amount {
    const { hidden, amount } = this.at(row, column);
    return hidden && typeof amount === 'number' ? 'hidden' : amount;
  }

  /** The next entry to hide along with one that can be worked out; undefined when all are safe. */
  companion(): Entry | undefined {
    const exposed = this.entries.find((entry) => entry.sensitive && !this.moves(entry, 1) && !this.moves(entry, -1));
    if (!exposed) return undefined;
    const own = this.sums.filter((sum) => sum.includes(exposed));
    const alone = (sums: readonly Entry[][]) => sums.filter((sum) => sum.filter(({ hidden }) => hidden).length === 1);
    // First where it stands alone in a sum, then where any hidden entry does, then next to it, then anywhere.
    for (const sums of [alone(own), alone(this.sums), own, [this.entries]]) {
      const open = [...new Set(sums.flat())].filter(
        ({ hidden, listed, amount }) => listed && !hidden && typeof amount === 'number' && amount > 0,
      );
      const company = (entry: Entry) => alone(this.sums).filter((sum) => sum.includes(entry)).length;
      const [next] = open.sort(
        (a, b) =>
          Number(b.inside) - Number(a.inside) ||
          company(b) - company(a) ||
          Number(a.amount) - Number(b.amount) ||
          a.row - b.row ||
          a.column - b.column,
      );
      if (next) return next;
    }
    return undefined;
  }

  /** Every row and column whose total is shown: only they give anything away. */
  private get sums(): Entry[][] {
    const rows = Array.from({ length: this.height + 1 }, (_, at) => this.entries.filter(({ row }) => row === at));
    const columns = Array.from({ length: this.width + 1 }, (_, at) =>
      this.entries.filter(({ column }) => column === at),
    );
    return [...rows, ...columns].filter((sum) => sum.every(({ listed }) => listed));
  }

  private at(row: number, column: number): Entry {
    return this.entries[row * (this.width + 1) + column]!;
  }

  /** Whether a closed path of hidden entries lets an entry rise (1) or fall (-1) in the grid. Nodes are rows, then columns. */
  private moves(entry: Entry, direction: 1 | -1): boolean {
    if (!this.mayMove(entry, direction)) return false;
    const first = this.height + 1;
    const [start, goal] = direction === 1 ? [first + entry.column, entry.row] : [entry.row, first + entry.column];
    const seen = new Set([start]);
    for (const node of seen) {
      for (const next of this.entries) {
        if (next === entry || !next.hidden) continue;
        const [from, to, way] =
          node < first ? [next.row, first + next.column, 1 as const] : [first + next.column, next.row, -1 as const];
        if (from === node && this.mayMove(next, way)) seen.add(to);
      }
    }
    return seen.has(goal);
  }

  private mayMove({ amount, isTotal, listed }: Entry, direction: 1 | -1): boolean {
    const rises = (direction === 1) !== isTotal;
    return rises || !listed || (typeof amount === 'number' && amount >= 2);
  }
}
