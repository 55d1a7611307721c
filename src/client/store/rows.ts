/**
 * Repeated parts of a sheet: member agencies, signers, agenda items. A field whose name ends in `.rows` lists the keys of its
 * rows, in order, with spaces between; the fields of a row carry its key:
 * { 'members.rows': 'k3 x9', 'members.k3.name': 'Police department', 'members.x9.name': 'County health' }
 */
import { mostRows, rowsInWords } from '../../tools/limits.ts';
import { keysIn, rowsOf } from '../../tools/rows.ts';
import { newId } from './new-id.ts';
import { isList, type Values } from './sheet-values.ts';

export { isList, rowsOf };

/** Fields to change in a sheet, for `Sheet.setMany`; an empty value takes the field out. */
export type Changes = Record<string, string>;

const listed = (keys: readonly string[]): string => keys.join(' ');

/** Adds a row, at the end or at a place (0 is the first). @returns its key and the changes to make @throws RangeError when the list is full */
export function addRow(
  values: Values,
  list: string,
  fields: Readonly<Record<string, string>> = {},
  at = Infinity,
): { key: string; changes: Changes } {
  const keys = rowsOf(values, list);
  if (keys.length >= mostRows) throw new RangeError(`One list takes ${rowsInWords} at most.`);
  const key = `k${newId()}`;
  const own = Object.entries(fields).map(([field, value]) => [`${list}.${key}.${field}`, value]);
  return { key, changes: { [`${list}.rows`]: listed(keys.toSpliced(at, 0, key)), ...Object.fromEntries(own) } };
}

/** Takes a row and all of its fields out. */
export function removeRow(values: Values, list: string, key: string): Changes {
  const own = Object.keys(values).filter((field) => field.startsWith(`${list}.${key}.`));
  return {
    [`${list}.rows`]: listed(rowsOf(values, list).filter((other) => other !== key)),
    ...Object.fromEntries(own.map((field) => [field, ''])),
  };
}

/** Moves a row by some places, up when negative; past either end it stays there. */
export function moveRow(values: Values, list: string, key: string, by: number): Changes {
  const keys = rowsOf(values, list);
  const from = keys.indexOf(key);
  if (from < 0) return {};
  const to = Math.max(0, Math.min(keys.length - 1, from + by));
  return { [`${list}.rows`]: listed(keys.toSpliced(from, 1).toSpliced(to, 0, key)) };
}

/** Joins two versions of a list made from the same one: mine in my order, without the rows they took out, with the rows they added. */
export function mergeRows(base: string | undefined, mine: string | undefined, theirs: string | undefined): string {
  const [before, own, other] = [new Set(keysIn(base)), keysIn(mine), keysIn(theirs)];
  const kept = own.filter((key) => !before.has(key) || other.includes(key));
  return listed([...kept, ...other.filter((key) => !before.has(key) && !own.includes(key))]);
}
