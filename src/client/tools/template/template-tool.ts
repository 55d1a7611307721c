/** <template-tool>: a template to fill in where it stands. Without JavaScript it is the text with rules to write on. */
import { atRest } from '../../shell/at-rest.ts';
import { store } from '../../store/store.ts';
import { offerWays } from './article-ways.ts';
import { makeWritable, showBlanks } from './blanks.ts';
import { addSwitches, countClauses, offerCopies } from './clauses.ts';
import { offerSigners } from './signers.ts';
import { summarize } from './promises.ts';
import { offerSets, type OfferedSet } from './sets.ts';
import { formsOffered } from './offers.ts';
import { makeBar } from './template-bar.ts';

class TemplateTool extends HTMLElement {
  connectedCallback(): void {
    const sheet = store.sheet(this.dataset['sheet']!);
    const taskForce = store.sheet('task-force');
    const text = this.querySelector<HTMLElement>('.document')!;
    const advice = new Map(
      [...this.querySelectorAll<HTMLElement>('[data-about]')].map((item) => [
        item.dataset['about']!,
        item.textContent!.replace(/^[^:]*:\s*/, '').trim(),
      ]),
    );
    const prepare = (part: HTMLElement, copy = ''): void => {
      makeWritable(part, sheet, advice, copy);
      addSwitches(part, sheet);
    };
    // Who fills in by keyboard comes from blank to blank. What shares an article lists its clauses.
    for (const link of text.querySelectorAll<HTMLElement>('.clause .copy')) link.tabIndex = -1;
    offerWays(this, text);
    const drawCopies = offerCopies(text, sheet, prepare);
    const drawSigners = offerSigners(text.querySelector<HTMLElement>('.signatures'), sheet, taskForce);
    prepare(text);
    const bar = makeBar(this, text, sheet, taskForce);
    this.prepend(bar.element);
    const sets = this.dataset['sets'] && offerSets(JSON.parse(this.dataset['sets']) as OfferedSet[], sheet);
    if (sets) bar.element.append(sets.element);
    const summary = summarize(text, sheet);
    if (summary) this.append(summary.element);
    const sumUp = (): void => {
      summary?.show();
      bar.show();
    };
    const sumUpSoon = atRest(sumUp);
    /** What a key changes shows at once; what follows from it, and what stands elsewhere in the page, when the hand rests. */
    const showHere = (fields: readonly string[]): void => {
      drawCopies();
      drawSigners();
      showBlanks(text, sheet, fields);
      if (fields.some((field) => /\.(off|rows)$/.test(field))) countClauses(text, sheet);
      if (sets) sets.show();
      sumUpSoon(250);
    };
    const show = (): void => {
      drawCopies();
      drawSigners();
      showBlanks(text, sheet);
      countClauses(text, sheet);
      if (sets) sets.show();
      sumUp();
    };
    sheet.subscribe(({ fields, by }) => (by === 'here' ? showHere(fields) : show()));
    taskForce.subscribe(show);
    // What is kept comes from the disk a moment later, also what the forms hold.
    for (const form of formsOffered()) store.sheet(`forms/${form.id}`).subscribe(() => bar.show());
    show();
  }
}

customElements.define('template-tool', TemplateTool);
