/** Writes and reads filled forms as Excel workbooks. */
import type { PullOutModel } from '../../../documents/pull-out-model.ts';
import { readXlsx } from '../../../formats/xlsx/read.ts';
import { formWorkbook } from '../../../documents/workbook.ts';
import { writeXlsx } from '../../../formats/xlsx/write.ts';
import { offerExporter } from '../offer-exporter.ts';

/** The bytes of the workbook of a form with what somebody has filled in. @throws Error when the model is no form's */
async function write(
  { pullOut, notes, toolkit, address }: PullOutModel,
  rows: readonly (readonly string[])[],
  fields: Readonly<Record<string, string>>,
  base?: string,
): Promise<Uint8Array<ArrayBuffer>> {
  if (pullOut.kind !== 'forms') throw new Error('only forms become workbooks');
  const workbook = formWorkbook({ entry: pullOut.entry, notes, toolkit, address }, base);
  return new Uint8Array(
    await writeXlsx({ ...workbook, sheets: workbook.sheets.map((sheet) => ({ ...sheet, rows, fields })) }),
  );
}

export const excel = { read: readXlsx, write };
offerExporter('excel', excel);
