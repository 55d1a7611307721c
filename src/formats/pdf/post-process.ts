/** What Typst cannot make: fields, citations that lead to their notes, header cells of rows; and the saving of the file. */
import { PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { linksOf } from './annotations.ts';
import { linkCitations } from './citations.ts';
import type { Face } from './field-face.ts';
import type { FormField } from './fields.ts';
import { addFields } from './forms.ts';
import { nameRows } from './tags.ts';

/** @throws Error when a place to write in or a note was lost on the way */
export async function finish(
  set: Uint8Array,
  fields: readonly FormField[],
  name: string,
  face: () => Face,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(set, { updateMetadata: false, parseSpeed: Infinity });
  const links = linksOf(pdf);
  addFields(pdf, links, fields, face);
  linkCitations(pdf, links);
  nameRows(pdf);
  const { context, catalog } = pdf;
  catalog.getOrCreateViewerPreferences().setDisplayDocTitle(true);
  // Typst writes `Suspects false`, the default, in a way that poppler warns of.
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  context.trailerInfo.ID = context.obj([await idOf(set, name), await idOf(set, JSON.stringify(fields))]);
  return save(pdf);
}

/** Named after what the file was made from, so that the same content has the same id. */
async function idOf(set: Uint8Array, more: string): Promise<PDFHexString> {
  const bytes = new Uint8Array([...set.subarray(-2048), ...new TextEncoder().encode(more)]);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return PDFHexString.of(Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join(''));
}

/** pdf-lib looks through all entries before each new one; backward, the first is the one it looks for. */
function save(pdf: PDFDocument): Promise<Uint8Array> {
  const { context } = pdf;
  const inOrder = context.enumerateIndirectObjects.bind(context);
  context.enumerateIndirectObjects = () => inOrder().reverse();
  return pdf.save({ objectsPerTick: Infinity, updateFieldAppearances: false });
}
