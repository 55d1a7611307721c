/** What may stand in each column: rules for typing, and the same in words. */
import type { DataValidation } from '@protobi/exceljs';
import { optionsOf, type Column, type Form } from '../../tools/forms.ts';
import { choiceInWords } from '../../schemas/names.ts';

/** What may stand in a column, in a sentence. */
export function allowed(column: Column): string {
  switch (column.kind) {
    case 'text':
      return 'Any words.';
    case 'count':
      return `${column.fractions ? 'A number, 0 or more.' : 'A whole number, 0 or more.'}${column.marks ? ' Or the word “hidden” or “not known”.' : ''}`;
    case 'date':
      return 'A date.';
    case 'money':
      return 'An amount in dollars, 0 or more.';
    case 'choice':
    case 'yes-no':
      return choiceInWords(optionsOf(column));
  }
}

/** What to write into a column: its guidance, and what may stand in it where that is not plain. */
export function explained(column: Column, guidance: string | undefined): string {
  const rule = column.kind === 'text' || (guidance && optionsOf(column).length === 0) ? '' : allowed(column);
  return [guidance, rule].filter(Boolean).join(' ');
}

/** What becomes of a column in the summary, in a sentence. */
export function inSummary(form: Form, column: Column): string {
  const numbers = column.kind === 'count';
  const hidden = numbers && column.counts === 'people' ? ' Small numbers are hidden.' : '';
  if (form.summary === 'rows')
    return `${form.across?.into === column.id ? 'Adds up the row, unless you write a number. ' : ''}Row by row, never added down.${hidden}`;
  const names = {
    sum: 'total',
    average: 'average',
    middle: 'middle value',
    range: 'lowest and highest',
    tally: 'how many rows have each choice',
  };
  const totals = (column.totals ?? []).map((total) => names[total]);
  if (column.id === form.by) return 'Totals are given for each choice.';
  return totals.length === 0
    ? 'Not in the summary.'
    : `${totals.join(', ').replace(/^./, (letter) => letter.toUpperCase())}.${hidden}`;
}

/** The rule for the cells of a column. @param cell the first of them, such as `C8` */
export function ruleFor(column: Column, cell: string, guidance?: string): DataValidation {
  const prompt = explained(column, guidance);
  return {
    allowBlank: true,
    ...(prompt
      ? { showInputMessage: true, promptTitle: column.label.slice(0, 32), prompt: shortened(prompt, 255) }
      : {}),
    ...(column.kind === 'text'
      ? {}
      : {
          showErrorMessage: true,
          errorStyle: 'stop',
          errorTitle: column.label.slice(0, 32),
          error: shortened(allowed(column), 225),
        }),
    ...condition(column, cell),
  } as DataValidation;
}

function condition({ kind, marks, fractions, options }: Column, cell: string): Partial<DataValidation> {
  switch (kind) {
    case 'text':
      return { type: 'any' as never };
    case 'count': {
      if (!marks) return { type: fractions ? 'decimal' : 'whole', operator: 'greaterThanOrEqual', formulae: [0] };
      const number = `AND(ISNUMBER(${cell}),N(${cell})>=0${fractions ? '' : `,N(${cell})=INT(N(${cell}))`})`;
      return {
        type: 'custom',
        formulae: [`OR(${number},LOWER(TRIM(${cell}))="hidden",LOWER(TRIM(${cell}))="not known")`],
      };
    }
    case 'money':
      return { type: 'decimal', operator: 'greaterThanOrEqual', formulae: [0] };
    case 'date':
      return { type: 'date', operator: 'greaterThanOrEqual', formulae: [new Date(Date.UTC(1900, 0, 1))] };
    case 'choice':
    case 'yes-no':
      return { type: 'list', formulae: [`"${(options ?? ['Yes', 'No']).join(',').replaceAll('"', '""')}"`] };
  }
}

/** Whole words up to a length, with an ellipsis where something is left out. */
function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/\s+\S*$/, '')}…`;
}
