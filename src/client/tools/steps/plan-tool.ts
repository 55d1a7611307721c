/**
 * <plan-tool>: a timeline that a start date turns into dates, around the <step-tool> of the same sheet. A step that takes longer
 * moves what comes after it. Without JavaScript, or a date, it is the timeline as published.
 */
import type { Schedule } from '../../../tools/plan.ts';
import {
  datesInWords,
  firstDay,
  lastDay,
  movedInWords,
  planIn,
  planInWords,
  type Plan,
} from '../../../tools/plan-sheet.ts';
import { longDate } from '../../../tools/dates.ts';
import { ask } from '../../shell/confirm-dialog.ts';
import { announce, make } from '../../shell/dom.ts';
import { loadExporter, loadModel, saveFile } from '../exports.ts';
import { publicRoot } from '../../shell/site.ts';
import { bindControls, foldedDate } from '../../store/controls.ts';
import { store } from '../../store/store.ts';
import { attempt } from '../export-buttons.ts';
import { drawChart } from './plan-chart.ts';
import './step-tool.ts';
import { entry, nameControls, noticeUnfinishedDates, showProblem } from './work-fields.ts';

class PlanTool extends HTMLElement {
  private readonly sheet = store.sheet(this.dataset['sheet']!);
  private readonly schedule = JSON.parse(this.dataset['schedule']!) as Schedule;
  private readonly words = new Map<string, string>();
  private readonly chart = make('div', { class: 'plan-chart', role: 'img' });
  private readonly sentence = make('p', { class: 'plan-words' });
  private plan: Plan = planIn(this.schedule, this.sheet.values);
  /** The plan of which the reader last heard. */
  private heard = this.plan;

  connectedCallback(): void {
    const bar = this.makeBar();
    this.querySelector('svg')!.after(this.chart);
    this.prepend(bar);
    for (const step of this.schedule.periods.flatMap(({ steps }) => steps)) this.addFields(step.id, step.length);
    bindControls(bar, this.sheet);
    noticeUnfinishedDates(bar);
    this.addEventListener('change', ({ target }) => this.tell((target as HTMLInputElement).name));
    this.sheet.subscribe(({ by }) => {
      this.show();
      // What a file or another tab brought is no news that a field made.
      if (by === 'elsewhere') this.heard = this.plan;
    });
    this.show();
  }

  private makeBar(): HTMLElement {
    const { around, repeats } = this.schedule;
    const label = around ? `Day of ${around}` : 'First day';
    const day = entry('plan.start', label, make('input', { type: 'date', min: firstDay, max: lastDay }));
    const number = (name: string, words: string, given: number) =>
      entry(
        name,
        words,
        make('input', { type: 'text', inputmode: 'numeric', placeholder: String(given), autocomplete: 'off' }),
      );
    const rounds = repeats
      ? [number('plan.weeks', 'Again after weeks', repeats.weeks), number('plan.count', 'Times in all', repeats.count)]
      : [];
    const download = attempt(async () => {
      if (!this.plan.start) {
        day.querySelector('input')!.focus();
        throw new Error(`Choose the ${label.toLowerCase()} first.`);
      }
      if (around) await this.chooseMeeting(this.plan.start);
      const [model, write] = await Promise.all([loadModel(), loadExporter('calendar')]);
      const { name, text } = write(model, this.sheet.values, publicRoot());
      saveFile(name, 'text/calendar;charset=utf-8', text);
      return 'Calendar file made';
    });
    const button = make(
      'button',
      { type: 'button', 'data-action': 'calendar', onclick: download },
      'Download calendar file',
    );
    const entries = make('div', { class: 'entries' }, day, ...rounds);
    return make(
      'section',
      { class: 'tools plan-bar', 'aria-label': 'Plan with dates' },
      entries,
      this.sentence,
      make('p', { class: 'tool-buttons' }, button),
    );
  }

  /** A calendar that was made before for another day: does that meeting move, or is this one more? */
  private async chooseMeeting(start: string): Promise<void> {
    const series = this.sheet.get('plan.series');
    if (series && series !== start) {
      const words = `You made a calendar for the meeting of ${longDate(series)}. Your calendar program can move it, or keep both.`;
      const answer = await ask(
        'Does the meeting move?',
        [make('p', {}, words)],
        [
          ['move', 'Move that meeting'],
          ['add', 'Add another meeting'],
        ],
      );
      if (!answer) throw new Error('No file was made.');
      if (answer === 'move') return;
    }
    this.sheet.set('plan.series', start);
  }

  /** Lets a step take longer or shorter, or start on a day of its own. */
  private addFields(id: string, given: number): void {
    const { unit } = this.schedule;
    const step = document.getElementById(id)!;
    const length = make('input', {
      // A field of the kind “number” would change when somebody scrolls over it.
      type: 'text',
      inputmode: 'decimal',
      autocomplete: 'off',
      placeholder: String(given),
      value: this.sheet.get(`plan.length.${id}`),
    });
    const start = foldedDate({ min: firstDay, max: lastDay, value: this.sheet.get(`plan.starts.${id}`) });
    const entries = [
      entry(`plan.length.${id}`, `Takes (${unit})`, length),
      entry(`plan.starts.${id}`, 'Starts on', start),
    ];
    for (const one of entries) one.classList.add('plan-entry');
    step.querySelector('.step-fields')!.append(...entries);
    const words = step.querySelector('.more [data-of]')!.textContent!.slice(2);
    nameControls(step, words);
    this.words.set(id, words);
  }

  private show(): void {
    this.plan = planIn(this.schedule, this.sheet.values);
    const { start, planned, problems } = this.plan;
    const dates = new Map(planned.map((step) => [step.step.id, datesInWords(step)]));
    this.toggleAttribute('data-planned', start !== undefined);
    for (const id of this.words.keys())
      document.querySelector(`#${CSS.escape(id)} .when`)!.textContent = dates.get(id) ?? '';
    for (const { name } of this.querySelectorAll<HTMLInputElement>('[name^="plan."]'))
      showProblem(this, name, problems[name]);
    this.sentence.textContent =
      planInWords(this.plan, this.schedule.around) ||
      'Choose a day, and every step gets its dates: in the list, in the chart and in a calendar file.';
    if (start) drawChart(this.chart, planned, this.words);
  }

  /** Says what the change of a field moved. */
  private tell(field: string): void {
    if (!field.startsWith('plan.')) return;
    const [before, after] = [this.heard, this.plan];
    this.heard = after;
    if (before.start !== after.start)
      announce(after.start ? 'Every step has its dates now.' : 'The steps have no dates now.');
    else if (/^plan\.(length|starts)\./.test(field) && !after.problems[field])
      announce(movedInWords(before.planned, after.planned, field.split('.')[2]));
  }
}

customElements.define('plan-tool', PlanTool);
