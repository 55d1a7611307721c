/** Checklists, duty lists and timelines as worked with: what is done, who, by when, notes, steps of one's own, and the dates of a plan. */
import type { Schedule } from '../../../../tools/plan.ts';
import { datesInWords, planIn } from '../../../../tools/plan-sheet.ts';
import { ownSteps, stepName, workInWords, workOf } from '../../../../tools/steps.ts';
import { make } from '../../../shell/dom.ts';
import type { Filler } from './filler.ts';

type Values = Readonly<Record<string, string>>;

export const fillSteps: Filler = (tool, values, prefix) => {
  for (const step of tool.querySelectorAll<HTMLElement>('.ticks > li'))
    showWork(step, stepName(step.id.slice(prefix.length)), values);
  for (const group of tool.querySelectorAll<HTMLElement>('[data-group]')) {
    const list = group.querySelector('.ticks')!;
    for (const { name, text } of ownSteps(values, group.dataset['group']!)) {
      const box = list.matches('.duties') ? '' : make('input', { type: 'checkbox', 'aria-label': text });
      const step = make(
        'li',
        {},
        box,
        make('div', {}, make('p', {}, text)),
        make('span', { class: 'write', 'aria-hidden': 'true' }),
      );
      list.append(step);
      showWork(step, name, values);
    }
  }
};

/** A timeline with a first day: its steps get their dates. The bars, which show months without a date, go. */
export const fillPlan: Filler = (tool, values, prefix) => {
  const { planned } = planIn(JSON.parse(tool.dataset['schedule']!) as Schedule, values);
  if (planned.length > 0) tool.querySelector('.bars')!.remove();
  for (const step of planned)
    tool.querySelector<HTMLElement>(`[id="${prefix}${step.step.id}"]`)!.dataset['when'] = datesInWords(step);
};

/** A list inside a toolkit, which can only be ticked. */
export const fillTicks: Filler = (list, values) => {
  for (const box of list.querySelectorAll<HTMLInputElement>('input[name]')) box.checked = values[box.name] === 'yes';
};

/** Shows what is written about a step, where paper has its line. */
function showWork(step: HTMLElement, name: string, values: Values): void {
  const work = workOf(values, name);
  const box = step.querySelector<HTMLInputElement>('input[type=checkbox]');
  if (box) box.checked = work.done;
  const who = workInWords({ ...work, note: '' }, step.dataset['when']);
  if (who) step.querySelector('.write')!.replaceWith(make('p', { class: 'work' }, who));
  if (work.note) step.querySelector('div')!.append(make('p', { class: 'aid work-note' }, work.note));
}
