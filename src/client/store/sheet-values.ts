/**
 * A sheet: what somebody wrote into one tool, as a flat map from the name of a field to plain words. Flat maps of words keep
 * checking, merging and showing simple: no structure can hide in them, and every value is shown as text.
 */

import { longestValue, mostRows } from '../../tools/limits.ts';
import { number } from '../../tools/numbers.ts';
import { withoutControls } from '../../tools/written-values.ts';

/** The fields of a sheet. An empty value is no value: such a field is left out. Has no prototype; never changed in place. */
export type Values = Readonly<Record<string, string>>;
/** Sheets by their id: `task-force`, `checklists/phase-1`, `templates/memorandum-of-understanding`. */
export type Sheets = Readonly<Record<string, Values>>;

/**
 * How much a device keeps, and a saved file holds: every form with as many rows as it takes. `list` is the length of the list of their
 * keys. Lengths count UTF-16 units, as `maxlength` does.
 */
export const limits = {
  sheets: 200,
  fields: 20 * mostRows,
  name: 200,
  value: longestValue,
  list: 20 * mostRows,
} as const;

const word = '[a-z0-9]+(?:[.-][a-z0-9]+)*';
const name = new RegExp(`^${word}$`, 'i');
const id = new RegExp(`^${word}(?:/${word})*$`, 'i');

/** True for `blank.county`, `step.ask.done`, `members.k3x.name`: letters and digits, parted by single points and hyphens. */
export const isFieldName = (text: string): boolean => text.length <= limits.name && name.test(text);
/** True for the name of a list of rows. */
export const isList = (field: string): boolean => field.endsWith('.rows');
/** How long the value of a field may be. */
export const longestOf = (field: string): number => (isList(field) ? limits.list : limits.value);
/** True for the id of a sheet: like the name of a field, with slashes allowed between its parts. */
export const isSheetId = (text: string): boolean => text.length <= limits.name && id.test(text);

/** The sheet without words. */
export const noValues: Values = Object.freeze(blank<string>());

/** A map that inherits nothing: a field may be called `constructor`. */
export function blank<Value>(): Record<string, Value> {
  return Object.create(null) as Record<string, Value>;
}

/**
 * A sheet with some of its fields changed; an empty value takes the field out.
 * @throws RangeError when a name is none, or a value or the sheet is too long
 */
export function withChanges(values: Values, changes: Readonly<Record<string, string>>): Values {
  const changed = Object.assign(blank<string>(), values);
  let mayGrow = false;
  for (const [field, given] of Object.entries(changes)) {
    // Words pasted from another program bring characters along that nobody sees, and that files cannot hold.
    const value = withoutControls(given);
    if (!isFieldName(field))
      throw new RangeError(`“${field}” cannot name a field. Use letters and digits, parted by points or hyphens.`);
    if (value.length > longestOf(field))
      throw new RangeError(
        `The field “${field}” holds ${number(value.length)} characters. Write at most ${number(longestOf(field))}.`,
      );
    if (value === '') delete changed[field];
    else {
      mayGrow ||= changed[field] === undefined;
      changed[field] = value;
    }
  }
  // A key in a field that holds words needs no count of thousands.
  if (mayGrow && Object.keys(changed).length > limits.fields)
    throw new RangeError(`The sheet would hold more than ${number(limits.fields)} fields. Start another one.`);
  return changed;
}

/** The names of the fields that differ between two sheets. */
export function differences(a: Values, b: Values): string[] {
  return [
    ...Object.keys(a).filter((field) => a[field] !== b[field]),
    ...Object.keys(b).filter((field) => a[field] === undefined),
  ];
}
