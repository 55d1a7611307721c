/**
 * Places to write in. No field has a name, none is sent, and browsers are asked to remember nothing. Words may run over several
 * lines, so that paper shows all of them.
 */
import type { DocStep, Field, GridColumn } from '../../documents/document.ts';
import { byHand } from '../../schemas/names.ts';
import { h, type Attributes, type Child } from '../markup/element.ts';

/** The form to which boxes belong, so that browsers remember no ticks. No anchor of the content holds a dot. */
export const unkept = 'page.unkept';

/** A field of one line that grows with its words. */
function writing(value: string, attributes: Attributes): Child {
  // A page drops the first line break of a text area.
  return h('textarea', { rows: 1, autocomplete: 'off', ...attributes }, value.startsWith('\n') ? `\n${value}` : value);
}

/** A place to fill in within a text, its label below. */
export function blank({ label, size, value = '' }: Field): Child {
  return h(
    'label',
    { class: `blank ${size}` },
    size === 'short' ? h('input', { autocomplete: 'off', value: value || undefined }) : writing(value, {}),
    h('span', {}, label),
  );
}

/** A line of its own. A signature is written with a pen. */
export function line(label: string, value: string | undefined, about?: string): Child {
  if (label === byHand) return h('span', { class: 'rule', role: 'img', 'aria-label': 'to sign on paper' });
  return writing(value ?? '', { 'aria-label': about ? `${label}: ${about}` : label });
}

/** What a column takes in, for keyboards on a screen. */
const keyboards: Partial<Record<GridColumn['kind'], string>> = { count: 'numeric', money: 'decimal' };

/** A cell to write in or to choose in. */
export function cell({ label, kind, options }: GridColumn, row: string, value: string): Child {
  const name = { class: kind, 'aria-label': `${label}: ${row}` };
  const choices = kind === 'yes-no' ? ['Yes', 'No'] : options;
  if (!choices) return writing(value, { ...name, inputmode: keyboards[kind] });
  return h(
    'select',
    { ...name, autocomplete: 'off' },
    h('option', { value: '', label: ' ' }),
    choices.map((choice) => h('option', { selected: choice === value ? '' : undefined }, choice)),
  );
}

/** A step with its box and its line. @param id of the step @param name its words, for those who do not see it beside the line */
export function step(
  { done, written = '' }: DocStep,
  { boxes, write }: { boxes: boolean; write: string },
  id: string,
  name: string,
  words: Child,
  help: Child,
): Child {
  const tick = `${id}.tick`;
  return [
    boxes ? h('input', { type: 'checkbox', id: tick, form: unkept, checked: done ? '' : undefined }) : undefined,
    h('div', {}, h('p', {}, boxes ? h('label', { for: tick }, words) : words), help),
    h('label', { class: 'write' }, writing(written, { 'aria-label': `${write}: ${name}` }), h('span', {}, write)),
  ];
}
