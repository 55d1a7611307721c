/** Forms and rosters with what somebody has written: the fields above the table, the cells of given rows, rows of their own. */
import { longDate } from '../tools/dates.ts';
import { isDay } from '../tools/days.ts';
import { cellsOf, fieldsOf } from '../tools/form-sheet.ts';
import { governmentList } from '../tools/gaps.ts';
import { rowsOf } from '../tools/rows.ts';
import type { Sheet } from '../tools/sheet.ts';
import type { Entry } from '../schemas/index.ts';

/** What stands in a table to fill in. */
export interface FilledGrid {
  /** By the id of the field. */
  fields: Readonly<Record<string, string>>;
  /** The cells of given rows and of seats, by the id of the row. */
  given: Readonly<Record<string, readonly string[]>>;
  /** Rows that the form or roster does not name; the first cell of a roster's is the kind of member. `after`: the row they stand behind. */
  own: readonly { cells: readonly string[]; after?: string }[];
}

const inWords = (kind: string, words: string): string => (kind === 'date' && isDay(words) ? longDate(words) : words);

/** A form as filled in. Rows in which nothing stands are left out, so that the table shows what was written. */
export function fillForm(entry: Entry<'forms'>, sheet: Sheet): FilledGrid {
  const kinds = entry.columns.map(({ kind }) => kind);
  const rows = cellsOf(entry, sheet).map((row) => row.map((words, index) => inWords(kinds[index]!, words)));
  const fields = fieldsOf(entry, sheet);
  return {
    fields: Object.fromEntries(entry.fields.map(({ id, kind }) => [id, inWords(kind, fields[id]!)])),
    given: Object.fromEntries(entry.given.map(({ id }, index) => [id, rows[index]!.slice(1)])),
    own: rows
      .slice(entry.given.length)
      .filter((row) => row.some((words) => words.trim() !== ''))
      .map((cells) => ({ cells })),
  };
}

/** A roster as filled in: seats, each government under the seat of governments, kinds of one's own, and how far voices are heard. */
export function fillRoster(entry: Entry<'rosters'>, sheet: Sheet): FilledGrid {
  const cells = (prefix: string) => entry.columns.map(({ id }) => sheet[`${prefix}.${id}`] ?? '');
  const rows = (list: string, after?: string) =>
    rowsOf(sheet, list).map((key) => ({
      cells: [sheet[`${list}.${key}.kind`] ?? '', ...cells(`${list}.${key}`)],
      ...(after ? { after } : {}),
    }));
  return {
    fields: {},
    given: Object.fromEntries([
      ...entry.seats.map(({ id }) => [id, cells(`seat.${id}`)]),
      ...entry.voices.map(({ id }) => [id, [sheet[`voice.${id}`] ?? '']]),
    ]),
    own: [
      ...entry.seats.filter(({ governments }) => governments).flatMap(({ id }) => rows(governmentList(id), id)),
      ...rows('rows'),
    ],
  };
}
