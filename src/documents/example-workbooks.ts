/** The forms of Example County as workbooks. */
import {
  exampleAddress,
  examplesOf,
  exampleSheet,
  inventedNotice,
  pullOutOf,
  wholeExampleAddress,
} from '../site/example-county.ts';
import { absolute } from '../site/public-address.ts';
import { cellsOf, fieldsOf } from '../tools/form-sheet.ts';
import { exampleFile, exampleTitle, wholeExample } from './example-documents.ts';
import type { Job } from './job.ts';
import type { Line } from './lines.ts';
import type { Publication } from './site-documents.ts';
import { modelOf } from './site-workbooks.ts';
import { formWorkbook, type Workbook } from './workbook.ts';

/** Stands before the words of each sheet. */
const notice: Line = { kind: 'text', text: inventedNotice };

/** The forms of Example County: one workbook for the whole year, and one for each form. */
export function exampleWorkbooks(publication: Publication): Job<Workbook>[] {
  const { site, url } = publication;
  const books = examplesOf(site).flatMap((example): Job<Workbook>[] => {
    const pullOut = pullOutOf(site, example);
    if (pullOut?.kind !== 'forms') return [];
    const { entry } = pullOut;
    const sheet = exampleSheet(example);
    const model = modelOf(publication, entry);
    const filled = { rows: cellsOf(entry, sheet), fields: fieldsOf(entry, sheet), intro: [notice] };
    const address = exampleAddress(example);
    const title = exampleTitle(publication, example);
    const book = formWorkbook(model, url);
    const input: Workbook = {
      ...book,
      title,
      promise: inventedNotice,
      file: `content/example-county/${example.id}.yaml`,
      ...(url ? { url: absolute(url, address) } : {}),
      sheets: book.sheets.map((one) => ({ ...one, ...filled })),
    };
    return [{ file: `${exampleFile(pullOut)}.xlsx`, title, address, toolkit: model.toolkit, input }];
  });
  if (books.length === 0) return [];
  const { title, name, promise, reviewed } = wholeExample(publication);
  const input: Workbook = {
    ...books[0]!.input,
    title,
    promise,
    reviewed,
    ...(url ? { url: absolute(url, wholeExampleAddress) } : {}),
    file: 'content/example-county/',
    sheets: books.flatMap((book) => book.input.sheets),
  };
  return [{ file: `${name}.xlsx`, title, address: wholeExampleAddress, input }, ...books];
}
