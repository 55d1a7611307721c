/** PDF: Typst sets the pages and their tags, pdf-lib makes the places to write in into fields. */
import { PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import type { Document } from '../model/document.ts';
import { pullOutDocument, toolkitDocument, wholeSet } from '../model/library.ts';
import { allPullOuts, toolkitsInOrder } from '../model/page.ts';
import { collections } from '../schemas/index.ts';
import { addFields } from './pdf/forms.ts';
import { layOut } from './pdf/layout.ts';
import { nameRows } from './pdf/tags.ts';
import { typeset } from './pdf/typesetter.ts';
import { atBlock, type Format, type Job, type Tools } from './writer.ts';

export const pdf: Format<Document> = {
  extension: 'pdf',
  name: 'PDF',
  mediaType: 'application/pdf',
  jobs(shelf) {
    const { site } = shelf;
    const job = (input: Document, address: string): Job<Document> => ({ file: `${input.name}.pdf`, title: input.title, address, ...(input.toolkit ? { toolkit: input.toolkit } : {}), input });
    return [
      job(wholeSet(shelf), '/'),
      ...toolkitsInOrder(site).map(({ id }) => job(toolkitDocument(shelf, id), collections.toolkits.address(id))),
      ...allPullOuts(site).map((pullOut) => job(pullOutDocument(shelf, pullOut), collections[pullOut.kind].address(pullOut.entry.id))),
    ];
  },
  async write(document, tools) {
    const { json, fields } = layOut(document);
    const set = await typeset(json, tools).catch(async (error: unknown) => {
      throw (await culprit(document, tools)) ?? error;
    });
    const file = await PDFDocument.load(set, { updateMetadata: false, parseSpeed: Infinity });
    addFields(file, fields);
    nameRows(file);
    await finish(file, `${json}\n${JSON.stringify(fields)}`);
    return file.save({ objectsPerTick: Infinity, updateFieldAppearances: false });
  },
};

/** The first block that cannot be set on its own, with the reason. */
async function culprit(document: Document, tools: Tools): Promise<Error | undefined> {
  for (const part of document.parts) {
    for (const [index, block] of part.blocks.entries()) {
      try {
        await typeset(layOut({ ...document, parts: [{ ...part, intro: [], blocks: [block], notes: [] }] }).json, tools);
      } catch (error) {
        return atBlock(part.file, index, block.kind, error);
      }
    }
  }
  return undefined;
}

/** The file shows its title, and is named after all that it was made from. */
async function finish(file: PDFDocument, source: string): Promise<void> {
  const { context, catalog } = file;
  catalog.getOrCreateViewerPreferences().setDisplayDocTitle(true);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(source)));
  const id = PDFHexString.of(Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join(''));
  context.trailerInfo.ID = context.obj([id, id]);
  catalog.delete(PDFName.of('MarkInfo'));
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
}
