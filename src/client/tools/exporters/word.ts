/** Writes the pull-out of a page, as filled in, as a Word file. */
import type { Sheet } from '../../../tools/sheet.ts';
import { filledDocument, type PullOutModel } from '../../../documents/pull-out-model.ts';
import { writeDocx } from '../../../formats/docx/write.ts';

/** @returns the name and the bytes of the file */
export async function word(
  model: PullOutModel,
  sheet: Sheet,
  base?: string,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const document = filledDocument(model, sheet, base);
  return { name: `${document.name}.docx`, bytes: new Uint8Array(await writeDocx(document)) };
}
(globalThis.csec ??= {}).word = word;
