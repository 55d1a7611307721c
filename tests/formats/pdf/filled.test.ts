/** Every field holds a real answer: written by one program, drawn by another, and read back letter by letter. */
import { expect, it } from 'vitest';
import { pdf } from '../../../src/formats/pdf.ts';
import { hasMuPdf } from '../../programs.ts';
import { kitchenSink, root } from '../../root.ts';
import { publicationOf, tools } from '../publication.ts';
import { faultsOf, filledIn } from './filled.ts';
import { withReaders } from './readers.ts';

const written = (folder: string, name: string) =>
  pdf.write(pdf.jobs(publicationOf(folder)).find(({ file }) => file === `${name}.pdf`)!.input, tools);

withReaders('answers', () => {
  it('stand in the fields of the kitchen sink', async () => {
    const answered = filledIn(await written(kitchenSink, 'csec-toolkit-05-sample'));
    expect(answered.length).toBeGreaterThan(20);
    expect(faultsOf(answered)).toEqual([]);
  });

  it.runIf(hasMuPdf)('with the letters of Washington’s tribes and of Vietnamese, as MuPDF reads them', async () => {
    const answered = filledIn(await written(root, 'csec-template-mission-and-vision-worksheet'), 'mupdf');
    expect(answered.find(({ label }) => label === 'Our mission')!.found).toMatch(/^Mười.*Nuxʷsƛ̕áy̓əm.*t̓ɨ́xʷ/);
    expect(faultsOf(answered)).toEqual([]);
  });

  it('that are cut or too small are found', () => {
    const common = { label: 'Name', wanted: 'Dxʷdəwʔabš', line: 14 };
    expect(faultsOf([{ ...common, found: 'Dxwdəwabš' }])).toEqual(['Name: “Dxwdəwabš” instead of “Dxʷdəwʔabš”']);
    expect(faultsOf([{ ...common, found: common.wanted, line: 7 }])).toEqual(['Name: letters of 4.9 points']);
  });
});
