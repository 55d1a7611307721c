/** Handouts as files to fill in: each table with a column to write in, one a page. */
import { expect, it } from 'vitest';
import { numbersIn } from '../../src/documents/deck-sources.ts';
import { wordsOf, type DocBlock } from '../../src/documents/document.ts';
import { fillSheetsOf } from '../../src/documents/fill-sheets.ts';
import { docx } from '../../src/formats/docx.ts';
import { pdf } from '../../src/formats/pdf.ts';
import { allPullOuts } from '../../src/site/pull-outs.ts';
import { open, withReaders } from '../formats/pdf/readers.ts';
import { publicationOf, tools } from '../formats/publication.ts';
import { root } from '../root.ts';

const publication = publicationOf(root);
const sheets = allPullOuts(publication.site).flatMap((pullOut) => fillSheetsOf(publication, pullOut));
const flow = sheets.find(({ name }) => name === 'csec-handout-response-flow-fill-in')!;
const [part] = flow.parts as [(typeof flow.parts)[number]];
const headings = part.blocks.filter(
  (block): block is Extract<DocBlock, { kind: 'heading' }> => block.kind === 'heading',
);

it('are the response flow and the plan for trainers, each in PDF and Word', () => {
  expect(sheets.map(({ name }) => name).sort()).toEqual([
    'csec-handout-response-flow-fill-in',
    'csec-handout-train-the-trainer-fill-in',
  ]);
  for (const format of [pdf, docx])
    expect(format.jobs(publication).map(({ file }) => file)).toEqual(
      expect.arrayContaining(sheets.map(({ name }) => `${name}.${format.extension}`)),
    );
});

it('ask each agency the same of every row, which says what to do first and what to settle', () => {
  expect(headings.length).toBeGreaterThan(9);
  const grids = part.blocks.filter((block) => block.kind === 'grid');
  expect(grids).toHaveLength(headings.length);
  for (const grid of grids) {
    expect(grid.fields.map(({ label }) => label)).toEqual(['Agency', 'Dated, and to be read again on']);
    expect(grid.columns.map(({ kind }) => kind)).toEqual(['head', 'text']);
    for (const { head } of grid.rows)
      expect(wordsOf(head!.aid)).toMatch(/^Do first: .+ Settle with your policy and the protocol: .+\?/s);
  }
});

it('keep the citations of their rows, and no other sources', () => {
  const cited = numbersIn(part.blocks);
  expect(cited.length).toBeGreaterThan(4);
  expect(part.notes.flatMap(({ places }) => places.map(({ n }) => n)).sort((a, b) => a - b)).toEqual(cited);
});

withReaders('on paper', () => {
  it('begin a page for each agency', async () => {
    const { pages, fields } = open(
      await pdf.write({ ...flow, parts: [{ ...part, blocks: part.blocks.slice(0, 8) }] }, tools),
    );
    const [first, ...others] = headings.slice(0, 4).map(({ children }) => wordsOf(children));
    expect(pages[0]).toContain(`${first}\n`);
    expect(pages.slice(1, 4).map((page) => page.split('\n')[0])).toEqual(others);
    expect(fields.filter(({ pageposfrom1 }) => pageposfrom1 === 2).length).toBeGreaterThan(6);
  });
});
