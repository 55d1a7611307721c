/** <template-tool>: a template to fill in where it stands. Without JavaScript it is the text with rules to write on. */
import { cellsOf, limitOf } from '../../model/form-sheet.ts';
import type { Form } from '../../model/forms.ts';
import { summaryOf } from '../../model/summary.ts';
import { documentOffers } from '../../model/task-force.ts';
import { announce, make } from '../dom.ts';
import { exportButtons } from '../export-buttons.ts';
import { store, type Sheet } from '../store/store.ts';
import { emptyBlanks, makeWritable, showBlanks } from './blanks.ts';
import { addSwitches, countClauses, drawCopies } from './clauses.ts';
import { drawSigners } from './signers.ts';

class TemplateTool extends HTMLElement {
  connectedCallback(): void {
    const sheet = store.sheet(this.dataset['sheet']!);
    const taskForce = store.sheet('task-force');
    const document = this.querySelector<HTMLElement>('.document')!;
    const advice = new Map([...this.querySelectorAll<HTMLElement>('[data-about]')].map((item) => [item.dataset['about']!, item.textContent!.replace(/^[^:]*:\s*/, '').trim()]));
    const signatures = document.querySelector<HTMLElement>('.signatures');
    const given = [...(signatures?.querySelectorAll('dt') ?? [])].map((dt) => dt.textContent!);
    const repeated = [...document.querySelectorAll<HTMLElement>('.clause[data-repeats]')].map((clause) => {
      const holder = make('div', { class: 'copies' });
      const pristine = clause.cloneNode(true) as HTMLElement;
      clause.replaceWith(holder);
      return { holder, pristine, list: `clause.${clause.dataset['clause']}.rows`, drawn: '-' };
    });
    makeWritable(document, sheet, (blank) => advice.get(blank));
    addSwitches(document, sheet);
    const bar = this.#bar(sheet, taskForce, document);
    this.prepend(bar);

    let signers = '-';
    const show = (): void => {
      for (const one of repeated) {
        const rows = sheet.get(one.list);
        if (one.drawn === rows) continue;
        one.drawn = rows;
        drawCopies(one.holder, one.pristine, sheet, (clause, copy) => {
          makeWritable(clause, sheet, (blank) => advice.get(blank), copy);
          addSwitches(clause, sheet);
        });
      }
      // Blocks are drawn anew only when the list changes, so that nobody loses the field they type in.
      const state = JSON.stringify([sheet.get('signers.rows'), documentOffers(taskForce.values).agencies]);
      if (signatures && signers !== state) {
        signers = state;
        drawSigners(signatures, given, sheet, documentOffers(taskForce.values).agencies);
      }
      showSigners(signatures, sheet);
      showBlanks(document, sheet);
      countClauses(document, sheet);
      this.#showProgress(bar, document, sheet, taskForce);
    };
    sheet.subscribe(show);
    taskForce.subscribe(show);
    show();
  }

  #bar(sheet: Sheet, taskForce: Sheet, document: HTMLElement): HTMLElement {
    const button = (name: string, words: string, onclick: () => void) => make('button', { type: 'button', 'data-action': name, onclick }, words);
    const fill = (): void => {
      const offers = offersFor(document, sheet, taskForce);
      sheet.setMany(offers);
      announce(`${Object.keys(offers).length} blanks filled in`);
    };
    const preview = button('preview', 'Preview', () => {
      const on = this.toggleAttribute('data-preview');
      preview.setAttribute('aria-pressed', String(on));
      announce(on ? 'Preview: the document as it prints' : 'Back to writing');
    });
    preview.setAttribute('aria-pressed', 'false');
    return make(
      'section',
      { class: 'tools no-print', 'aria-label': 'Fill in this template' },
      make('p', { class: 'tool-status', 'data-progress': true }),
      make('p', { class: 'tool-buttons' }, button('fill', 'Fill in what you wrote elsewhere', fill), preview, button('print', 'Print', () => print()), ...exportButtons(sheet)),
      make('details', { 'data-empty': true }, make('summary'), make('ul')),
    );
  }

  #showProgress(bar: HTMLElement, document: HTMLElement, sheet: Sheet, taskForce: Sheet): void {
    const names = new Set([...document.querySelectorAll<HTMLElement>('.blank[data-name]')].filter((blank) => !blank.closest('.off')).map((blank) => blank.dataset['name']));
    const empty = emptyBlanks(document);
    bar.querySelector('[data-progress]')!.textContent = `${names.size - empty.length} of ${names.size} blanks are filled in.`;
    const details = bar.querySelector<HTMLDetailsElement>('[data-empty]')!;
    details.hidden = empty.length === 0;
    details.querySelector('summary')!.textContent = empty.length === 1 ? 'One blank is still empty' : `${empty.length} blanks are still empty`;
    details.querySelector('ul')!.replaceChildren(...empty.map(({ label, field }) => make('li', {}, make('button', { type: 'button', class: 'link', onclick: () => field.focus() }, label))));
    const offers = Object.keys(offersFor(document, sheet, taskForce)).length;
    const fill = bar.querySelector<HTMLButtonElement>('[data-action=fill]')!;
    fill.hidden = document.querySelector('[data-from]') === null;
    fill.disabled = offers === 0;
    fill.textContent = offers === 0 ? 'Fill in what you wrote elsewhere' : `Fill in ${offers} that you wrote elsewhere`;
  }
}

/** What can be put into blanks that are still empty, by the name of the blank. */
function offersFor(document: HTMLElement, sheet: Sheet, taskForce: Sheet): Record<string, string> {
  const fields = { ...documentOffers(taskForce.values).fields, ...formOffers() };
  const offers: Record<string, string> = {};
  for (const { dataset } of document.querySelectorAll<HTMLElement>('.blank[data-from][data-name]')) {
    const value = fields[dataset['from']!];
    if (value && !sheet.get(dataset['name']!)) offers[dataset['name']!] = value;
  }
  return offers;
}

/** What the summaries of filled forms offer, small numbers hidden: `forms.annual-summary.meetings.whole-year`. */
function formOffers(): Record<string, string> {
  const offers: Record<string, string> = {};
  for (const data of document.querySelectorAll('[data-form]')) {
    const form = JSON.parse(data.textContent!) as Form;
    const { values } = store.sheet(`forms/${form.id}`);
    const shown = summaryOf(form, cellsOf(form, values), limitOf(form, values)).rows;
    for (const { id, label } of form.given) {
      const cells = shown.find((row) => row.label === label)?.cells ?? [];
      form.columns.slice(1).forEach((column, index) => (offers[`forms.${form.id}.${id}.${column.id}`] = String(cells[index] ?? '')));
    }
  }
  return offers;
}

function showSigners(signatures: HTMLElement | null, sheet: Sheet): void {
  for (const field of signatures?.querySelectorAll('input') ?? []) {
    const value = sheet.get(field.name);
    if (field.value !== value) field.value = value;
    field.nextElementSibling!.textContent = value;
  }
}

customElements.define('template-tool', TemplateTool);
