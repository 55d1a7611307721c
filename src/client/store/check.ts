/**
 * The one gate for sheets from outside: from a file, or from the device, where another program may have written. Own checks of
 * flat maps instead of a schema library: it would weigh six times this module, and drop a key like `__proto__` without a word.
 */
import { number } from '../../tools/numbers.ts';
import { blank, isFieldName, isSheetId, limits, longestOf, type Sheets, type Values } from './sheet-values.ts';

/** Why sheets cannot be taken: words for the reader. */
export class Unreadable extends Error {}

/** Fields as a sheet. @throws Unreadable that names the place and what is wrong */
export function checkedValues(given: unknown, id: string): Values {
  const entries = entriesOf(given, `The sheet “${shown(id)}”`);
  if (entries.length > limits.fields)
    throw new Unreadable(`The sheet “${shown(id)}” has more than ${number(limits.fields)} fields.`);
  const values = blank<string>();
  for (const [field, value] of entries) {
    if (!isFieldName(field))
      throw new Unreadable(
        `The sheet “${shown(id)}” has a field with the name “${shown(field)}”, which no tool here uses.`,
      );
    if (typeof value !== 'string')
      throw new Unreadable(`The field “${shown(field)}” of the sheet “${shown(id)}” holds something other than words.`);
    if (value.length > longestOf(field))
      throw new Unreadable(
        `The field “${shown(field)}” of the sheet “${shown(id)}” is longer than ${number(longestOf(field))} characters.`,
      );
    if (value !== '') values[field] = value;
  }
  return Object.freeze(values);
}

/** All sheets; those without words are left out. @throws Unreadable */
export function checkedSheets(given: unknown): Sheets {
  const entries = entriesOf(given, 'The list of sheets');
  if (entries.length > limits.sheets) throw new Unreadable(`The file has more than ${limits.sheets} sheets.`);
  const sheets = blank<Values>();
  for (const [id, fields] of entries) {
    if (!isSheetId(id))
      throw new Unreadable(`The file has a sheet with the name “${shown(id)}”, which no tool here uses.`);
    const values = checkedValues(fields, id);
    if (Object.keys(values).length > 0) sheets[id] = values;
  }
  return Object.freeze(sheets);
}

/** The entries of a plain object. @throws Unreadable for anything else */
export function entriesOf(given: unknown, place: string): [string, unknown][] {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new Unreadable(`${place} is damaged.`);
  return Object.entries(given);
}

/** A name from outside, short enough to show in a sentence. */
const shown = (name: string): string => (name.length > 40 ? `${name.slice(0, 40)}…` : name);
