/** Writes the pull-out of a page, as filled in, as plain text to copy. */
import type { Sheet } from '../../../tools/sheet.ts';
import { plainTextOf } from '../../../documents/plain-text.ts';
import { filledDocument, type PullOutModel } from '../../../documents/pull-out-model.ts';

/** The text; blanks that are still empty show as lines with their labels. */
export function text(model: PullOutModel, sheet: Sheet, base?: string): string {
  const document = filledDocument(model, sheet, base);
  return `${document.title}\n\n${plainTextOf(document.parts[0]!.blocks)}`;
}
(globalThis.csec ??= {}).text = text;
