/** Writes the pull-out of a page, as filled in, as a Word file. */
import type { Sheet } from '../../model/fill.ts';
import { filledDocument, type PullOutModel } from '../../model/pull-out-model.ts';
import { writeDocx } from '../../writers/docx/write.ts';

/** @returns the name and the bytes of the file */
export async function word(model: PullOutModel, sheet: Sheet, base?: string): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const document = filledDocument(model, sheet, base);
  return { name: `${document.name}.docx`, bytes: new Uint8Array(await writeDocx(document)) };
}
(globalThis.csec ??= {}).word = word;
