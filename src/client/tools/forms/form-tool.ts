/** <form-tool>: a form to fill in row by row, with its summary at once. Without JavaScript it is a table to write into on paper. */
import type { Form } from '../../../tools/forms.ts';
import { bindControls } from '../../store/controls.ts';
import { store } from '../../store/store.ts';
import { fieldControl, showChoices } from './cells.ts';
import { makeBar } from './form-bar.ts';
import { offerRows } from './form-rows.ts';
import { makeSummary } from './summary-view.ts';

class FormTool extends HTMLElement {
  connectedCallback(): void {
    const sheet = store.sheet(this.dataset['sheet']!);
    const form = JSON.parse(this.querySelector('[data-form]')!.textContent!) as Form;
    const table = this.querySelector<HTMLTableElement>('table.form')!;
    this.querySelector('.fields')?.replaceChildren(
      ...form.fields.map((field) => fieldControl(`field.${field.id}`, field.label, field.kind)),
    );
    const rows = offerRows(table, form, sheet);
    const summary = makeSummary(table, form, sheet);
    this.querySelector('.scroll')!.after(rows.adding, ...summary.elements);
    this.prepend(makeBar(form, sheet, () => summary.shown));
    const showControls = bindControls(this, sheet);
    const draw = (): void => {
      rows.draw();
      showControls();
      showChoices(table, sheet);
      summary.show();
    };
    sheet.subscribe(({ fields, by }) => (fields.includes('rows.rows') || by === 'elsewhere' ? draw() : summary.show()));
    draw();
  }
}

customElements.define('form-tool', FormTool);
