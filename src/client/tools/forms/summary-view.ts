/** The summary of a form, as it may be passed on: a table and simple charts, small numbers hidden. */
import { cellsOf, formRows, limitName, limitOf } from '../../../tools/form-sheet.ts';
import { acrossOf, isFilled, isProtected, unclearIn, type Form } from '../../../tools/forms.ts';
import { number } from '../../../tools/numbers.ts';
import { barsOf, type Bars } from '../../../tools/summary-bars.ts';
import { summaryOf, type Summary } from '../../../tools/summary.ts';
import { make, writeOnce } from '../../shell/dom.ts';
import type { Sheet } from '../../store/store.ts';
import { fieldControl } from './cells.ts';

export interface SummaryView {
  elements: HTMLElement[];
  /** The summary as it was shown last. */
  shown: Summary;
  /** Adds everything up anew. */
  show(): void;
}

/** What a form adds up to, and what in its table cannot be counted. */
export function makeSummary(table: HTMLElement, form: Form, sheet: Sheet): SummaryView {
  const unclear = make('p', { class: 'tool-status', role: 'status' });
  const place = make('div', { class: 'summary' });
  const limit = limitName(form);
  const limitField = limit.startsWith('field.')
    ? []
    : [make('p', { class: 'fields' }, fieldControl(limit, 'Smallest number shown (10 while empty)', 'limit'))];
  // Where nobody is counted, nothing is hidden.
  const hiding = form.columns.some((column) => isProtected(form, column))
    ? [
        make(
          'p',
          {},
          'Small numbers are hidden here, and what would give them away. Pass on the summary, not the table.',
        ),
        ...limitField,
      ]
    : [];
  const view: SummaryView = {
    elements: [
      unclear,
      make('section', { class: 'summary-part', 'aria-label': 'Summary' }, make('h2', {}, 'Summary'), ...hiding, place),
    ],
    shown: { head: [], rows: [] },
    show() {
      const rows = cellsOf(form, sheet.values);
      const { numbers, dates } = unclearIn(form, rows);
      const words = [
        numbers > 0 &&
          `${numbers === 1 ? 'One cell holds' : `${numbers} cells hold`} no clear number ` +
            `and ${numbers === 1 ? 'is' : 'are'} not counted: write digits only, such as 12.`,
        dates > 0 && `${dates === 1 ? 'One date' : `${dates} dates`} could not be read.`,
      ];
      writeOnce(unclear, words.filter(Boolean).join(' '));
      showSums(table, form, sheet, rows);
      const summary = summaryOf(form, rows, limitOf(form, sheet.values));
      // What somebody writes into a cell of words changes no sum: nothing is drawn anew.
      if (place.hasChildNodes() && JSON.stringify(summary) === JSON.stringify(view.shown)) return;
      view.shown = summary;
      place.replaceChildren(
        ...(rows.some((row) => isFilled(form, row))
          ? drawn(form, view.shown)
          : [make('p', {}, 'The summary appears as soon as a row is filled in.')]),
      );
    },
  };
  return view;
}

/** Shows what a row adds up to where nobody wrote anything else. */
function showSums(table: HTMLElement, form: Form, sheet: Sheet, rows: readonly (readonly string[])[]): void {
  if (!form.across) return;
  const { into } = form.across;
  const cells = new Map(
    [...table.querySelectorAll<HTMLInputElement>(`input[name$=".${into}"]`)].map((cell) => [cell.name, cell]),
  );
  formRows(form, sheet.values).forEach(({ prefix }, place) => {
    const cell = cells.get(`${prefix}.${into}`);
    const sum = acrossOf(form, rows[place]!);
    if (cell) cell.placeholder = sum === undefined ? '' : String(sum);
  });
}

const words = (cell: number | string): string => (typeof cell === 'number' ? number(cell) : cell);

function drawn(form: Form, summary: Summary): HTMLElement[] {
  const title = `Summary: ${form.title}`;
  const head = make('tr', {}, ...summary.head.map((label) => make('th', { scope: 'col' }, label)));
  const rows = summary.rows.map(({ label, cells }) =>
    make('tr', {}, make('th', { scope: 'row' }, label), ...cells.map((cell) => make('td', {}, words(cell)))),
  );
  const table = make(
    'table',
    { class: 'summary-table' },
    make('caption', { class: 'sr-only' }, title),
    make('thead', {}, head),
    make('tbody', {}, ...rows),
  );
  return [
    make('div', { class: 'scroll', role: 'region', 'aria-label': title, tabindex: '0' }, table),
    make('div', { class: 'bar-charts' }, ...barsOf(form, summary).map(chart)),
  ];
}

function chart({ title, bars }: Bars): HTMLElement {
  const items = bars.map(({ label, value, share }) => {
    const bar = make('span', { class: 'bar-line', 'aria-hidden': 'true' });
    bar.style.setProperty('--share', String(share));
    return make('li', {}, make('span', { class: 'bar-label' }, label), bar, make('b', {}, words(value)));
  });
  return make('figure', { class: 'bar-chart' }, make('figcaption', {}, title), make('ul', { role: 'list' }, ...items));
}
