/**
 * A form as a sheet keeps it: `field.<id>` for what stands above the table, `given.<row>.<column>` for cells of given rows, and a list
 * `rows` for rows of one's own (`rows.<key>.<column>`). Pure.
 */
import type { Form } from './forms.ts';
import { rowsOf } from './rows.ts';
import { defaultLimit } from './suppression.ts';

export type Sheet = Readonly<Record<string, string>>;
/** One row of the table: the start of its fields' names, and its name where it is given. */
export interface FormRow {
  prefix: string;
  key?: string;
  label?: string;
}

/** Empty rows that a fresh table shows. */
const freshRows = 3;

/** The rows of the table in order, given ones first. A sheet that lists no rows of its own has a few empty ones. */
export function formRows({ given, rows }: Pick<Form, 'given' | 'rows'>, sheet: Sheet): FormRow[] {
  const listed = rowsOf(sheet, 'rows');
  const fresh =
    given.length > 0 ? [] : Array.from({ length: Math.min(rows, freshRows) }, (_, index) => `r${index + 1}`);
  const own = listed.length > 0 ? listed : fresh;
  return [
    ...given.map(({ id, label }) => ({ prefix: `given.${id}`, label })),
    ...own.map((key) => ({ prefix: `rows.${key}`, key })),
  ];
}

/** The cells of all rows as plain strings, as `forms.ts` counts them; given rows carry their name in the first. */
export function cellsOf(form: Form, sheet: Sheet): string[][] {
  return formRows(form, sheet).map(({ prefix, label }) =>
    form.columns.map(({ id }, index) =>
      label !== undefined && index === 0 ? label : (sheet[`${prefix}.${id}`] ?? ''),
    ),
  );
}

/** What stands above the table, by the id of the field. */
export function fieldsOf({ fields }: Pick<Form, 'fields'>, sheet: Sheet): Record<string, string> {
  return Object.fromEntries(fields.map(({ id }) => [id, sheet[`field.${id}`] ?? '']));
}

/** The name of the field that holds the smallest number the summary shows. */
export function limitName({ fields }: Pick<Form, 'fields'>): string {
  const own = fields.find(({ kind }) => kind === 'limit');
  return own ? `field.${own.id}` : 'limit';
}

/** The smallest number that the summary shows: what the sheet says, when it is a whole number above 0. */
export function limitOf(form: Pick<Form, 'fields'>, sheet: Sheet): number {
  const written = sheet[limitName(form)]?.trim() ?? '';
  return /^[1-9]\d{0,5}$/.test(written) ? Number(written) : defaultLimit;
}

/**
 * The changes that put rows and fields into a sheet. Rows that name a given row fill it; others become rows of their own.
 * @param keep true: what the sheet holds stays where the new rows and fields are empty, and new rows follow the old ones
 */
export function importChanges(
  form: Form,
  sheet: Sheet,
  { rows, fields }: { rows: readonly (readonly string[])[]; fields: Readonly<Record<string, string>> },
  keep: boolean,
): Record<string, string> {
  const changes: Record<string, string> = keep
    ? {}
    : Object.fromEntries(
        Object.keys(sheet)
          .filter((name) => /^(field|given|rows|from)\./.test(name))
          .map((name) => [name, '']),
      );
  const written = new Set(Object.keys(sheet).map((name) => name.slice(0, name.lastIndexOf('.'))));
  const keys = keep
    ? formRows(form, sheet).flatMap(({ key, prefix }) => (key && written.has(prefix) ? [key] : []))
    : [];
  for (const [id, value] of Object.entries(fields))
    if (value && form.fields.some((field) => field.id === id)) changes[`field.${id}`] = value;
  for (const row of rows) {
    const given = form.given.find(({ label }) => label === row[0]?.trim());
    const key = given ? '' : nextKey(keys);
    if (key) keys.push(key);
    form.columns.forEach(({ id }, index) => {
      const value = row[index] ?? '';
      if (value && !(given && index === 0)) changes[given ? `given.${given.id}.${id}` : `rows.${key}.${id}`] = value;
    });
  }
  return { ...changes, 'rows.rows': keys.join(' ') };
}

function nextKey(taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number++) if (!taken.includes(`i${number}`)) return `i${number}`;
}
