/** The bar above a form: files out and in, print, clear. What files need loads on the first click. */
import type { Filled } from '../../../tools/csv.ts';
import { pullOutFile } from '../../../site/file-names.ts';
import { cellsOf, fieldsOf, importChanges } from '../../../tools/form-sheet.ts';
import type { Form } from '../../../tools/forms.ts';
import type { Summary } from '../../../tools/summary.ts';
import { ask } from '../../shell/ask.ts';
import { announce, make } from '../../shell/dom.ts';
import { loadExporter, loadModel, saveFile } from '../exports.ts';
import { publicRoot } from '../../shell/site.ts';
import type { Sheet } from '../../store/store.ts';

const types = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
/** In bytes: more than any form holds. */
const largest = 10_000_000;

/** @param summary the summary as it is shown */
export function makeBar(form: Form, sheet: Sheet, summary: () => Summary): HTMLElement {
  const name = pullOutFile({ kind: 'forms', entry: form });
  const table = () => [cellsOf(form, sheet.values), fieldsOf(form, sheet.values)] as const;
  const trouble = make('p', { class: 'tool-trouble', role: 'alert' });
  /** A listener that does some work and says how it went; what went wrong stays in sight. */
  const attempt = (work: () => Promise<string>) => (): void => {
    trouble.replaceChildren();
    void work().then(announce, (error: unknown) =>
      trouble.replaceChildren(error instanceof Error ? error.message : String(error), ' Nothing was changed.'),
    );
  };
  const excel = attempt(async () => {
    const [model, { write }] = await Promise.all([loadModel(), loadExporter('excel')]);
    saveFile(`${name}.xlsx`, types.xlsx, await write(model, ...table(), publicRoot()));
    return 'Excel file made';
  });
  const csv = attempt(async () => {
    saveFile(`${name}.csv`, types.csv, (await loadExporter('csv')).write(form, ...table()));
    return 'CSV file made';
  });
  const summaryOnly = attempt(async () => {
    saveFile(`${name}-summary.csv`, types.csv, (await loadExporter('csv')).summary(summary()));
    return 'Summary saved, small numbers hidden';
  });
  const file = make('input', {
    type: 'file',
    accept: '.csv,.xlsx,text/csv',
    hidden: true,
    tabindex: '-1',
    'aria-label': 'A file of this form',
  });
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    file.value = '';
    if (chosen) attempt(() => open(chosen, form, sheet))();
  });
  const button = (action: string, words: string, onclick: () => void) =>
    make('button', { type: 'button', 'data-action': action, onclick }, words);
  return make(
    'section',
    { class: 'tools no-print', 'aria-label': 'Fill in this form' },
    make(
      'p',
      { class: 'tool-buttons' },
      button('excel', 'Download Excel', excel),
      button('csv', 'Download CSV', csv),
      button('summary', 'Download the summary', summaryOnly),
      button('open', 'Open Excel or CSV', () => file.click()),
      button('print', 'Print', () => print()),
      button('clear', 'Clear', () => void clear(sheet)),
      file,
    ),
    trouble,
  );
}

/** Opens a file; nothing changes before the reader has chosen how. @returns what was done, in words. @throws Error in words when it is no file of this form */
async function open(file: File, form: Form, sheet: Sheet): Promise<string> {
  if (file.size > largest) throw new Error('The file is larger than 10 MB: it cannot be a form.');
  const filled: Filled = /\.xlsx$/i.test(file.name)
    ? await (await loadExporter('excel')).read(new Uint8Array(await file.arrayBuffer()), form)
    : (await loadExporter('csv')).read(await file.text(), form);
  if ('problems' in filled) throw new Error(filled.problems.join(' '));
  const words = `The file holds ${filled.rows.length} ${filled.rows.length === 1 ? 'row' : 'rows'}.`;
  const isEmpty = Object.keys(sheet.values).length === 0;
  const answer = isEmpty
    ? 'replace'
    : await ask(
        'Open the file',
        [make('p', {}, words)],
        [
          ['add', 'Add them to what is here'],
          ['replace', 'Replace what is here'],
        ],
      );
  if (!answer) return '';
  sheet.setMany(importChanges(form, sheet.values, filled, answer === 'add'), 'elsewhere');
  return `${words} They are in the table now.`;
}

async function clear(sheet: Sheet): Promise<void> {
  if (
    Object.keys(sheet.values).length === 0 ||
    !(await ask(
      'Clear this form?',
      [make('p', {}, 'Everything written into this form goes. Other pages stay as they are.')],
      [['clear', 'Clear it']],
    ))
  )
    return;
  sheet.clear();
  announce('The form is empty');
}
