/** <form-tool>: a form to fill in row by row, with its summary at once. Without JavaScript it is a table to write into on paper. */
import type { Filled } from '../../model/csv.ts';
import { cellsOf, fieldsOf, formRows, importChanges, limitName, limitOf } from '../../model/form-sheet.ts';
import type { Form } from '../../model/forms.ts';
import type { Summary } from '../../model/summary.ts';
import { pullOutFile } from '../../model/file-names.ts';
import { ask } from '../ask.ts';
import { announce, focusedOrder, make, orderButtons, refocus } from '../dom.ts';
import { loadExporter, loadModel, publicRoot, saveFile } from '../exports.ts';
import { bindControls } from '../store/controls.ts';
import { addRow, moveRow, removeRow } from '../store/rows.ts';
import { store } from '../store/store.ts';
import { cellControl, keepForeignChoice, markUnclear } from './cells.ts';
import { drawSummary } from './summary-view.ts';

const types = { csv: 'text/csv;charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

class FormTool extends HTMLElement {
  private readonly sheet = store.sheet(this.dataset['sheet']!);
  private readonly form = JSON.parse(this.querySelector('[data-form]')!.textContent!) as Form;
  private readonly table = this.querySelector<HTMLTableElement>('table.form')!;
  private readonly body = this.table.tBodies[0]!;
  private readonly summary = make('div', { class: 'summary' });
  private readonly unclear = make('p', { class: 'tool-status', role: 'status' });
  private shown: Summary = { head: [], rows: [] };

  connectedCallback(): void {
    const { form, sheet } = this;
    this.querySelector('.fields')?.replaceChildren(...form.fields.map((field) => this.field(`field.${field.id}`, field.label, field.kind)));
    const limit = limitName(form);
    const limitField = limit.startsWith('field.') ? [] : [this.field(limit, 'Smallest number shown (10 while empty)', 'limit')];
    const scroll = this.querySelector<HTMLElement>('.scroll')!;
    scroll.after(
      make('p', { class: 'add' }, make('button', { type: 'button', 'data-add': 'rows', onclick: () => this.add() }, 'Add a row')),
      this.unclear,
      make('section', { class: 'summary-part', 'aria-label': 'Summary' }, make('h2', {}, 'Summary'), make('p', {}, 'Small numbers are hidden here, and what would give them away. Pass on the summary, not the table.'), make('p', { class: 'fields' }, ...limitField), this.summary),
    );
    this.prepend(this.bar());
    const show = bindControls(this, sheet);
    const draw = (): void => {
      this.drawRows();
      show();
      for (const control of this.body.querySelectorAll('select')) {
        keepForeignChoice(control, sheet.get(control.name));
        control.value = sheet.get(control.name);
      }
      this.count();
    };
    sheet.subscribe(({ fields, by }) => (fields.includes('rows.rows') || by === 'elsewhere' ? draw() : this.count()));
    draw();
  }

  private field(name: string, label: string, kind: 'text' | 'date' | 'limit'): HTMLElement {
    const id = `form-${name.replaceAll('.', '-')}`;
    const control = make('input', { id, name, type: kind === 'date' ? 'date' : 'text', inputmode: kind === 'limit' ? 'numeric' : undefined, autocomplete: 'off' });
    return make('span', { class: 'field' }, make('label', { for: id }, label), control);
  }

  /** Draws the rows that the sheet lists; a row that stays keeps its controls and the words in the making. */
  private drawRows(): void {
    const rows = formRows(this.form, this.sheet.values);
    const keys = rows.flatMap(({ key }) => key ?? []);
    const drawn = new Map([...this.body.rows].flatMap((row) => (row.dataset['prefix'] ? [[row.dataset['prefix'], row] as const] : [])));
    const pressed = focusedOrder();
    const listed = { ...this.sheet.values, 'rows.rows': keys.join(' ') };
    const elements = rows.map(({ prefix, key, label }, index) => {
      const name = label ?? `row ${index + 1}`;
      const row = drawn.get(prefix) ?? this.row(prefix, label, name);
      if (key) {
        const change = (changes: Record<string, string>) => {
          this.sheet.setMany(changes);
          refocus(this, focusedOrder() ?? pressed, () => this.querySelector<HTMLElement>('[data-add]'));
        };
        row.querySelector('.order')!.replaceWith(orderButtons(name, key, keys, { move: (by) => change(moveRow(listed, 'rows', key, by)), remove: () => change(keys.length > 1 ? removeRow(listed, 'rows', key) : Object.fromEntries(Object.keys(this.sheet.values).filter((field) => field.startsWith(`${prefix}.`)).map((field) => [field, '']))) }));
      }
      return row;
    });
    // On paper some empty rows follow; the screen shows only those of the sheet.
    const paper = Array.from({ length: Math.max(0, this.form.rows - keys.length) }, () => make('tr', { class: 'empty-row', 'aria-hidden': 'true' }, ...Array.from({ length: this.form.columns.length }, () => make('td'))));
    this.body.replaceChildren(...elements, ...paper);
    refocus(this, pressed, () => (pressed ? this.querySelector<HTMLElement>('[data-add]') : null));
  }

  private row(prefix: string, label: string | undefined, name: string): HTMLTableRowElement {
    const cells = this.form.columns.slice(label === undefined ? 0 : 1).map((column) => make('td', {}, cellControl(column, `${prefix}.${column.id}`, name)));
    const head = label === undefined ? [] : [make('th', { scope: 'row', id: prefix.replace('given.', '') }, label)];
    const row = make('tr', { 'data-prefix': prefix }, ...head, ...cells);
    if (label === undefined) row.append(make('td', { class: 'row-order' }, make('span', { class: 'order' })));
    else if (this.form.rows > 0) row.append(make('td', { class: 'row-order' }));
    return row;
  }

  private add(): void {
    const keys = formRows(this.form, this.sheet.values).flatMap(({ key }) => key ?? []);
    const { key, changes } = addRow({ ...this.sheet.values, 'rows.rows': keys.join(' ') }, 'rows');
    this.sheet.setMany(changes);
    this.body.querySelector<HTMLElement>(`[data-prefix="rows.${key}"] :is(input, textarea, select)`)?.focus();
    announce('One more row added');
  }

  private count(): void {
    const unclear = markUnclear(this.table);
    this.unclear.textContent = unclear === 0 ? '' : `${unclear === 1 ? 'One cell holds' : `${unclear} cells hold`} no clear number. It is not counted: write digits only, such as 12.`;
    this.shown = drawSummary(this.summary, this.form, cellsOf(this.form, this.sheet.values), limitOf(this.form, this.sheet.values));
  }

  private bar(): HTMLElement {
    const file = make('input', { type: 'file', accept: '.csv,.xlsx,text/csv', hidden: true, tabindex: '-1', 'aria-label': 'A file of this form' });
    file.addEventListener('change', () => {
      const [chosen] = file.files ?? [];
      file.value = '';
      if (chosen) attempt(() => this.read(chosen))();
    });
    const attempt = (work: () => Promise<string>) => () => void work().then((words) => words && announce(words), (error: unknown) => this.trouble([error instanceof Error ? error.message : String(error)]));
    const button = (action: string, words: string, onclick: () => void) => make('button', { type: 'button', 'data-action': action, onclick }, words);
    const name = pullOutFile({ kind: 'forms', entry: this.form });
    const table = () => [cellsOf(this.form, this.sheet.values), fieldsOf(this.form, this.sheet.values)] as const;
    const excel = attempt(async () => {
      const [model, { write }] = await Promise.all([loadModel(), loadExporter('excel')]);
      saveFile(`${name}.xlsx`, types.xlsx, await write(model, ...table(), publicRoot()));
      return 'Excel file made';
    });
    const csv = attempt(async () => {
      saveFile(`${name}.csv`, types.csv, (await loadExporter('csv')).write(this.form, ...table()));
      return 'CSV file made';
    });
    const summary = attempt(async () => {
      saveFile(`${name}-summary.csv`, types.csv, (await loadExporter('csv')).summary(this.shown));
      return 'Summary saved, small numbers hidden';
    });
    return make(
      'section',
      { class: 'tools no-print', 'aria-label': 'Fill in this form' },
      make('p', { class: 'tool-buttons' }, button('excel', 'Download Excel', excel), button('csv', 'Download CSV', csv), button('summary', 'Download the summary', summary), button('open', 'Open Excel or CSV', () => file.click()), button('print', 'Print', () => print()), button('clear', 'Clear', () => void this.clear()), file),
      make('p', { class: 'tool-trouble', role: 'alert' }),
    );
  }

  private trouble(problems: readonly string[]): void {
    this.querySelector('.tool-trouble')!.replaceChildren(...problems.map((problem) => make('span', {}, `${problem} `)), problems.length > 0 ? 'Nothing was changed.' : '');
  }

  /** Reads a file; nothing changes before the reader has chosen how. */
  private async read(file: File): Promise<string> {
    this.trouble([]);
    const isExcel = /\.xlsx$/i.test(file.name);
    if (file.size > 10_000_000) throw new Error('The file is larger than 10 MB: it cannot be a form.');
    const filled: Filled = isExcel ? await (await loadExporter('excel')).read(new Uint8Array(await file.arrayBuffer()), this.form) : (await loadExporter('csv')).read(await file.text(), this.form);
    if ('problems' in filled) {
      this.trouble(filled.problems);
      return '';
    }
    const empty = Object.keys(this.sheet.values).length === 0;
    const words = `The file holds ${filled.rows.length} ${filled.rows.length === 1 ? 'row' : 'rows'}.`;
    const answer = empty ? 'replace' : await ask('Open the file', [make('p', {}, words)], [['add', 'Add them to what is here'], ['replace', 'Replace what is here']]);
    if (!answer) return '';
    this.sheet.setMany(importChanges(this.form, this.sheet.values, filled, answer === 'add'), 'elsewhere');
    return `${words} They are in the table now.`;
  }

  private async clear(): Promise<void> {
    const before = this.sheet.values;
    if (Object.keys(before).length === 0 || !(await ask('Clear this form?', [make('p', {}, 'Everything written into this form goes. Other pages stay as they are.')], [['clear', 'Clear it']]))) return;
    this.sheet.clear();
    this.sheet.setMany({}, 'elsewhere');
    this.drawRows();
    announce('The form is empty');
  }
}

customElements.define('form-tool', FormTool);
