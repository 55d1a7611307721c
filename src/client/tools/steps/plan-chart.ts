/** The bars of a plan with dates under them. A picture: the list says the same in words. */
import { dateMarks } from '../../../tools/date-axis.ts';
import { daysBetween } from '../../../tools/days.ts';
import type { PlannedStep } from '../../../tools/plan.ts';
import { datesInWords } from '../../../tools/plan-sheet.ts';
import { make } from '../../shell/dom.ts';

/** Draws a plan anew into its chart. `words` names each step, by its id. */
export function drawChart(
  chart: HTMLElement,
  planned: readonly PlannedStep[],
  words: ReadonlyMap<string, string>,
): void {
  const from = planned.map(({ start }) => start).sort()[0]!;
  const to = planned
    .map(({ end }) => end)
    .sort()
    .at(-1)!;
  const whole = daysBetween(from, to);
  const marks = dateMarks(from, to).map(({ at, label }) =>
    placed(make('span', { class: 'mark' }, make('span', {}, label)), { '--at': at }),
  );
  const rows = planned.map((step) => {
    const at = daysBetween(from, step.start) / whole;
    const label = words.get(step.step.id) ?? '';
    const row = make(
      'div',
      { class: at > 0.5 ? 'row late' : 'row', title: `${label} ${datesInWords(step)}` },
      make('span', { class: 'row-words' }, label),
      make('span', { class: 'row-bar' }),
    );
    return placed(row, { '--at': at, '--long': daysBetween(step.start, step.end) / whole });
  });
  chart.setAttribute(
    'aria-label',
    `A bar for each of ${planned.length} steps, ${datesInWords({ start: from, end: to })}; the list below says the same in words.`,
  );
  chart.replaceChildren(make('div', { class: 'marks' }, ...marks), ...rows);
}

/** Gives an element its places on the line of time, from 0 to 1. */
function placed(element: HTMLElement, places: Record<string, number>): HTMLElement {
  for (const [name, place] of Object.entries(places)) element.style.setProperty(name, place.toFixed(4));
  return element;
}
