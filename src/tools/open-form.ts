/**
 * A form as it comes back from a file: lines of cells from CSV or Excel become rows of the form. What is plain is read; what is not stays
 * as it was written, and the report names it. Nothing that was in the file goes without a word. Pure.
 */
import { bareHead, headsOf, type MissingColumn } from './form-heads.ts';
import { optionsOf, type Column, type Form } from './forms.ts';
import { mostRows, tooManyRows } from './limits.ts';
import { counted } from './numbers.ts';
import { choiceFrom, dayFrom, digitsFrom, hasDayFirst, withoutControls } from './written-values.ts';

/** A cell whose words were not understood; `row` counts the rows that were read, from 0. */
export interface Unread {
  row: number;
  column: string;
  words: string;
  kind: 'date' | 'number' | 'choice';
}
export interface OpenedForm {
  rows: string[][];
  fields: Record<string, string>;
  /** What was changed or left out, in sentences. */
  changes: string[];
  unread: Unread[];
  missing: MissingColumn[];
}
/** What somebody has filled in; or what is wrong, in sentences for them. */
export type Filled = OpenedForm | { problems: string[] };
/** A line of a file with its number there. */
export interface FileLine {
  number: number;
  cells: readonly string[];
}

const quoted = (words: string): string => `“${words}”`;
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** True for the words of a row that adds up or averages the others. */
const isTotal = (words: string): boolean =>
  /^(?:(?:grand|sub|overall|annual|year)[ -]?)?(?:totals?|sums?|averages?|avg\.?|means?|medians?|middle value)(?: (?:for )?(?:the )?(?:year|\d{4}|all))?:?$/i.test(
    words.replace(/\s+/g, ' ').trim(),
  );

/** How a cell of a column is read. @returns undefined where its words are not plain */
function read(column: Column, words: string, isDayFirst: boolean): string | undefined {
  const trimmed = words.trim();
  switch (column.kind) {
    case 'date':
      return isDayFirst && /^\d{1,2}\/\d{1,2}\//.test(trimmed) ? undefined : dayFrom(words);
    case 'count':
    case 'money':
      return column.marks && /^(hidden|not known)$/i.test(trimmed) ? trimmed.toLowerCase() : digitsFrom(words);
    case 'choice':
    case 'yes-no':
      return choiceFrom(words, optionsOf(column));
    case 'text':
      return words;
  }
}

const kinds = {
  date: 'date',
  count: 'number',
  money: 'number',
  choice: 'choice',
  'yes-no': 'choice',
  text: 'choice',
} as const;

/**
 * Reads a form from the lines of a file.
 * @param meant heads that the reader said are a column: bare head → id of the column
 */
export function openForm(lines: readonly FileLine[], form: Form, meant?: ReadonlyMap<string, string>): Filled {
  const cells = lines.map((line) => line.cells.map(withoutControls));
  const heads = headsOf(cells, form.columns, meant);
  const found = heads.places.size;
  if (found === 0 || found < Math.min(2, form.columns.length) || found * 2 < form.columns.length)
    return { problems: [noHeads(form, heads.missing, found)] };
  const changes: string[] = [];
  const body = lines
    .map(({ number }, place) => ({ number, cells: cells[place]! }))
    .slice(heads.line + 1)
    .filter((line) => line.cells.some((cell) => cell.trim() !== ''));
  const wordsOf = (line: (typeof body)[number], column: Column): string => {
    const words = line.cells[heads.places.get(column.id) ?? -1] ?? '';
    return words.trim() === '' ? '' : words;
  };
  const kept = body.filter((line) => !isTotalLine(line.cells, form));
  const left = body.filter((line) => !kept.includes(line));
  if (left.length > 0)
    changes.push(
      `${left.length === 1 ? 'A row that adds up' : `${left.length} rows that add up`} the others ${left.length === 1 ? 'was' : 'were'} left out: ${listed(
        left.map(({ number, cells }) => `${quoted(cells.find((cell) => isTotal(cell))!.trim())} (line ${number})`),
      )}. The form adds up by itself.`,
    );
  if (kept.length > mostRows) return { problems: [tooManyRows(kept.length)] };
  const unread: Unread[] = [];
  const rows = kept.map(() => form.columns.map(() => ''));
  form.columns.forEach((column, at) => {
    const words = kept.map((line) => wordsOf(line, column));
    const isDayFirst = column.kind === 'date' && words.some(hasDayFirst);
    let changed = 0;
    words.forEach((written, row) => {
      if (written === '') return;
      const isName = at === 0 && form.given.length > 0;
      const given = isName && form.given.find(({ label }) => bareHead(label) === bareHead(written));
      const value = given ? given.label : isName ? written : read(column, written, isDayFirst);
      rows[row]![at] = value ?? written.trim();
      if (value === undefined) unread.push({ row, column: column.id, words: written.trim(), kind: kinds[column.kind] });
      else if (column.kind !== 'text' && value !== written) changed++;
    });
    if (changed > 0)
      changes.push(
        `${quoted(column.label)}: ${counted(changed, 'cell')} ${changed === 1 ? 'was' : 'were'} written in another way ` +
          `and ${changed === 1 ? 'stands' : 'stand'} now in the form’s way.`,
      );
  });
  for (const { label } of heads.missing)
    changes.push(`The file has no column ${quoted(label)}: that column stays empty.`);
  const extra = heads.others.filter(({ place }) => body.some((line) => (line.cells[place] ?? '').trim() !== ''));
  if (extra.length > 0)
    changes.push(
      `${extra.length === 1 ? 'The column' : 'The columns'} ${listed(extra.map(({ head }) => quoted(head)))} ` +
        `${extra.length === 1 ? 'is' : 'are'} no part of this form and ${extra.length === 1 ? 'was' : 'were'} left out.`,
    );
  return {
    rows,
    fields: fieldsAbove(cells.slice(0, heads.line), form),
    changes,
    unread: unread.sort((a, b) => a.row - b.row),
    missing: heads.missing,
  };
}

/** True for a line whose words say that it adds up: in a form without such a row, and with nothing but numbers beside the words. */
function isTotalLine(cells: readonly string[], form: Form): boolean {
  const words = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const names = words.filter((cell) => digitsFrom(cell.replace(/^[~(-]|\)$/g, '')) === undefined);
  const [name = ''] = names;
  const isGiven = form.given.some(({ label }) => bareHead(label) === bareHead(name));
  return names.length === 1 && isTotal(name) && !isGiven && (words.length > 1 || form.given.length === 0);
}

/** What stands above the table, by the id of the field: the first words behind its label. */
function fieldsAbove(lines: readonly (readonly string[])[], form: Form): Record<string, string> {
  return Object.fromEntries(
    form.fields.map(({ id, label, kind }) => {
      const line = lines.find(([first = '']) => bareHead(first) === bareHead(label));
      const words = line?.slice(1).find((cell) => cell.trim() !== '') ?? '';
      return [id, (kind === 'date' ? dayFrom(words) : undefined) ?? words];
    }),
  );
}

function noHeads(form: Form, missing: readonly MissingColumn[], found: number): string {
  const choose = `Choose the file of the form ${quoted(form.title)}.`;
  if (found === 0)
    return `No row of the file holds the heads of this form: ${form.columns.map(({ label }) => quoted(label)).join(', ')}. ${choose}`;
  return `Of the heads of this form, the file lacks ${listed(missing.map(({ label }) => quoted(label)))}. ${choose}`;
}
