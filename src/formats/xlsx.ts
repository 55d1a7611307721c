/** Excel: every form as a workbook, and one workbook for a toolkit that has several forms for the same year. */
import { exampleWorkbooks } from '../documents/example-workbooks.ts';
import { workbooksOf } from '../documents/site-workbooks.ts';
import type { Workbook } from '../documents/workbook.ts';
import type { Format } from './writer.ts';
import { writeXlsx } from './xlsx/write.ts';

export const xlsx: Format<Workbook> = {
  extension: 'xlsx',
  name: 'Excel',
  use: 'To count in: totals, a summary that hides small numbers, a data dictionary.',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jobs: (publication) => [...workbooksOf(publication), ...exampleWorkbooks(publication)],
  write: (workbook) => writeXlsx(workbook),
};
