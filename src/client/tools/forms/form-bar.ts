/** The bar above a form: files out and in, print, clear. What files need loads on the first click. */
import { pullOutFile } from '../../../site/file-names.ts';
import { cellsOf, fieldsOf } from '../../../tools/form-sheet.ts';
import type { Form } from '../../../tools/forms.ts';
import { limitsInWords } from '../../../tools/limits.ts';
import type { Summary } from '../../../tools/summary.ts';
import { ask } from '../../shell/confirm-dialog.ts';
import { announce, make } from '../../shell/dom.ts';
import { addFiles } from '../../shell/files-menu.ts';
import { loadExporter, loadModel, saveFile } from '../exports.ts';
import { runExporter } from '../run-exporter.ts';
import { publicRoot } from '../../shell/site.ts';
import type { Sheet } from '../../store/store.ts';
import { withUndo } from '../undo.ts';
import { openFile } from './open-file.ts';

const types = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
/**
 * @param summary the summary as it is shown
 * @param fill the button that fills in what is known
 */
export function makeBar(form: Form, sheet: Sheet, summary: () => Summary, fill: HTMLElement): HTMLElement {
  const name = pullOutFile({ kind: 'forms', entry: form });
  const table = () => [cellsOf(form, sheet.values), fieldsOf(form, sheet.values)] as const;
  const trouble = make('p', { class: 'tool-trouble', role: 'alert' });
  const report = make('div', { class: 'open-report', tabindex: '-1', hidden: true });
  /** A listener that does some work and says how it went; what went wrong stays in sight. */
  const attempt = (work: () => Promise<string>) => (): void => {
    trouble.replaceChildren();
    void work().then(announce, (error: unknown) =>
      trouble.replaceChildren(error instanceof Error ? error.message : String(error), ' Nothing was changed.'),
    );
  };
  const excel = attempt(async () => {
    const filled = [await loadModel(), ...table(), publicRoot()] as const;
    saveFile(`${name}.xlsx`, types.xlsx, await runExporter('Making the Excel file', 'excel', 'write', ...filled));
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
    accept: '.csv,.xlsx,.xlsm,.xls,.tsv,.txt,text/csv',
    hidden: true,
    tabindex: '-1',
    'aria-label': 'A file of this form',
  });
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    file.value = '';
    if (chosen) attempt(() => openFile(chosen, form, sheet, report))();
  });
  const button = (action: string, words: string, onclick: () => void) =>
    make('button', { type: 'button', 'data-action': action, onclick }, words);
  const open = button('open', 'Open Excel or CSV', () => file.click());
  const most = make('small', { id: 'most-of-file' }, `Opens up to ${limitsInWords}.`);
  open.setAttribute('aria-describedby', most.id);
  addFiles(
    'page',
    open,
    button('excel', 'Download Excel', excel),
    button('csv', 'Download CSV', csv),
    button('summary', 'Download the summary', summaryOnly),
    most,
    file,
  );
  return make(
    'section',
    { class: 'tools no-print', 'aria-label': 'Fill in this form' },
    make(
      'p',
      { class: 'tool-buttons' },
      fill,
      button('print', 'Print', () => print()),
      button('clear', 'Clear', () => void clear(sheet)),
    ),
    trouble,
    report,
  );
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
  withUndo(sheet, 'The form is empty.', () => sheet.clear());
}
