/** Writes the pull-out of a page, as filled in, as a Word file. */
import type { Sheet } from '../../../tools/sheet.ts';
import { filledDocument, type PullOutModel } from '../../../documents/pull-out-model.ts';
import { writeDocx } from '../../../formats/docx/write.ts';
import { offerExporter } from '../offer-exporter.ts';

/**
 * @param options `day`: the day of the draft, YYYY-MM-DD; `guidance`: with the advice about a template in and behind it
 * @returns the name and the bytes of the file
 */
async function write(
  model: PullOutModel,
  sheet: Sheet,
  base?: string,
  { day, guidance = true }: { day?: string; guidance?: boolean } = {},
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const document = { ...filledDocument(model, sheet, base), ...(day ? { drafted: day } : {}) };
  return { name: `${document.name}.docx`, bytes: new Uint8Array(await writeDocx(document, { guidance })) };
}
export const word = { write };
offerExporter('word', word);
