/** What Typst cannot make: fields, citations that lead to their notes, header cells of rows; and the saving of the file. */
import { PDFCrossRefStream, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { linksOf } from './annotations.ts';
import { bind } from './bind.ts';
import { linkCitations } from './citations.ts';
import type { Face } from './field-face.ts';
import { addFields } from './forms.ts';
import type { Layout } from './layout.ts';
import { numberPages } from './page-numbers.ts';
import { linkPlaces } from './references.ts';
import { nameRows } from './tags.ts';

/**
 * @param sets what Typst set: a document, or the volumes of one in their order. They are used up
 * @throws Error when a place to write in, a note or a heading that a link leads to was lost on the way
 */
export async function finish(
  sets: readonly PDFDocument[],
  { fields, titles }: Pick<Layout, 'fields' | 'titles'>,
  name: string,
  face: () => Face,
): Promise<Uint8Array> {
  const [pdf, ...volumes] = sets as [PDFDocument, ...PDFDocument[]];
  const ids = sets.map(({ context }) => String(context.trailerInfo.ID));
  bind(pdf, volumes);
  const links = linksOf(pdf);
  addFields(pdf, links, fields, face);
  linkCitations(pdf, links);
  linkPlaces(pdf, links, titles);
  numberPages(pdf, links, face);
  nameRows(pdf);
  const { context, catalog } = pdf;
  catalog.getOrCreateViewerPreferences().setDisplayDocTitle(true);
  // Typst writes `Suspects false`, the default, in a way that poppler warns of.
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  context.trailerInfo.ID = context.obj([await idOf(ids, name), await idOf(ids, JSON.stringify(fields))]);
  return save(pdf);
}

/** A PDF as Typst set it. */
export function open(set: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(set, { updateMetadata: false, parseSpeed: Infinity });
}

/** Named after what the file was made from, so that the same content has the same id. */
async function idOf(ids: readonly string[], more: string): Promise<PDFHexString> {
  const bytes = new TextEncoder().encode([...ids, more].join(' '));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return PDFHexString.of(Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join(''));
}

/** pdf-lib looks for the place of each entry among all before it, in the square of their number; but they come in order. */
const table = PDFCrossRefStream.prototype as unknown as { entries: unknown[]; appendEntry(entry: unknown): void };
table.appendEntry = function (entry) {
  this.entries.push(entry);
};

function save(pdf: PDFDocument): Promise<Uint8Array> {
  return pdf.save({ objectsPerTick: Infinity, updateFieldAppearances: false });
}
