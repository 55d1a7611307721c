/** A form as filled in: the fields above it, the rows that somebody wrote, and empty ones to go on by hand. */
import { longDate } from '../../../../tools/dates.ts';
import { isDay } from '../../../../tools/days.ts';
import { cellsOf, fieldsOf } from '../../../../tools/form-sheet.ts';
import type { Form } from '../../../../tools/forms.ts';
import { make } from '../../../shell/dom.ts';
import type { Filler } from './filler.ts';

export const fillForm: Filler = (tool, values) => {
  const form = JSON.parse(tool.querySelector('[data-form]')!.textContent!) as Form;
  const inWords = (kind: string, words: string) => (kind === 'date' && isDay(words) ? longDate(words) : words);
  const fields = Object.values(fieldsOf(form, values)).map((words, index) => inWords(form.fields[index]!.kind, words));
  tool
    .querySelectorAll('.field')
    .forEach((field, index) => fields[index] && field.append(': ', make('strong', {}, fields[index])));
  const body = tool.querySelector<HTMLTableElement>('table.form')!.tBodies[0]!;
  const given = form.given.length;
  const rows = cellsOf(form, values);
  const cells = (row: readonly string[], isGiven: boolean) =>
    row.map((words, index) =>
      isGiven && index === 0
        ? make('th', { scope: 'row' }, words)
        : make('td', { class: 'words' }, inWords(form.columns[index]!.kind, words)),
    );
  const written = rows.map((row, index) => make('tr', {}, ...cells(row, index < given)));
  const empty = Array.from({ length: Math.max(0, form.rows - (rows.length - given)) }, () =>
    make('tr', { class: 'empty-row', 'aria-hidden': 'true' }, ...form.columns.map(() => make('td'))),
  );
  body.replaceChildren(...written, ...empty);
};
