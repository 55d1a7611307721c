/** What people type stays words: nothing in it becomes markup, a field or a broken file. */
import naughty from 'big-list-of-naughty-strings/blns.json' with { type: 'json' };
import { expect, it } from 'vitest';
import type { DocBlock, Document, Field } from '../../../src/documents/document.ts';
import { columnWidths } from '../../../src/formats/docx/tables.ts';
import { cut, oneLine } from '../../../src/formats/docx/text.ts';
import { writeDocx } from '../../../src/formats/docx/write.ts';
import { faultsOf, open, textOf } from './opened.ts';

/** All that no XML 1.0 can hold, and line breaks and tabs in the three ways of writing them. */
const hostile = [
  'bell \u0007 null \u0000 escape \u001b',
  'half \ud83d of a pair',
  '\udc00 the other half',
  'no character \ufffe \uffff',
  'one\r\ntwo\rthree\nfour\tfive',
  '<w:t>&amp;</w:t> ]]> <!--',
  ' spaces  at the ends ',
  '{ HYPERLINK "http://example.org" }',
  '=1+1',
  '😀 𝒳 e\u0301 \u202e',
];
/** The rule that the writer documents. */
const kept = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    );

function documentWith(blocks: DocBlock[], title = 'Words'): Document {
  return {
    name: 'words',
    title,
    promise: 'Type.',
    kicker: 'Template',
    reviewed: '2026-01-02',
    parts: [
      {
        id: 'words',
        type: 'templates',
        file: 'words.yaml',
        kicker: 'Template',
        title,
        promise: 'Type.',
        reviewed: '2026-01-02',
        level: 1,
        intro: [],
        blocks,
        notes: [],
      },
    ],
  };
}
const field = (name: string, value: string, label = 'Words'): Field => ({
  kind: 'field',
  name,
  label,
  size: 'line',
  value,
});

it('gives back the public list of naughty strings, and worse', async () => {
  const values = [...naughty, ...hostile].filter((value) => value !== '');
  expect(values.length).toBeGreaterThan(400);
  const clauses = values.map((value, index): DocBlock => ({
    kind: 'clause',
    anchor: `c${index}`,
    children: [field(`words.f${index}`, value)],
    points: [],
  }));
  const file = open(await writeDocx(documentWith(clauses)));
  expect(faultsOf(file)).toEqual([]);
  expect(file.find('document', '//w:p//w:sdt[not(w:sdtPr/w:showingPlcHdr)]').map(textOf)).toEqual(values.map(kept));
});

it('keeps hostile titles, labels, cells and signers in their places', async () => {
  for (const text of hostile) {
    const blocks: DocBlock[] = [
      {
        kind: 'paragraph',
        children: [{ ...field('words.f', text, text) }, { kind: 'field', name: text, label: text, size: 'lines' }],
      },
      { kind: 'signatures', lines: ['Name'], signers: [{ label: text, values: [text] }] },
      {
        kind: 'grid',
        id: 'grid',
        caption: text,
        fields: [],
        columns: [{ id: 'a', label: text, kind: 'text' }],
        rows: [{ cells: [text] }],
        empty: 1,
      },
      {
        kind: 'steps',
        boxes: true,
        write: 'Who',
        items: [{ anchor: 'a', text: [{ kind: 'text', text }], help: [], written: text }],
      },
    ];
    const file = open(await writeDocx(documentWith(blocks, text)));
    expect(faultsOf(file)).toEqual([]);
    expect(file.find('document', '//w:tbl[1]/w:tr[1]/w:tc[1]/w:p[2]').map(textOf)).toEqual([kept(text)]);
    expect(file.texts('docProps/core.xml', '//dc:title')).toEqual([oneLine(text)]);
  }
});

it('keeps names within the limits of Word', async () => {
  const long = 'w'.repeat(200);
  const file = open(await writeDocx(documentWith([{ kind: 'paragraph', children: [field(`${long}.end`, '', long)] }])));
  expect(faultsOf(file)).toEqual([]);
  expect(file.texts('document', '//w:p//w:sdt/w:sdtPr/w:tag/@w:val')[0]).toMatch(/^w+\.end$/);
  expect(cut('😀'.repeat(64), 64).length).toBeLessThanOrEqual(64);
});

it('gives a bookmark once, also when a clause is repeated', async () => {
  const clause: DocBlock = { kind: 'clause', anchor: 'same', children: [{ kind: 'text', text: 'Again' }], points: [] };
  const file = open(await writeDocx(documentWith([clause, clause])));
  expect(faultsOf(file)).toEqual([]);
  expect(file.find('document', '//w:p[w:pPr/w:pStyle/@w:val="Clause"]')).toHaveLength(2);
});

it('leads a link to a place that is not in the file to its part, and makes plain words of one to another page', async () => {
  const links = ['#words.gone', '#elsewhere.place'].map((href): DocBlock => ({
    kind: 'paragraph',
    children: [{ kind: 'link', href, children: [{ kind: 'text', text: href }] }],
  }));
  const file = open(await writeDocx(documentWith(links)));
  expect(faultsOf(file)).toEqual([]);
  expect(file.find('document', '//w:hyperlink').map(textOf)).toEqual(['#words.gone']);
});

it('breaks a line where the text does', async () => {
  const file = open(
    await writeDocx(
      documentWith([
        {
          kind: 'paragraph',
          children: [{ kind: 'text', text: 'one\nline' }, { kind: 'break' }, { kind: 'text', text: 'two' }],
        },
      ]),
    ),
  );
  expect(file.find('document', '//w:body/w:p').map(textOf)).toContain('one line\ntwo');
});

it('makes columns that fill the width and hold the longest word', () => {
  const widths = columnWidths([
    [{ text: 'A' }, { text: 'Description' }],
    [{ text: 'b' }, { text: 'Some longer words that need room '.repeat(9) }],
  ]);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(9360);
  expect(widths[1]).toBeGreaterThan(widths[0]! * 3);
});
