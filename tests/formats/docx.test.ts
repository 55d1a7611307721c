import { expect, it } from 'vitest';
import type { DocBlock, DocInline, Document } from '../../src/documents/document.ts';
import { writeDocx } from '../../src/formats/docx/write.ts';
import { docx } from '../../src/formats/docx.ts';
import { kitchenSink, root } from '../root.ts';
import { faultsOf, open, paragraphs, textOf, type Opened } from './docx/opened.ts';
import { publicationOf, tools } from './publication.ts';
import { longDate } from '../../src/tools/dates.ts';

const sink = docx.jobs(publicationOf(kitchenSink));
const all = docx.jobs(publicationOf(root));
const written = new Map<string, Opened>();
const openedOf = async (jobs: typeof all, file: string) => {
  const job = jobs.find((one) => one.file === file)!;
  const known = written.get(file) ?? open(await docx.write(job.input, tools));
  written.set(file, known);
  return { document: job.input, file: known };
};

/** The words of every text node, label, title and caption of a value, in any depth. */
function wordsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string'
      ? ['text', 'title', 'caption', 'term', 'label'].includes(key)
        ? [inner]
        : []
      : wordsIn(inner),
  );
}
const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
/** All that a reader can see: the text, the comments, and the names of the controls. */
const seenIn = (file: Opened) =>
  flat(
    [...file.find('document', '//w:p'), ...file.find('comments', '//w:p')].map(textOf).join(' ') +
      file.texts('document', '//w:alias/@w:val').join(' '),
  );
/** Texts that a file lacks. */
const missing = (document: Document, file: Opened) => {
  const seen = seenIn(file);
  return [
    document.title,
    ...document.parts.flatMap((part) => [
      part.title,
      // A draft that needs no advice has no pages about it.
      ...(part.heading && part.intro.length + part.notes.length === 0 ? [] : [part.promise, part.kicker]),
      ...wordsIn([part.intro, part.blocks, part.notes]),
    ]),
  ]
    .map(flat)
    .filter((words) => !seen.includes(words));
};

it('makes a file of each toolkit, template, checklist, duty list and roster, and of nothing else', () => {
  expect(sink.map(({ file, title, address, toolkit }) => [file, title, address, toolkit])).toEqual([
    ['csec-toolkit-05-sample.docx', 'The sample “toolkit”', '/toolkits/sample/', 5],
    ['csec-checklist-steps.docx', 'Steps', '/checklists/steps/', 5],
    ['csec-duties-chair.docx', expect.any(String), '/duties/chair/', 5],
    ['csec-template-letter.docx', 'Letter', '/templates/letter/', 5],
    ['csec-roster-table.docx', 'Seats', '/rosters/table/', 5],
  ]);
});

it('writes every kind of block', async () => {
  const { document, file } = await openedOf(sink, 'csec-toolkit-05-sample.docx');
  const kinds = {
    heading: 0,
    paragraph: 0,
    list: 0,
    table: 0,
    quote: 0,
    callout: 0,
    figure: 0,
    steps: 0,
    clause: 0,
    guidance: 0,
    signatures: 0,
    grid: 0,
    definitions: 0,
  } satisfies Record<DocBlock['kind'], number>;
  const inlineKinds = {
    text: 0,
    break: 0,
    strong: 0,
    emphasis: 0,
    tag: 0,
    suggestion: 0,
    link: 0,
    cite: 0,
    field: 0,
  } satisfies Record<DocInline['kind'], number>;
  const found = new Set([...JSON.stringify(document.parts).matchAll(/"kind":"([a-z]+)"/g)].map(([, kind]) => kind));
  expect(Object.keys({ ...kinds, ...inlineKinds }).filter((kind) => !found.has(kind) && kind !== 'break')).toEqual([]);
  expect(faultsOf(file)).toEqual([]);
  expect(missing(document, file)).toEqual([]);
});

it.each(all.map(({ file }) => file))(
  '%s: sound by the rules of the format, every word and number there',
  async (name) => {
    const { document, file } = await openedOf(all, name);
    expect(faultsOf(file)).toEqual([]);
    expect(missing(document, file)).toEqual([]);
    const computed = document.parts.flatMap((part) =>
      part.blocks
        .flatMap((block) =>
          block.kind === 'clause' ? [block, ...block.points] : block.kind === 'heading' ? [block] : [],
        )
        .flatMap(({ number }) => number ?? []),
    );
    const shown = paragraphs(file)
      .filter(({ number, style }) => /^(Heading|Clause|Point)/.test(style) && number && number !== '•')
      .map(({ number }) => number.replace(/\.$/, ''));
    expect(shown).toEqual(computed);
    expect(file.find('document', '//wp:inline')).toHaveLength(
      JSON.stringify(document).split('"kind":"figure"').length - 1 + (document.mark ? 1 : 0),
    );
  },
);

it('states title, language, maker and date', async () => {
  const { document, file } = await openedOf(all, 'csec-toolkit-05-coordinator.docx');
  const core = (path: string) => file.texts('docProps/core.xml', path)[0];
  expect(core('//dc:title')).toBe('Task force coordinator');
  expect([core('//dc:subject'), core('//dc:creator'), core('//cp:lastModifiedBy'), core('//dc:language')]).toEqual([
    'Toolkit 5',
    'CSEC Task Force Toolkits',
    'CSEC Task Force Toolkits',
    'en-US',
  ]);
  expect(file.texts('docProps/core.xml', '//dcterms:created | //dcterms:modified')).toEqual([
    `${document.reviewed}T00:00:00Z`,
    `${document.reviewed}T00:00:00Z`,
  ]);
  expect(file.texts('styles', '//w:rPrDefault//w:lang/@w:val')).toEqual(['en-US']);
  expect(file.texts('document', '//w:pgSz/@w:w | //w:pgSz/@w:h')).toEqual(['12240', '15840']);
  expect(file.find('header1', '//w:p').map(textOf)).toEqual(['Task force coordinator']);
  // Not beside the title, which can be as long as a line.
  expect(file.find('footer1', '//w:p').map(textOf)).toEqual([
    `CSEC Task Force Toolkits · Reviewed ${longDate(document.reviewed)}\tPage  of `,
  ]);
  expect(file.texts('footer1', '//w:instrText')).toEqual(['PAGE', 'NUMPAGES']);
});

it('starts each pull-out of a toolkit on a new page, and lists them with links', async () => {
  const { document, file } = await openedOf(all, 'csec-toolkit-05-coordinator.docx');
  const pullOuts = document.parts.slice(1).map((part) => part.title);
  expect(
    file
      .find('document', '//w:p[w:pPr/w:pStyle/@w:val="Heading1"][preceding-sibling::w:p[1]/w:pPr/w:pageBreakBefore]')
      .map(textOf),
  ).toEqual(pullOuts);
  const entries = file.find('document', '//w:p[w:pPr/w:pStyle/@w:val="TOC1"]/w:hyperlink[@w:anchor]').map(textOf);
  expect(entries.slice(-pullOuts.length)).toEqual(
    document.parts.slice(1).map((part) => `${part.kicker}: ${part.title}`),
  );
  expect(entries).toContain('In short');
});

it('leads citations to their notes and links to the web', async () => {
  const { file } = await openedOf(sink, 'csec-toolkit-05-sample.docx');
  const anchor = file.texts('document', '(//w:hyperlink[w:r/w:rPr/w:rStyle/@w:val="Citation"])[1]/@w:anchor')[0];
  expect(file.find('document', `//w:p[w:bookmarkStart/@w:name="${anchor}"]`).map(textOf).join()).toContain('[1]');
  expect(file.texts('styles', '//w:style[@w:styleId="Citation"]//w:vertAlign/@w:val')).toEqual(['superscript']);
  expect(file.texts('word/_rels/document.xml.rels', '//rel:Relationship[@TargetMode="External"]/@Target')).toContain(
    'https://toolkits.example/library/background/',
  );
});

it('gives steps a box and a line to write on, with what somebody has written', async () => {
  const { input } = sink.find(({ file }) => file === 'csec-checklist-steps.docx')!;
  const filled = structuredClone(input);
  const steps = filled.parts[0]!.blocks.find((block) => block.kind === 'steps')!;
  Object.assign(steps.items[0]!, { done: true, written: 'Ann,\nby June 1' });
  const file = open(await writeDocx(filled));
  expect(file.texts('document', '//w14:checked/@w14:val')).toEqual(['1', '0']);
  expect(file.find('document', '//w:sdt[w:sdtPr/w14:checkbox]').map(textOf)).toEqual(['☒', '☐']);
  expect(file.find('document', '//w:sdt[w:sdtPr/w:alias/@w:val="Who, by when"]').map(textOf)).toEqual([
    'Ann,\nby June 1',
    'Who, by when',
  ]);
  expect(file.find('document', '//w:showingPlcHdr')).toHaveLength(1);
});

it('names the content file and the block that cannot be written', async () => {
  const { input } = sink.find(({ file }) => file === 'csec-checklist-steps.docx')!;
  const broken = structuredClone(input);
  broken.parts[0]!.blocks[1] = { kind: 'table', caption: 'Nothing', head: null, rows: [] } as unknown as DocBlock;
  await expect(writeDocx(broken)).rejects.toThrow(/^content\/checklists\/steps\.yaml, block 2 \(table\): /);
});
