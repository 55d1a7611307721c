/** PDF: Typst sets the pages and their tags, pdf-lib makes the places to write in into fields. */
import type { PDFDocument } from '@cantoo/pdf-lib';
import type { Document } from '../documents/document.ts';
import { exampleJobs } from '../documents/example-documents.ts';
import { fillSheetsOf } from '../documents/fill-sheets.ts';
import { editionsOf } from '../documents/template-editions.ts';
import { pullOutDocument, toolkitDocument, wholeSet } from '../documents/site-documents.ts';
import { allPullOuts } from '../site/pull-outs.ts';
import { toolkitsInOrder } from '../site/page.ts';
import { collections } from '../schemas/index.ts';
import { faceOf, type Face } from './pdf/field-face.ts';
import { finish, open } from './pdf/post-process.ts';
import { setFront } from './pdf/front.ts';
import { layOut, type Layout } from './pdf/layout.ts';
import { fieldFont, typeset } from './pdf/typesetter.ts';
import { atBlock, type Format, type Job, type Tools } from './writer.ts';

export const pdf: Format<Document> = {
  extension: 'pdf',
  name: 'PDF',
  use: 'To print, or to fill in on screen. Tagged for screen readers.',
  mediaType: 'application/pdf',
  jobs(publication) {
    const { site } = publication;
    const job = (input: Document, address: string): Job<Document> => ({
      file: `${input.name}.pdf`,
      title: input.title,
      address,
      ...(input.toolkit ? { toolkit: input.toolkit } : {}),
      input,
    });
    return [
      job(wholeSet(publication), '/'),
      ...toolkitsInOrder(site).map(({ id }) => job(toolkitDocument(publication, id), collections.toolkits.address(id))),
      ...allPullOuts(site).flatMap((pullOut) =>
        [
          pullOutDocument(publication, pullOut),
          ...editionsOf(publication, pullOut),
          ...fillSheetsOf(publication, pullOut),
        ].map((document) => job(document, collections[pullOut.kind].address(pullOut.entry.id))),
      ),
      ...exampleJobs(publication, job),
    ];
  },
  async write(document, tools) {
    const layout = layOut(document);
    const sets = await setAll(layout, tools).catch(async (error: unknown) => {
      throw (await culprit(document, tools)) ?? error;
    });
    return finish(sets, layout, document.name, () => faceFor(tools));
  },
};

/** The document as Typst sets it, or its front and its volumes. */
async function setAll({ volumes, front }: Layout, tools: Tools): Promise<PDFDocument[]> {
  const set = (json: string): Promise<Uint8Array> => tools.typeset?.(json, front !== undefined) ?? typeset(json, tools);
  const sets = await Promise.all(volumes.map(async (volume) => open(await set(volume))));
  return front ? [await setFront(sets, front, set), ...sets] : sets;
}

const faces = new WeakMap<Tools, Face>();
/** The face of fields, made once. */
function faceFor(tools: Tools): Face {
  const face = faces.get(tools) ?? faceOf(tools.read(fieldFont));
  faces.set(tools, face);
  return face;
}

/** The first block that cannot be set on its own, with the reason. */
async function culprit(document: Document, tools: Tools): Promise<Error | undefined> {
  for (const part of document.parts) {
    for (const [index, block] of [...part.intro, ...part.blocks].entries()) {
      try {
        await setAll(layOut({ ...document, parts: [{ ...part, intro: [], blocks: [block], notes: [] }] }), tools);
      } catch (error) {
        return atBlock(part.file, index, block.kind, error);
      }
    }
  }
  return undefined;
}
