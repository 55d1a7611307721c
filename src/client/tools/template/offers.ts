/** What was written elsewhere and fits into blanks that are still empty: of My task force, and of the summaries of forms. */
import { cellsOf, limitOf } from '../../../tools/form-sheet.ts';
import type { Form } from '../../../tools/forms.ts';
import { summaryOf } from '../../../tools/summary.ts';
import { documentOffers } from '../../../tools/task-force.ts';
import { store, type Sheet } from '../../store/store.ts';

/** What can be put into the empty blanks of a text, by the name of the blank. */
export function offersFor(text: HTMLElement, sheet: Sheet, taskForce: Sheet): Record<string, string> {
  const fields = { ...documentOffers(taskForce.values).fields, ...formOffers() };
  const offers: Record<string, string> = {};
  for (const { dataset } of text.querySelectorAll<HTMLElement>('.blank[data-from][data-name]')) {
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
      form.columns
        .slice(1)
        .forEach((column, index) => (offers[`forms.${form.id}.${id}.${column.id}`] = String(cells[index] ?? '')));
    }
  }
  return offers;
}
