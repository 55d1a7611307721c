/** The bar above a template: how far it is, what is still empty, and what can be done with it. */
import { announce, make, writeOnce } from '../../shell/dom.ts';
import { offerExports } from '../export-buttons.ts';
import type { Sheet } from '../../store/store.ts';
import { fillChanges, fillCount } from '../../../tools/fill.ts';
import { blankNames, emptyBlanks, showOrigins } from './blanks.ts';
import { offerDocumentMode } from './document-mode.ts';
import { offerInterview } from './interview.ts';
import { signerChanges } from './signer-changes.ts';
import { emptySigners } from './signers.ts';
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
  /** The fields of the blanks that the list shows. */
  let listed: HTMLElement[] = [];
  const empty = make('details', { 'data-empty': true }, heading, list);
  const filled = make('p', { class: 'tool-status' });
  /** Everything that is known: blanks, and who signs. */
  const known = () => ({
    ...fillChanges(sheet.values, offersFor(text, taskForce)),
    ...signerChanges(text.querySelector('.signatures'), sheet, taskForce),
  });
  const fill = button('fill', '', () => {
    const changes = known();
    sheet.setMany(changes, 'elsewhere');
    filled.textContent = `${fillCount(changes)} filled in. What you wrote yourself stays as it is.`;
    announce(filled.textContent);
  });
  fill.hidden = text.querySelector('[data-from], .signatures') === null;
  const mode = offerDocumentMode(tool);
  const interview = offerInterview(tool, text, sheet, () => mode.isOn || preview.click());
  const ask = button('interview', 'Answer questions one by one', () => interview.open());
  const preview = button('preview', 'Preview', () => {
    const on = mode.toggle();
    tool.toggleAttribute('data-preview', on);
    preview.setAttribute('aria-pressed', String(on));
    preview.textContent = on ? 'Back to writing' : 'Preview';
    announce(on ? 'Preview: the document as it prints' : 'Back to writing');
  });
  preview.setAttribute('aria-pressed', 'false');
  const buttons = make(
    'p',
    { class: 'tool-buttons' },
    fill,
    ask,
    preview,
    button('print', 'Print', () => mode.print(false)),
    button('print-guidance', 'Print with guidance', () => mode.print(true)),
  );
  offerExports(sheet, true);
  return {
    element: make(
      'section',
      { class: 'tools no-print', 'aria-label': 'Fill in this template' },
      progress,
      buttons,
      filled,
      empty,
    ),
    show() {
      const signing = emptySigners(text);
      const all = blankNames(text).size + signing.all;
      const blanks = [...emptyBlanks(text), ...signing.empty];
      writeOnce(progress, `${all - blanks.length} of ${all} blanks are filled in.`);
      empty.hidden = blanks.length === 0;
      writeOnce(heading, blanks.length === 1 ? 'One blank is still empty' : `${blanks.length} blanks are still empty`);
      const isListed = blanks.length === listed.length && blanks.every(({ field }, place) => field === listed[place]);
      listed = blanks.map(({ field }) => field);
      if (!isListed)
        list.replaceChildren(
          ...blanks.map(({ label, field }) =>
            make('li', {}, make('button', { type: 'button', class: 'link', onclick: () => field.focus() }, label)),
          ),
        );
      const offers = fillCount(known());
      showOrigins(text, sheet, offersFor(text, taskForce));
      fill.disabled = offers === 0;
      writeOnce(fill, offers === 0 ? 'Fill in what you wrote elsewhere' : `Fill in ${offers} that you wrote elsewhere`);
    },
  };
}
