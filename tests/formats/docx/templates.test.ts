/** Templates on their own: ready to send out, with what is about them on a page and in comments. */
import type { XmlElement } from 'libxml2-wasm';
import { beforeAll, expect, it } from 'vitest';
import { wordsOf, type DocBlock, type Document } from '../../../src/documents/document.ts';
import { adviceOf } from '../../../src/documents/draft.ts';
import { docx } from '../../../src/formats/docx.ts';
import { writeDocx } from '../../../src/formats/docx/write.ts';
import { root } from '../../root.ts';
import { open, paragraphs, textOf, type Opened } from './opened.ts';
import { publicationOf } from '../publication.ts';
import { longDate } from '../../../src/tools/dates.ts';

const jobs = docx.jobs(publicationOf(root));
const documentOf = (id: string) => jobs.find(({ file }) => file === `csec-template-${id}.docx`)!.input;
let mou: Document;
let file: Opened;
beforeAll(async () => {
  mou = documentOf('memorandum-of-understanding');
  file = open(await writeDocx(mou));
});

/** Each comment with the words that it stands at. */
function commentsIn(opened: Opened): { at: string; words: string }[] {
  const at: string[] = [];
  const inside = new Set<number>();
  for (const node of opened.find('document', '//w:t | //w:commentRangeStart | //w:commentRangeEnd') as XmlElement[]) {
    if (node.name === 't') for (const id of inside) at[id] = (at[id] ?? '') + node.content;
    else inside[node.name === 'commentRangeStart' ? 'add' : 'delete'](Number(node.attrs[0]!.value));
  }
  return opened.find('comments', '//w:comment').map((comment, id) => ({ at: at[id] ?? '', words: textOf(comment) }));
}

it('begins with its own title, and puts what is about it in one frame behind the document', () => {
  const all = file.find('document', '//w:body/*').map(textOf);
  expect(all[0]).toBe('Memorandum of Understanding of the [Name of the task force]');
  const isAbout = 'w:sdtPr/w:tag/@w:val="about-this-template"';
  const frames = file.find('document', `//w:body/w:sdt[${isAbout}]`);
  expect(frames).toHaveLength(1);
  expect(file.find('document', `//w:body/w:sdt[${isAbout}]/following-sibling::w:p`).map(textOf)).toEqual([' ']);
  const about = textOf(frames[0]!);
  expect(about).toContain('How to use this draft (delete these pages)');
  expect(about).toContain('Have each agency’s counsel read it before anybody signs.');
  expect(about).toContain('RCW 26.44.180');
  expect(about).toContain(`Reviewed ${longDate(mou.reviewed)}`);
  const rest = file.find('document', '//w:body/w:p').map(textOf);
  expect(rest.join(' ')).not.toMatch(/Sources|Guidance|Optional|Reviewed|\[\d+\]|\*/);
});

it('counts the pages of the draft apart, and has one section when the frame behind it is gone', () => {
  const ends = '//w:sectPr/ancestor::w:sdt/w:sdtPr/w:tag/@w:val';
  expect(file.find('document', '//w:sectPr')).toHaveLength(2);
  expect(file.texts('document', ends)).toEqual(['about-this-template']);
  for (const footer of ['footer1', 'footer2'])
    expect(file.texts(footer, '//w:instrText | //w:fldSimple[w:fldSimple]/@w:instr')).toEqual(['PAGE', 'SECTIONPAGES']);
  expect(file.texts('document', '//w:pgNumType/@w:start')).toEqual(['1']);
});

it('names the day of a draft that somebody made, and leaves all advice out when nobody wants it', async () => {
  const own = open(await writeDocx({ ...mou, drafted: '2026-11-27' }, { guidance: false }));
  expect(own.paths.filter((path) => /comments/.test(path))).toEqual([]);
  expect(own.find('document', '//w:body/w:sdt')).toEqual([]);
  expect(own.paths.filter((path) => /header\d*\.xml$/.test(path))).toEqual([]);
  expect(textOf(own.find('footer1', '/*')[0]!)).toMatch(/^Draft of November 27, 2026\s*Page .* of/);
  expect(textOf(file.find('footer1', '/*')[0]!)).toMatch(/^\s*Page .* of/);
});

it('has a control around each article and clause that is optional, whose words LibreOffice keeps', () => {
  const controls = file.find('document', '//w:sdt[w:sdtPr/w:alias/@w:val="Optional: delete if not needed"]');
  const optional = mou.parts[0]!.blocks.filter((block) => JSON.stringify(block).includes('"text":"Optional"'));
  expect(optional.length).toBeGreaterThan(20);
  expect(controls.length).toBeGreaterThan(20);
  expect(controls.length).toBeLessThanOrEqual(optional.length);
  const goals = controls.map(textOf).find((words) => words.startsWith('Goals'));
  expect(goals).toContain('Sustainability.');
  // A comment in its first paragraph makes LibreOffice drop the words.
  expect(file.find('document', '//w:body/w:sdt/w:sdtContent/w:p[1]//w:commentRangeStart')).toEqual([]);
});

it('keeps what the drafter decides as comments at the clause, the article or the blank, and other guidance behind', () => {
  const comments = commentsIn(file);
  const guidance = mou.parts[0]!.blocks.filter((block) => block.kind === 'guidance');
  const decisions = guidance.filter(({ decide }) => decide);
  expect(guidance.length).toBeGreaterThan(80);
  expect(comments).toHaveLength(decisions.length);
  const frame = textOf(file.find('document', '//w:sdt[w:sdtPr/w:tag/@w:val="about-this-template"]')[0]!);
  for (const { about, children, decide } of guidance) {
    const [first] = children;
    const words = `${about}: ${first?.kind === 'paragraph' ? wordsOf(first.children).slice(0, 30) : ''}`;
    expect([words, frame.includes(words)]).toEqual([words, !decide]);
  }
  const at = (words: string) => comments.find((comment) => comment.words.includes(words))?.at;
  expect(at('Use each organization’s full legal name')).toBe('Parties');
  expect(at('Decide whether an advocate is among the first')).toContain('First responder and advocacy organizations');
  expect(at('With 20 members, more than half is 11')).toBe('[How many members make a quorum]');
  expect(new Set(file.texts('comments', '//w:comment/@w:author | //w:comment/@w:date'))).toEqual(
    new Set(['CSEC Task Force Toolkits', `${mou.reviewed}T00:00:00.000Z`]),
  );
});

it('has at most 20 comments in any template, and some wherever there is guidance', async () => {
  for (const { file: name, input } of jobs.filter(({ file }) => file.startsWith('csec-template-'))) {
    const { beside, behind } = adviceOf(input.parts[0]!);
    expect([name, beside.length <= 20, behind.length === 0 || beside.length > 0]).toEqual([name, true, true]);
  }
});

it('says behind the text which sources its words rest on', async () => {
  const opened = open(await writeDocx(documentOf('mission-and-vision-worksheet')));
  const frame = textOf(opened.find('document', '//w:body/w:sdt[w:sdtPr/w:tag/@w:val="about-this-template"]')[0]!);
  expect(frame).toMatch(/Where the wording comes from: .+\[\d+\]/);
  expect(opened.find('document', '//w:body/w:p').map(textOf).join(' ')).not.toMatch(/\[\d+\]|Sources/);
});

it('renumbers by itself: the numbers are Word’s, none is typed', () => {
  const clauses = paragraphs(file).filter(({ style }) => style === 'Clause');
  expect(clauses[0]).toMatchObject({ number: '1.1', text: expect.stringMatching(/^This memorandum/) });
  expect(clauses.map(({ number }) => number)).toContain('6.14');
  expect(clauses.filter(({ number }) => number?.startsWith('A.')).map(({ number }) => number)).toEqual(['A.1', 'A.2']);
  expect(paragraphs(file).find(({ text }) => text === 'Contacts')?.number).toBe('Annex A.');
  expect(clauses.filter(({ text }) => /^\d/.test(text))).toEqual([]);
  expect(
    file.texts('document', '//w:p[w:pPr/w:pStyle/@w:val="Clause"]//w:ilvl/@w:val').every((level) => level === '1'),
  ).toBe(true);
});

it('asks for each blank in a control with its label, the same tag wherever it stands', () => {
  const [{ heading, blocks }] = mou.parts as [Document['parts'][number]];
  const fields = JSON.stringify([heading, blocks])
    .match(/"kind":"field","name":"[^"]+"/g)!
    .map((field) => field.split('"')[7]!);
  const tags = file.texts('document', '//w:p//w:sdt/w:sdtPr/w:tag/@w:val');
  expect(tags).toEqual(fields.map((name) => name.slice(-64)));
  expect(file.texts('document', '(//w:p//w:sdt/w:sdtPr/w:alias)[1]/@w:val')).toEqual(['Name of the task force']);
  expect(textOf(file.find('document', '(//w:p//w:sdt)[1]')[0]!)).toBe('[Name of the task force]');
  expect(new Set(fields.map((name) => name.slice(-64))).size).toBe(new Set(fields).size);
});

it('has a block of more than three inches to sign for each signer, never torn by a page', async () => {
  const filled = structuredClone(mou);
  const table = filled.parts[0]!.blocks.find(
    (block): block is Extract<DocBlock, { kind: 'signatures' }> => block.kind === 'signatures',
  )!;
  table.signers[0]!.values = ['Harbor Advocates', '', 'R. Diaz', ''];
  const opened = open(await writeDocx(filled));
  const rows = opened.find('document', '(//w:tbl)[last()]/w:tr');
  expect(rows).toHaveLength(Math.ceil(table.signers.length / 2));
  expect(opened.find('document', '(//w:tbl)[last()]/w:tr/w:trPr/w:cantSplit')).toHaveLength(rows.length);
  const block = (row: number, cell: number) =>
    opened.find('document', `(//w:tbl)[last()]/w:tr[${row}]/w:tc[${cell}]/w:p`).map(textOf);
  expect(block(1, 1)).toEqual(['Harbor Advocates', '', 'Signature', 'R. Diaz', 'Name and title', '', 'Date']);
  expect(block(1, 2)[0]).toBe('Second member organization');
  expect(block(1, 2)).toContain('Organization');
  const [width, margin] = [
    opened.texts('document', '(//w:tbl)[last()]//w:tcW/@w:w').map(Number),
    opened.texts('document', '(//w:tbl)[last()]/w:tblPr/w:tblCellMar/w:right/@w:w').map(Number),
  ];
  expect(Math.min(...width) - margin[0]!).toBeGreaterThanOrEqual(3 * 1440);
  const [intro] = opened.find('document', '(//w:tbl)[last()]/preceding-sibling::w:p[1][w:pPr/w:keepNext]');
  expect(textOf(intro!)).toContain('Each person who signs');
});
