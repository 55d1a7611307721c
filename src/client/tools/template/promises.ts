/** The one-page summary of an agreement: whose promise, and the promise, taken from the clauses as they stand. */
import { blankName } from '../../../documents/fill-template.ts';
import { promisesTitle } from '../../../schemas/names.ts';
import { make } from '../../shell/dom.ts';
import type { Sheet } from '../../store/store.ts';
import { isLeftOut } from './clauses.ts';

/** What stands in a text but is no part of its wording. */
const asides = '.number, .copy, .keep, .order, .hint, small.tag, sup, label';

/**
 * Draws the summary of a document with promises.
 * @returns its section, and a function that draws it anew
 */
export function summarize(text: HTMLElement, sheet: Sheet): { element: HTMLElement; show: () => void } | undefined {
  if (!text.querySelector('[data-who]')) return undefined;
  const body = make('tbody');
  const head = make('tr', {}, make('th', { scope: 'col' }, 'Member'), make('th', { scope: 'col' }, 'What it promises'));
  const print = make(
    'button',
    { type: 'button', 'data-action': 'print-summary', onclick: printSummary },
    'Print this page',
  );
  const element = make(
    'section',
    { class: 'promises', 'aria-labelledby': 'promises' },
    make('h2', { id: 'promises' }, promisesTitle),
    make('p', { class: 'no-print' }, 'One page, made from the clauses above as they stand.'),
    make('p', { class: 'add no-print' }, print),
    make('table', {}, make('thead', {}, head), body),
    make('p', {}, 'This page sums up. The memorandum itself decides.'),
  );
  return {
    element,
    show() {
      const clauses = [...text.querySelectorAll<HTMLElement>('[data-who]')].filter((clause) => !isLeftOut(clause));
      const rows = clauses.map((clause) =>
        make('tr', {}, make('th', { scope: 'row' }, whoOf(clause, sheet)), make('td', {}, wordingOf(clause))),
      );
      body.replaceChildren(...rows);
    },
  };
}

/** Whose promise a clause is, with the words of its blanks. */
function whoOf(clause: HTMLElement, sheet: Sheet): string {
  return clause.dataset['who']!.replace(/\{([^}]+)\}/g, (_, id: string) => {
    const name = clause.querySelector<HTMLElement>(`[data-blank="${CSS.escape(id)}"]`)?.dataset['name'];
    return sheet.get(name ?? blankName(id)) || 'Another organization';
  });
}

/** The wording of a clause with what is written in it. */
function wordingOf(clause: HTMLElement): string {
  const words = clause.querySelector('p')!.cloneNode(true) as HTMLElement;
  for (const blank of words.querySelectorAll('.blank'))
    blank.replaceWith(blank.querySelector('.typed')?.textContent || '________');
  for (const aside of words.querySelectorAll(asides)) aside.remove();
  return words.textContent!.replace(/\s+/g, ' ').trim();
}

/** Prints only the summary. */
function printSummary(): void {
  const root = document.documentElement;
  root.dataset['prints'] = 'promises';
  addEventListener('afterprint', () => delete root.dataset['prints'], { once: true });
  print();
}
