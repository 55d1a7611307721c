/** What was written elsewhere and fits into a form: My task force, its member agencies, and the figures of other forms. */
import { fillChanges, fillCount, noteOf, originOf, type Offers } from '../../../tools/fill.ts';
import { formRows } from '../../../tools/form-sheet.ts';
import type { Form } from '../../../tools/forms.ts';
import { membersOf } from '../../../tools/task-force.ts';
import { yearOffers, yearsIn, type FilledForm } from '../../../tools/year.ts';
import { ask } from '../../shell/confirm-dialog.ts';
import { announce, make } from '../../shell/dom.ts';
import { addRow, type Changes } from '../../store/rows.ts';
import { store, type Sheet } from '../../store/store.ts';

export interface FormOffers {
  button: HTMLButtonElement;
  /** Shows how much can be filled in, and where the figures in the table came from. */
  show(): void;
}

/** @param others the forms from which figures come */
export function offerFill(root: HTMLElement, form: Form, sheet: Sheet, others: readonly Form[]): FormOffers {
  const taskForce = store.sheet('task-force');
  const problems = make('p', { class: 'tool-status', role: 'status' });
  const sources = (): Map<string, FilledForm> =>
    new Map(others.map((one) => [one.id, { form: one, sheet: store.sheet(`forms/${one.id}`).values }]));
  const yearField = form.fields.find(({ id }) => id === 'year');
  const yearWritten = (): string => /\b\d{4}\b/.exec(sheet.get('field.year'))?.[0] ?? '';
  const known = (year: string): { offers: Offers; problems: string[] } => {
    const own = Object.fromEntries(
      form.fields.flatMap(({ id, from = '' }) => {
        const value = from.startsWith('task-force.') ? taskForce.get(from.slice('task-force.'.length)) : '';
        return value ? [[`field.${id}`, { value, from: 'My task force' }]] : [];
      }),
    );
    const figures = yearOffers(form, year, sources());
    return { offers: { ...own, ...figures.offers }, problems: figures.problems };
  };
  const changesFor = (year: string): Changes => ({
    ...fillChanges(sheet.values, known(year).offers),
    ...memberChanges(form, sheet, taskForce),
  });
  const likelyYear = (): string => yearWritten() || (yearsIn(form, sources()).at(-1) ?? '');
  const fill = async (): Promise<void> => {
    const years = yearsIn(form, sources());
    let year = yearWritten() || (years.length === 1 ? years[0]! : '');
    if (!year && years.length > 1) {
      const choices = years.slice(-3).map((one) => [one, one] as const);
      year = await ask('Which year?', [make('p', {}, 'Your logs hold dates of several years.')], choices);
      if (!year) return;
    }
    const written: Changes = yearField && year && !sheet.get('field.year') ? { 'field.year': year } : {};
    const changes = changesFor(year);
    sheet.setMany({ ...changes, ...written }, 'elsewhere');
    const from = [
      ...new Set(Object.entries(known(year).offers).flatMap(([name, offer]) => (changes[name] ? offer.from : []))),
    ];
    const words = `${fillCount(changes)} filled in${from.length > 0 ? ` from ${from.join(', ')}` : ''}.`;
    problems.textContent = [words, ...known(year).problems].join(' ');
    announce(words);
  };
  const button = make('button', { type: 'button', 'data-action': 'fill', onclick: () => void fill() });
  const isPossible = others.length > 0 || form.members || form.fields.some(({ from }) => from);
  button.hidden = !isPossible;
  return {
    button,
    show() {
      if (!isPossible) return;
      if (!problems.isConnected) button.closest('section')?.append(problems);
      const count = fillCount(changesFor(likelyYear()));
      button.disabled = count === 0;
      button.textContent =
        count === 0 ? 'Fill in what you wrote elsewhere' : `Fill in ${count} that you wrote elsewhere`;
      showOrigins(root, sheet, known(likelyYear()).offers);
    },
  };
}

/** Member agencies that the form does not list yet: into given rows without a name, or into new ones. */
function memberChanges(form: Form, sheet: Sheet, taskForce: Sheet): Changes {
  if (!form.members) return {};
  const [[nameColumn]] = Object.entries(form.members).filter(([, what]) => what === 'name') as [[string, string]];
  const rows = formRows(form, sheet.values);
  const named = (prefix: string): string => sheet.get(`${prefix}.${nameColumn}`).trim().toLowerCase();
  const present = new Set(rows.map(({ prefix }) => named(prefix)));
  const free = rows.filter(({ prefix }) => form.columns.every(({ id }) => !sheet.get(`${prefix}.${id}`)));
  let changes: Changes = {};
  for (const member of membersOf(taskForce.values)) {
    const name = member.name.trim();
    if (!name || present.has(name.toLowerCase())) continue;
    const cells = Object.fromEntries(
      Object.entries(form.members).flatMap(([column, what]) => (member[what] ? [[column, member[what].trim()]] : [])),
    );
    const row = free.shift();
    if (row) for (const [column, words] of Object.entries(cells)) changes[`${row.prefix}.${column}`] = words;
    else if (form.rows > 0) {
      const listed = { 'rows.rows': rows.flatMap(({ key }) => key ?? []).join(' '), ...sheet.values, ...changes };
      changes = { ...changes, ...addRow(listed, 'rows', cells).changes };
    }
  }
  return changes;
}

/** Says under each figure where it came from, or that it was written over. */
function showOrigins(root: HTMLElement, sheet: Sheet, offers: Offers): void {
  for (const note of root.querySelectorAll('.origin')) note.remove();
  for (const [name, offer] of Object.entries(offers)) {
    if (!sheet.get(noteOf(name))) continue;
    const origin = originOf(sheet.values, name, offer);
    const words = origin === 'own' ? `Yours. ${offer.from} says ${offer.value}.` : `From ${offer.from}`;
    root
      .querySelector(`[name="${CSS.escape(name)}"]`)
      ?.parentElement?.append(make('small', { class: 'origin' }, words));
  }
}
