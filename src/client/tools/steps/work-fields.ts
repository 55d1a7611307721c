/** What can be written about one step: who, by when, a note. Folded behind a button; what is written shows in a line. */
import { isDay } from '../../../tools/days.ts';
import { workInWords, type Work } from '../../../tools/steps.ts';
import { make } from '../../shell/dom.ts';
import { foldedDate, unfoldDates } from '../../store/controls.ts';

/** The id of the sentence that says what a note must not hold. */
export const ruleId = 'notes-rule';
/** The id of the list of owners to choose from. */
export const ownersId = 'owners';

/** Adds the button, the folded fields and the line to a step. `name` starts the names of its fields: `step.ask`. */
export function addFields(step: HTMLElement, name: string): void {
  const id = `${name}-fields`;
  const fields = make(
    'div',
    { class: 'step-fields', id, hidden: true },
    entry(`${name}.owner`, 'Who', make('input', { type: 'text', list: ownersId, autocomplete: 'off' })),
    entry(`${name}.due`, 'By when', foldedDate({ min: '2000-01-01', max: '2099-12-31' })),
    entry(`${name}.note`, 'Note', make('textarea', { rows: '1', 'aria-describedby': ruleId, autocomplete: 'off' })),
  );
  const more = make(
    'button',
    { type: 'button', class: 'more', 'aria-expanded': 'false', 'aria-controls': id },
    'Who, when, note',
    stepWords(),
  );
  more.addEventListener('click', () => {
    fields.hidden = !fields.hidden;
    if (!fields.hidden) unfoldDates(fields);
    more.setAttribute('aria-expanded', String(!fields.hidden));
    if (!fields.hidden) fields.querySelector('input')!.focus();
  });
  step.dataset['name'] = name;
  const line = make('span', { class: 'line' }, make('span', { class: 'when' }), ' ', make('span', { class: 'who' }));
  step.append(more, make('p', { class: 'written' }, line, ' ', make('span', { class: 'note' })), fields);
}

/** A field under its label; `hint` says more, and a problem with what is written can stand below. */
export function entry(
  name: string,
  words: string,
  control: HTMLInputElement | HTMLTextAreaElement,
  hint = '',
): HTMLElement {
  control.id = name;
  control.name = name;
  const problem = make('p', { class: 'problem', id: `${name}-problem`, role: 'status' });
  control.setAttribute(
    'aria-describedby',
    [control.getAttribute('aria-describedby') ?? '', problem.id].join(' ').trim(),
  );
  return make(
    'div',
    { class: 'entry' },
    make('label', { for: name }, words, stepWords()),
    hint && make('small', {}, hint),
    control,
    problem,
  );
}

/** Says what is wrong with the words of a field; nothing when they are fine. */
export function showProblem(scope: ParentNode, name: string, words = ''): void {
  const control = scope.querySelector(`[name="${CSS.escape(name)}"]`);
  const place = document.getElementById(`${name}-problem`);
  if (!control || !place || place.textContent === words) return;
  place.textContent = words;
  if (words) control.setAttribute('aria-invalid', 'true');
  else control.removeAttribute('aria-invalid');
}

const unfinished = 'This date is not complete. Choose a day, or empty the field.';

/** Says so when a date was left half written: the browser gives no word of it to the sheet. */
export function noticeUnfinishedDates(scope: HTMLElement): void {
  scope.addEventListener('focusout', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'date') return;
    if (target.validity.badInput) showProblem(scope, target.name, unfinished);
    else if (document.getElementById(`${target.name}-problem`)!.textContent === unfinished)
      showProblem(scope, target.name);
  });
}

/** Tells each control of a step which step it belongs to, for those who do not see it. */
export function nameControls(step: HTMLElement, words: string): void {
  for (const place of step.querySelectorAll('[data-of]')) place.textContent = `: ${words}`;
}

/** Shows in the line of a step what is written about it. */
export function showWork(step: HTMLElement, work: Work): void {
  step.querySelector('.who')!.textContent = workInWords({ ...work, note: '' });
  step.querySelector('.note')!.textContent = work.note;
  const isWrong = work.due !== '' && !isDay(work.due);
  showProblem(
    step,
    `${step.dataset['name']!}.due`,
    isWrong ? `“${work.due.slice(0, 40)}” is not a day. Choose one, and it takes its place.` : '',
  );
}

const stepWords = (): HTMLElement => make('span', { class: 'sr-only', 'data-of': true });
