/** Opening a file in a form: the reader says how, and then one report says what was read, what was changed and what needs a look. */
import { bareHead } from '../../../tools/form-heads.ts';
import { formRows, importChanges } from '../../../tools/form-sheet.ts';
import type { Form } from '../../../tools/forms.ts';
import { largestFile, mostRows, tooManyRows } from '../../../tools/limits.ts';
import { counted } from '../../../tools/numbers.ts';
import type { Filled, OpenedForm, Unread } from '../../../tools/open-form.ts';
import { rowsOf } from '../../../tools/rows.ts';
import { ask } from '../../shell/confirm-dialog.ts';
import { announce, make } from '../../shell/dom.ts';
import type { Sheet } from '../../store/store.ts';
import { loadExporter } from '../exports.ts';
import { runExporter } from '../run-exporter.ts';
import { Undo } from '../undo.ts';

/** Opens a file; nothing changes before the reader has chosen how. @returns what was done, in words. @throws Error in words when it is no file of this form */
export async function openFile(file: File, form: Form, sheet: Sheet, report: HTMLElement): Promise<string> {
  if (file.size > largestFile)
    throw new Error(`The file is larger than ${largestFile / 1_000_000} MB: it cannot be a form.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = await readerOf(bytes, form);
  const first = read();
  const opened = await withMeantHeads(await first, read);
  if ('problems' in opened) throw new Error(opened.problems.join(' '));
  const added = rowsOf(importChanges(form, sheet.values, opened, true), 'rows').length;
  const here = rowsOf(importChanges(form, sheet.values, { rows: [], fields: {} }, true), 'rows').length;
  const isFull = added > mostRows;
  const isEmpty = Object.keys(sheet.values).length === 0;
  const answer = isEmpty
    ? 'replace'
    : await ask(
        'Open the file',
        [
          make(
            'p',
            {},
            isFull ? tooManyRows(opened.rows.length, here) : `The file holds ${counted(opened.rows.length, 'row')}.`,
          ),
        ],
        [...(isFull ? [] : [['add', 'Add them to what is here'] as const]), ['replace', 'Replace what is here']],
      );
  if (!answer) return '';
  const undo = new Undo(sheet);
  const before = new Set(formRows(form, sheet.values).map(({ prefix }) => prefix));
  undo.do('opening the file', () =>
    sheet.setMany(importChanges(form, sheet.values, opened, answer === 'add'), 'elsewhere'),
  );
  showReport(report, file.name, opened, form, places(form, sheet, opened, answer === 'add' ? before : new Set()), undo);
  return `${counted(opened.rows.length, 'row')} read. The report stands above the table.`;
}

type Read = (meant?: ReadonlyMap<string, string>) => Promise<Filled>;

/** Files are known by their first bytes, not by their names. */
async function readerOf(bytes: Uint8Array, form: Form): Promise<Read> {
  const starts = (...first: number[]): boolean => first.every((byte, place) => bytes[place] === byte);
  if (starts(0xd0, 0xcf, 0x11, 0xe0))
    throw new Error('This is an old Excel file (.xls). Open it in Excel, save it as “Excel workbook” and try again.');
  if (starts(0x50, 0x4b)) return (meant) => runExporter('Reading the Excel file', 'excel', 'read', bytes, form, meant);
  const { read, decode } = await loadExporter('csv');
  return (meant) => Promise.resolve(read(decode(bytes), form, meant));
}

/** Asks about heads that look like a column that is missing. */
async function withMeantHeads(filled: Filled, read: Read): Promise<Filled> {
  if ('problems' in filled) return filled;
  const near = filled.missing.filter(({ nearest }) => nearest !== undefined);
  if (near.length === 0) return filled;
  const lines = near.map(({ label, nearest }) => make('li', {}, `“${nearest}” for “${label}”`));
  const words = `The file has no column ${near.map(({ label }) => `“${label}”`).join(', ')}. Is it this one?`;
  const answer = await ask(
    'One column has another name',
    [make('p', {}, words), make('ul', {}, ...lines)],
    [
      ['yes', 'Yes, use it'],
      ['no', 'No, leave it empty'],
    ],
  );
  return answer === 'yes' ? read(new Map(near.map(({ id, nearest }) => [bareHead(nearest!), id]))) : filled;
}

/** The start of the names of each opened row, in order. */
function places(form: Form, sheet: Sheet, { rows }: OpenedForm, before: ReadonlySet<string>): string[] {
  const fresh = formRows(form, sheet.values).filter(({ key, prefix }) => key && !before.has(prefix));
  return rows.map(([first]) => {
    const given = form.given.find(({ label }) => label === first);
    return given ? `given.${given.id}` : (fresh.shift()?.prefix ?? '');
  });
}

function showReport(
  report: HTMLElement,
  name: string,
  { rows, changes, unread }: OpenedForm,
  form: Form,
  prefixes: readonly string[],
  undo: Undo,
): void {
  const close = (): void => {
    report.hidden = true;
  };
  const back = (): void => {
    undo.undo();
    close();
    announce('The file is taken out again.');
  };
  const title = make('p', {}, make('strong', {}, `${name}: ${counted(rows.length, 'row')} read.`));
  const list = (words: string, items: (HTMLElement | string)[]): HTMLElement[] =>
    items.length === 0 ? [] : [make('p', {}, words), make('ul', {}, ...items.map((item) => make('li', {}, item)))];
  report.replaceChildren(
    title,
    ...list('What was changed or left out:', [...changes]),
    ...list('What needs a look. It stands in the table as it was written:', [
      ...summed(unread),
      ...unread.slice(0, 100).map((one) => linkTo(one, form, prefixes)),
    ]),
    make(
      'p',
      { class: 'tool-buttons' },
      make('button', { type: 'button', 'data-undo': true, onclick: back }, 'Undo opening the file'),
      make('button', { type: 'button', onclick: close }, 'Close this report'),
    ),
  );
  report.hidden = false;
  report.focus();
}

/** “2 dates could not be read: rows 1 and 3.” */
function summed(unread: readonly Unread[]): string[] {
  return (['date', 'number', 'choice'] as const).flatMap((kind) => {
    const rows = [...new Set(unread.filter((one) => one.kind === kind).map(({ row }) => row + 1))];
    const cells = unread.filter((one) => one.kind === kind).length;
    const where = rows.length === 1 ? `row ${rows[0]}` : `rows ${rows.slice(0, -1).join(', ')} and ${rows.at(-1)}`;
    return cells === 0 ? [] : [`${counted(cells, kind)} could not be read: ${where}.`];
  });
}

function linkTo({ row, column, words }: Unread, form: Form, prefixes: readonly string[]): HTMLElement {
  const label = form.columns.find(({ id }) => id === column)!.label;
  const go = (): void => {
    const name = `${prefixes[row]}.${column}`;
    const control = document.querySelector<HTMLElement>(`form-tool [name="${CSS.escape(name)}"]`);
    control?.scrollIntoView({ block: 'center' });
    control?.focus();
  };
  return make(
    'button',
    { type: 'button', class: 'link', onclick: go },
    `Row ${row + 1}, ${label}: “${words.slice(0, 60)}”`,
  );
}
