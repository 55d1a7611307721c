/** What is said when a document cannot be written. */
import { expect, it } from 'vitest';
import type { DocBlock, Part } from '../../../src/documents/document.ts';
import { pdf } from '../../../src/formats/pdf.ts';
import { kitchenSink } from '../../root.ts';
import { publicationOf, tools } from '../publication.ts';

const { input } = pdf.jobs(publicationOf(kitchenSink))[1]!;
const [part, pullOut] = input.parts as [Part, Part];
const broken: DocBlock = { kind: 'figure', svg: '<svg', width: 10, height: 10, alt: 'A dot', caption: [] };

it('names the content file and the block that Typst cannot set', async () => {
  await expect(
    pdf.write({ ...input, parts: [part, { ...pullOut, blocks: [...pullOut.blocks, broken] }] }, tools),
  ).rejects.toThrow(
    new RegExp(
      `^content/checklists/steps\\.yaml, block ${pullOut.intro.length + pullOut.blocks.length + 1} \\(figure\\): .*SVG`,
      'i',
    ),
  );
});

it('names the block that cannot be laid out', async () => {
  const blocks = [{ kind: 'paragraph', children: [{ kind: 'surprise' }] }] as unknown as DocBlock[];
  await expect(pdf.write({ ...input, parts: [{ ...part, blocks }] }, tools)).rejects.toThrow(
    'content/toolkits/sample.mdx, block 1 (paragraph): ',
  );
});

it('still writes the next document', async () => {
  await expect(pdf.write({ ...input, parts: [{ ...part, blocks: [broken] }] }, tools)).rejects.toThrow();
  expect((await pdf.write(input, tools)).length).toBeGreaterThan(10_000);
});
