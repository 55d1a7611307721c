import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { composeDeck } from '../../src/documents/compose-decks.ts';
import { sectionDeck } from '../../src/documents/deck-section.ts';
import { modelOf } from '../../src/documents/site-workbooks.ts';
import { formWorkbook } from '../../src/documents/workbook.ts';
import { docx } from '../../src/formats/docx.ts';
import { writeDocx } from '../../src/formats/docx/write.ts';
import { writePptx } from '../../src/formats/pptx/write.ts';
import { writeXlsx } from '../../src/formats/xlsx/write.ts';
import { officeSchemas } from '../programs.ts';
import { kitchenSink, root } from '../root.ts';
import { faultsIn, officeFiles, type Written } from './office-schema.ts';
import { publicationOf } from './publication.ts';

const publication = publicationOf(root);

describe.runIf(officeSchemas)('Office’s schemas', () => {
  it('accept the kitchen sink and an agreement', { timeout: 180_000 }, async () => {
    const sorts = /^csec-template-memorandum-of-understanding\.docx$/;
    const files = [...officeFiles(kitchenSink), ...officeFiles(root).filter(([file]) => sorts.test(file))];
    expect(files.length).toBeGreaterThan(9);
    expect(await faultsIn(files)).toEqual([]);
  });

  it('accept what is written on a device', { timeout: 120_000 }, async () => {
    const mou = docx.jobs(publication).find(({ file }) => file === 'csec-template-memorandum-of-understanding.docx')!;
    const workbook = formWorkbook(modelOf(publication, publication.site.forms['attendance-log']!));
    const rows = [['=1+1', '2026-11-22', '3'], ['“Dxʷdəwʔabš”']];
    const deck = composeDeck(publication, Object.keys(publication.site.slides)[0]!);
    const section = deck.slides.find((slide) => slide.section)!.section!.anchor;
    const files: Written[] = [
      ['draft.docx', () => writeDocx({ ...mou.input, drafted: '2026-11-27' }, { guidance: false })],
      ['log.xlsx', () => writeXlsx({ ...workbook, sheets: workbook.sheets.map((sheet) => ({ ...sheet, rows })) })],
      ['section.pptx', () => writePptx(sectionDeck(deck, section), () => undefined)],
    ];
    expect(await faultsIn(files)).toEqual([]);
  });

  it('find what is wrong', async () => {
    const [file, write] = officeFiles(kitchenSink)[0]!;
    const parts = unzipSync(await write());
    const styles = new TextDecoder()
      .decode(parts['word/styles.xml'])
      .replaceAll('<w:qFormat/>', '<w:qFormat w:val="no!"/>');
    const broken = zipSync({ ...parts, 'word/styles.xml': new TextEncoder().encode(styles) });
    expect((await faultsIn([[file, async () => broken]]))[0]).toContain(
      `${file}: /word/styles.xml /w:styles[1]/w:style[`,
    );
  });
});
