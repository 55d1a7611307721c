/**
 * <step-tool>: a checklist, duty list or timeline to work with. Steps are ticked, given to somebody, dated and noted; lists take
 * steps of one's own and show what is open or whose. Without JavaScript it is the list, with boxes and lines to write on.
 */
import { isShown, ownersIn, ownersOffered, stepName, workOf } from '../../../tools/steps.ts';
import { announce, make } from '../../shell/dom.ts';
import { bindControls } from '../../store/controls.ts';
import { store } from '../../store/store.ts';
import { offerOwnSteps } from './own-steps.ts';
import { makeBar, type StepBar } from './step-bar.ts';
import { Undo } from '../undo.ts';
import { addFields, nameControls, noticeUnfinishedDates, ownersId, showWork } from './work-fields.ts';

class StepTool extends HTMLElement {
  private readonly sheet = store.sheet(this.dataset['sheet']!);
  private readonly taskForce = store.sheet('task-force');
  private readonly ticked = this.querySelector('.ticks.duties') === null;
  private readonly noun = this.ticked ? 'step' : 'duty';
  private readonly owners = make('datalist', { id: ownersId });
  private readonly narrowed = make('p', { class: 'narrowed' });
  private bar!: StepBar;
  private drawOwn!: (() => boolean)[];
  private showControls!: () => void;

  connectedCallback(): void {
    const undo = new Undo(this.sheet);
    for (const step of this.querySelectorAll<HTMLElement>('.ticks > li')) {
      addFields(step, stepName(step.id));
      nameControls(step, wordsOf(step));
    }
    const { sheet, ticked, noun } = this;
    this.drawOwn = [...this.querySelectorAll<HTMLElement>('[data-group]')].map((group) =>
      offerOwnSteps(group, { sheet, undo, ticked, noun }),
    );
    this.bar = makeBar({ sheet, undo, ticked, onFilter: () => this.narrow() });
    this.prepend(this.bar.element, this.narrowed, this.owners);
    this.showControls = bindControls(this, sheet);
    noticeUnfinishedDates(this);
    sheet.subscribe(() => this.show());
    this.taskForce.subscribe(() => this.show());
    this.show();
    // A link to a step that is not shown shows all of them again, so that no address leads nowhere.
    addEventListener('hashchange', () => this.reveal(location.hash));
    document.addEventListener('click', ({ target }) => this.reveal((target as Element).closest('a')?.hash ?? ''), {
      capture: true,
    });
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }

  private get steps(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.ticks > li')];
  }

  private show(): void {
    if (this.drawOwn.map((draw) => draw()).includes(true)) this.showControls();
    const steps = this.steps;
    for (const step of steps) showWork(step, workOf(this.sheet.values, step.dataset['name']!));
    for (const step of steps.filter(({ dataset }) => dataset['key'])) this.nameOwn(step);
    const works = steps.flatMap((step) =>
      step.id || this.textOf(step) ? workOf(this.sheet.values, step.dataset['name']!) : [],
    );
    this.bar.show(works);
    this.owners.replaceChildren(
      ...ownersOffered(this.taskForce.values, ownersIn(works)).map((value) => make('option', { value })),
    );
  }

  private textOf(step: HTMLElement): string {
    return this.sheet.get(`${step.dataset['name']!}.text`).trim();
  }

  private nameOwn(step: HTMLElement): void {
    const words = this.textOf(step) || `your own ${this.noun}`;
    nameControls(step, words);
    step.querySelector('[type=checkbox]')?.setAttribute('aria-label', words);
  }

  /** Shows what the reader chose to see. What changes later stays until the next choice: nothing jumps away while somebody works. */
  private narrow(): void {
    const { filter } = this.bar;
    const steps = this.steps;
    for (const step of steps)
      step.classList.toggle(
        'left-out',
        !isShown(workOf(this.sheet.values, step.dataset['name']!), filter, this.ticked),
      );
    for (const group of this.querySelectorAll('[data-group]'))
      group.classList.toggle('left-out', filter !== '' && !group.querySelector('.ticks > li:not(.left-out)'));
    const count = steps.filter(({ classList }) => !classList.contains('left-out')).length;
    const what = filter === 'open' ? (this.ticked ? 'open' : 'with nobody yet') : filter.slice('owner:'.length);
    this.narrowed.textContent = filter === '' ? '' : `Showing ${count} of ${steps.length}: ${what}.`;
    announce(this.narrowed.textContent || `Showing all ${steps.length}.`);
  }

  private reveal(hash: string): void {
    const target = document.getElementById(hash.slice(1));
    if (!target || !this.contains(target) || !target.closest('.left-out')) return;
    this.bar.filter = '';
    this.narrow();
    target.scrollIntoView();
  }
}

/** The words of a given step, without the numbers of its sources. */
function wordsOf(step: HTMLElement): string {
  const text = step.querySelector('p > span')!.cloneNode(true) as HTMLElement;
  for (const cite of text.querySelectorAll('.cite')) cite.remove();
  return text.textContent!.trim();
}

customElements.define('step-tool', StepTool);
