/** The summary of a form, as it may be passed on: a table and simple charts, small numbers hidden. */
import type { Form } from '../../model/forms.ts';
import { barsOf } from '../../model/summary-bars.ts';
import { summaryOf, type Summary } from '../../model/summary.ts';
import { make } from '../dom.ts';

/** Draws the summary into its place. @returns the summary that is shown */
export function drawSummary(place: HTMLElement, form: Form, rows: readonly (readonly string[])[], limit: number): Summary {
  const summary = summaryOf(form, rows, limit);
  const head = make('tr', {}, ...summary.head.map((label) => make('th', { scope: 'col' }, label)));
  const lines = summary.rows.map(({ label, cells }) => make('tr', {}, make('th', { scope: 'row' }, label), ...cells.map((cell) => make('td', {}, typeof cell === 'number' ? cell.toLocaleString('en-US') : cell))));
  const table = make('table', { class: 'summary-table' }, make('caption', {}, `Summary: ${form.title}`), make('thead', {}, head), make('tbody', {}, ...lines));
  const charts = barsOf(form, summary).map(({ title, bars }) => {
    const list = bars.map(({ label, value, share }) => {
      const bar = make('span', { class: 'bar-line', 'aria-hidden': 'true' });
      bar.style.setProperty('--share', String(share));
      return make('li', {}, make('span', { class: 'bar-label' }, label), bar, make('b', {}, typeof value === 'number' ? value.toLocaleString('en-US') : value));
    });
    return make('figure', { class: 'bar-chart' }, make('figcaption', {}, title), make('ul', { role: 'list' }, ...list));
  });
  const scroll = make('div', { class: 'scroll', role: 'region', 'aria-label': `Summary: ${form.title}`, tabindex: '0' }, table);
  place.replaceChildren(...(summary.rows.length > 0 ? [scroll, make('div', { class: 'bar-charts' }, ...charts)] : [make('p', {}, 'The summary appears as soon as a row is filled in.')]));
  return summary;
}
