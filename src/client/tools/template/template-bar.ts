/** The bar above a template: how far it is, what is still empty, and what can be done with it. */
import { announce, make } from '../../shell/dom.ts';
import { exportButtons } from '../export-buttons.ts';
import type { Sheet } from '../../store/store.ts';
import { blankNames, emptyBlanks } from './blanks.ts';
import { offersFor } from './offers.ts';

export interface TemplateBar {
  element: HTMLElement;
  /** Shows how far the template is, and how much can be filled in at once. */
  show(): void;
}

export function makeBar(tool: HTMLElement, text: HTMLElement, sheet: Sheet, taskForce: Sheet): TemplateBar {
  const button = (name: string, words: string, onclick: () => void) =>
    make('button', { type: 'button', 'data-action': name, onclick }, words);
  const progress = make('p', { class: 'tool-status', 'data-progress': true });
  const heading = make('summary');
  const list = make('ul');
  const empty = make('details', { 'data-empty': true }, heading, list);
  const fill = button('fill', '', () => {
    const offers = offersFor(text, sheet, taskForce);
    sheet.setMany(offers);
    announce(`${Object.keys(offers).length} blanks filled in`);
  });
  fill.hidden = text.querySelector('[data-from]') === null;
  const preview = button('preview', 'Preview', () => {
    const on = tool.toggleAttribute('data-preview');
    preview.setAttribute('aria-pressed', String(on));
    announce(on ? 'Preview: the document as it prints' : 'Back to writing');
  });
  preview.setAttribute('aria-pressed', 'false');
  const buttons = make(
    'p',
    { class: 'tool-buttons' },
    fill,
    preview,
    button('print', 'Print', () => print()),
    ...exportButtons(sheet),
  );
  return {
    element: make(
      'section',
      { class: 'tools no-print', 'aria-label': 'Fill in this template' },
      progress,
      buttons,
      empty,
    ),
    show() {
      const all = blankNames(text).size;
      const blanks = emptyBlanks(text);
      progress.textContent = `${all - blanks.length} of ${all} blanks are filled in.`;
      empty.hidden = blanks.length === 0;
      heading.textContent =
        blanks.length === 1 ? 'One blank is still empty' : `${blanks.length} blanks are still empty`;
      list.replaceChildren(
        ...blanks.map(({ label, field }) =>
          make('li', {}, make('button', { type: 'button', class: 'link', onclick: () => field.focus() }, label)),
        ),
      );
      const offers = Object.keys(offersFor(text, sheet, taskForce)).length;
      fill.disabled = offers === 0;
      fill.textContent =
        offers === 0 ? 'Fill in what you wrote elsewhere' : `Fill in ${offers} that you wrote elsewhere`;
    },
  };
}
