/** Word: each toolkit with its pull-outs behind it, and every template, checklist and duty list on its own. */
import type { Document } from '../documents/document.ts';
import { exampleJobs } from '../documents/example-documents.ts';
import { fillSheetsOf } from '../documents/fill-sheets.ts';
import { editionsOf } from '../documents/template-editions.ts';
import { pullOutDocument, toolkitDocument, type Publication } from '../documents/site-documents.ts';
import { allPullOuts, pullOutAddress } from '../site/pull-outs.ts';
import { toolkitsInOrder } from '../site/page.ts';
import { collections } from '../schemas/index.ts';
import { kindOf } from '../schemas/kinds.ts';
import { writeDocx } from './docx/write.ts';
import { drawingBoard } from './rasterizer.ts';
import type { Format, Job } from './writer.ts';

export const docx: Format<Document> = {
  extension: 'docx',
  name: 'Word',
  use: 'To make it your own: change the words, fill in the blanks.',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  jobs(publication: Publication) {
    const job = (input: Document, address: string): Job<Document> => ({
      file: `${input.name}.docx`,
      title: input.title,
      address,
      ...(input.toolkit ? { toolkit: input.toolkit } : {}),
      input,
    });
    return [
      ...toolkitsInOrder(publication.site).map(({ id }) =>
        job(toolkitDocument(publication, id), collections.toolkits.address(id)),
      ),
      ...allPullOuts(publication.site).flatMap((pullOut) =>
        [
          ...(kindOf(pullOut.kind).word ? [pullOutDocument(publication, pullOut)] : []),
          ...editionsOf(publication, pullOut),
          ...fillSheetsOf(publication, pullOut),
        ].map((document) => job(document, pullOutAddress(pullOut))),
      ),
      ...exampleJobs(publication, job),
    ];
  },
  async write(document, tools) {
    const draw = await drawingBoard(tools);
    return writeDocx(document, {
      rasterize: (svg, width) => draw(svg, { fitTo: { mode: 'width', value: width }, background: '#ffffff' }).png,
    });
  },
};
