/**
 * Typst’s own compiler can hold a document to PDF/UA-1: title, order of headings, alternative text, glyphs. It exists as a package for one
 * platform only.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/documents/document.ts';
import { pdf } from '../../../src/formats/pdf.ts';
import { layOut } from '../../../src/formats/pdf/layout.ts';
import { fonts, main, templates } from '../../../src/formats/pdf/typesetter.ts';
import { isNightly } from '../../nightly.ts';
import { nativeTypst, type NativeTypst } from '../../programs.ts';
import { kitchenSink, root } from '../../root.ts';
import { publicationOf, tools } from '../publication.ts';

/** Sets documents under the standard. */
function compiler({ NodeCompiler }: NativeTypst): (document: Document) => Buffer[] {
  const folder = join(root, 'src', 'formats', 'pdf');
  const typst = NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(fileURLToPath(import.meta.resolve(font)))) }],
  });
  for (const template of templates) {
    const source = new TextDecoder().decode(tools.read(`./pdf/${template}`));
    // Marks are no links in the finished file.
    const marked = source.replace('mark(address, room) = link(address, room)', 'mark(address, room) = room');
    if (template === 'theme.typ') expect(marked).not.toBe(source);
    typst.mapShadow(join(folder, template), Buffer.from(marked));
  }
  return (document) => {
    const { volumes, front } = layOut(document);
    const { cover } = JSON.parse(front?.(new Map()) ?? '{}') as { cover?: unknown };
    // The title of a whole set stands in its front: here each volume has it, too.
    const all = front
      ? [front(new Map()), ...volumes.map((one) => JSON.stringify({ ...JSON.parse(one), cover }))]
      : volumes;
    return all.map((json) => {
      typst.mapShadow(join(folder, 'document.json'), Buffer.from(json));
      return typst.pdf({ mainFilePath: join(folder, main) }, { pdfStandard: 'ua-1' });
    });
  };
}

describe.runIf(nativeTypst)('PDF/UA-1, as Typst checks it', () => {
  const set = nativeTypst ? compiler(nativeTypst) : () => [];
  // Of the whole set by day a template on its own.
  const jobs = [
    ...pdf.jobs(publicationOf(kitchenSink)),
    ...pdf
      .jobs(publicationOf(root))
      .filter(({ file }) => isNightly || file === 'csec-template-memorandum-of-understanding.pdf'),
  ];

  it.each(jobs)('$file', ({ input }) => {
    const sets = set(input).map((one) => one.subarray(0, 5).toString());
    expect(new Set(sets)).toEqual(new Set(['%PDF-']));
  });

  it('is enforced: a picture without words and a letter without a glyph are refused', () => {
    const document = jobs[2]!.input;
    const [part] = document.parts as [Document['parts'][number]];
    const withBlock = (block: Document['parts'][number]['blocks'][number]) => ({
      ...document,
      parts: [{ ...part, blocks: [block] }],
    });
    expect(() =>
      set(withBlock({ kind: 'paragraph', children: [{ kind: 'text', text: 'A face: \u{1F600}' }] })),
    ).toThrow(/PDF\/UA-1 error/);
    expect(() =>
      set(
        withBlock({
          kind: 'figure',
          svg: '<svg xmlns="http://www.w3.org/2000/svg" width="5" height="5"/>',
          width: 5,
          height: 5,
          alt: '',
          caption: [],
        }),
      ),
    ).toThrow(/PDF\/UA-1 error/);
  });
});
