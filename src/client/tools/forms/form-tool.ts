/** <form-tool>: a form to fill in row by row, with its summary at once. Without JavaScript it is a table to write into on paper. */
import type { Form } from '../../../tools/forms.ts';
import { atRest } from '../../shell/at-rest.ts';
import { bindControls, type Control } from '../../store/controls.ts';
import { store } from '../../store/store.ts';
import { fieldControl, markUnclear } from './cells.ts';
import { makeBar } from './form-bar.ts';
import { offerFill } from './form-offers.ts';
import { offerRows } from './form-rows.ts';
import { makeSummary } from './summary-view.ts';

class FormTool extends HTMLElement {
  connectedCallback(): void {
    const sheet = store.sheet(this.dataset['sheet']!);
    const [form, ...others] = [...this.querySelectorAll('[data-form]')].map(
      (data) => JSON.parse(data.textContent!) as Form,
    ) as [Form, ...Form[]];
    const table = this.querySelector<HTMLTableElement>('table.form')!;
    this.querySelector('.fields')?.replaceChildren(
      ...form.fields.map((field) => fieldControl(`field.${field.id}`, field.label, field.kind)),
    );
    const rows = offerRows(table, form, sheet, (row) => {
      showControls(row);
      sumSoon(250);
    });
    const summary = makeSummary(table, form, sheet);
    this.querySelector('.scroll')!.after(rows.adding, ...summary.elements);
    const offers = offerFill(this, form, sheet, others);
    this.prepend(makeBar(form, sheet, () => (summary.show(), summary.shown), offers.button));
    const unmarked = new Set<Control>();
    const showControls = bindControls(this, sheet, (control) => unmarked.add(control));
    const sum = (): void => {
      unmarked.forEach(markUnclear);
      unmarked.clear();
      summary.show();
      offers.show();
    };
    const sumSoon = atRest(sum);
    sheet.subscribe(({ fields, by }) => {
      if (fields.includes('rows.rows') || by === 'elsewhere') rows.draw();
      sumSoon(by === 'elsewhere' ? 0 : 250);
    });
    for (const id of ['task-force', ...others.map((other) => `forms/${other.id}`)])
      store.sheet(id).subscribe(() => offers.show());
    rows.draw();
    sum();
  }
}

customElements.define('form-tool', FormTool);
