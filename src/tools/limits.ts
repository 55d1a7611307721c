/**
 * How much is taken, everywhere the same: far above what a task force writes, far below what a browser keeps. Whatever writes, opens or
 * saves asks here, so that nothing is taken at one place and refused at the next.
 */
import { number } from './numbers.ts';

/** Rows of one form or list. */
export const mostRows = 5_000;
/** Characters in one field, as `maxlength` counts them. */
export const longestValue = 20_000;
/** Bytes of a file of one form, from Excel or CSV. */
export const largestFile = 10_000_000;

/** The same for readers. */
export const limitsInWords = `${number(mostRows)} rows, ${largestFile / 1_000_000} MB`;
export const rowsInWords = `${number(mostRows)} rows`;

/** Why rows cannot be taken, and what to do. `here`: rows that stand in the form already. */
export function tooManyRows(rows: number, here = 0): string {
  return (
    `The file has ${number(rows)} rows${here > 0 ? `, and ${number(here)} stand here already` : ''}. ` +
    `A form takes ${rowsInWords} at most: divide them, for example by year.`
  );
}
