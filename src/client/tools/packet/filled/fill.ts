/**
 * Puts what somebody wrote into the parts of a packet, as words to print. The tools themselves stay on their own pages: each takes
 * its page for itself, and a packet holds many.
 */
import { store } from '../../../store/store.ts';
import type { Filler } from './filler.ts';
import { fillForm } from './form.ts';
import { fillRoster } from './roster.ts';
import { fillPlan, fillSteps, fillTicks } from './steps.ts';
import { fillTemplate } from './template.ts';

/** By the name of the tool. */
const fillers: Readonly<Record<string, Filler>> = {
  'template-tool': fillTemplate,
  'step-tool': fillSteps,
  'plan-tool': fillPlan,
  'form-tool': fillForm,
  'roster-tool': fillRoster,
  ticks: fillTicks,
};

/** Fills in a part that is not on the page yet. Its boxes rest: a packet is to read and to print. */
export function fillIn(part: ParentNode, prefix: string): void {
  for (const tool of fillable(part)) {
    const { values } = store.sheet(sheetOf(tool));
    if (Object.keys(values).length > 0) fillers[tool.dataset['tool'] ?? 'ticks']?.(tool, values, prefix);
  }
  for (const box of part.querySelectorAll<HTMLInputElement>('input')) box.disabled = true;
}

/** The ids of the sheets that a part shows. */
export function sheetsIn(part: ParentNode): string[] {
  return [...new Set(fillable(part).map(sheetOf))];
}

const fillable = (part: ParentNode) => [...part.querySelectorAll<HTMLElement>('[data-tool], [data-ticks]')];
const sheetOf = ({ dataset }: HTMLElement): string => dataset['sheet'] ?? dataset['ticks']!;
