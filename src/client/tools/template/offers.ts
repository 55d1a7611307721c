/** What was written elsewhere and fits into blanks that are still empty: of My task force, and of the summaries of forms. */
import { cellsOf, limitOf } from '../../../tools/form-sheet.ts';
import type { Offer, Offers } from '../../../tools/fill.ts';
import type { Form } from '../../../tools/forms.ts';
import { summaryOf } from '../../../tools/summary.ts';
import { documentOffers } from '../../../tools/task-force.ts';
import { store, type Sheet } from '../../store/store.ts';

/** What can be put into the blanks of a text, by the name of the blank. */
export function offersFor(text: HTMLElement, taskForce: Sheet): Offers {
  const own = Object.entries(documentOffers(taskForce.values).fields).map(
    ([name, value]) => [name, { value, from: 'My task force' }] as const,
  );
  const fields: Offers = { ...Object.fromEntries(own), ...formOffers() };
  const offers: Record<string, Offer> = {};
  for (const { dataset } of text.querySelectorAll<HTMLElement>('.blank[data-from][data-name]')) {
    const offer = fields[dataset['from']!];
    if (offer?.value) offers[dataset['name']!] = offer;
  }
  return offers;
}

/** The forms whose summaries fill some blanks of this page. */
export function formsOffered(): Form[] {
  return [...document.querySelectorAll('[data-form]')].map((data) => JSON.parse(data.textContent!) as Form);
}

/** What the summaries of filled forms offer, small numbers hidden: `forms.annual-summary.meetings.whole-year`. */
function formOffers(): Offers {
  const offers: Record<string, Offer> = {};
  for (const form of formsOffered()) {
    const { values } = store.sheet(`forms/${form.id}`);
    const shown = summaryOf(form, cellsOf(form, values), limitOf(form, values)).rows;
    for (const { id, label } of form.given) {
      const cells = shown.find((row) => row.label === label)?.cells ?? [];
      form.columns.slice(1).forEach((column, index) => {
        const value = String(cells[index] ?? '');
        offers[`forms.${form.id}.${id}.${column.id}`] = { value, from: `“${form.title}”` };
      });
    }
  }
  return offers;
}
