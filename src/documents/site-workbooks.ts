/** The workbooks of the site: one for each form, and one for a toolkit that has several forms for the same year. */
import { collections, type Entry } from '../schemas/index.ts';
import { pullOutFile, toolkitFile } from '../site/file-names.ts';
import { composePullOutPage, toolkitsInOrder } from '../site/page.ts';
import { absolute } from '../site/public-address.ts';
import { allPullOuts, findPullOut } from '../site/pull-outs.ts';
import { voiceAnswers, voiceHeads, voicesTitle } from '../schemas/names.ts';
import { hueOf } from './drawings.ts';
import type { Job } from './job.ts';
import { linesOfBlocks, sourceLines, type Line } from './lines.ts';
import type { Publication } from './site-documents.ts';
import { blocksToDocument, notesToDocument } from './to-document.ts';
import { wordsOnlyContext } from './plain-context.ts';
import { formWorkbook, sheetOf, type FormModel, type FormSheet, type Workbook } from './workbook.ts';

/** A toolkit with this many forms gets one workbook for all of them. */
const several = 3;
/** The handout that defines what the forms of its toolkit count. */
const dictionary = 'data-dictionary';

/** Every workbook of the site, those of toolkits first. */
export function workbooksOf(publication: Publication): Job<Workbook>[] {
  const { site, url } = publication;
  return [
    ...toolkitsInOrder(site).flatMap((toolkit) => toolkitJob(publication, toolkit)),
    ...Object.values(site.forms).map((entry) => formJob(modelOf(publication, entry), url)),
    ...Object.values(site.rosters).map((entry) => rosterJob(publication, entry)),
  ];
}

function formJob(model: FormModel, url: string | undefined): Job<Workbook> {
  const { entry, toolkit, address } = model;
  return {
    file: `${pullOutFile({ kind: 'forms', entry })}.xlsx`,
    title: entry.title,
    address,
    toolkit,
    input: formWorkbook(model, url),
  };
}

/** A roster as tables to keep: the seats, and the voices found missing. */
function rosterJob(publication: Publication, roster: Entry<'rosters'>): Job<Workbook> {
  const { id, title, columns, seats, voices, emptyRows } = roster;
  const { site, url } = publication;
  const address = collections.rosters.address(id);
  const text = { kind: 'text', marks: false, fractions: false, counts: 'things' } as const;
  const table = (
    more: Pick<Entry<'forms'>, 'id' | 'title' | 'columns' | 'rowsAre' | 'given' | 'rows'>,
  ): Entry<'forms'> => ({
    ...roster,
    fields: [],
    summary: 'totals',
    ...more,
  });
  const members = table({
    id,
    title,
    columns: [{ ...text, id: 'seat', label: 'Seat' }, ...columns.map((column) => ({ ...text, ...column }))],
    given: seats.map((seat) => ({ id: seat.id, label: seat.kind, across: true })),
    rowsAre: 'Seats filled',
    rows: emptyRows,
  });
  const heard = table({
    id: `${id}-voices`,
    title: voicesTitle,
    columns: [
      { ...text, id: 'voice', label: voiceHeads.voice },
      { ...text, id: 'say', label: voiceHeads.say, kind: 'choice', options: voiceAnswers, totals: ['tally'] },
    ],
    given: voices.map((voice) => ({ id: voice.id, label: voice.voice, across: true })),
    rowsAre: 'Voices asked about',
    rows: 0,
  });
  const [first, second] = [members, heard].map((entry) => sheetOf(modelOf(publication, entry), url)) as [
    FormSheet,
    FormSheet,
  ];
  // What to know, and where it comes from, stands once, with the seats.
  const sheets = voices.length > 0 ? [first, { ...second, intro: [], sources: [] }] : [first];
  const toolkit = site.toolkits[roster.toolkit.id]!.number;
  const input: Workbook = {
    title,
    promise: roster.promise,
    reviewed: roster.reviewed,
    ...(url ? { url: absolute(url, address) } : {}),
    hue: hueOf(toolkit),
    file: `content/rosters/${id}.yaml`,
    sheets,
    definitions: [],
  };
  return { file: `${pullOutFile({ kind: 'rosters', entry: roster })}.xlsx`, title, address, toolkit, input };
}

function toolkitJob(publication: Publication, toolkit: Entry<'toolkits'>): Job<Workbook>[] {
  const { site, url } = publication;
  const named = toolkit.pullOuts.flatMap((ref) => findPullOut(site, ref) ?? []);
  const all = [...named, ...allPullOuts(site).filter(({ entry }) => entry.toolkit.id === toolkit.id)];
  const forms = [...new Set(all.flatMap(({ kind, entry }) => (kind === 'forms' ? [entry] : [])))];
  if (forms.length < several) return [];
  const address = collections.toolkits.address(toolkit.id);
  const handout = all.some(({ kind, entry }) => kind === 'handouts' && entry.id === dictionary)
    ? site.handouts[dictionary]
    : undefined;
  const input: Workbook = {
    title: toolkit.title,
    promise: toolkit.promise,
    reviewed: [toolkit, ...forms]
      .map(({ reviewed }) => reviewed)
      .sort()
      .at(-1)!,
    ...(url ? { url: absolute(url, address) } : {}),
    hue: hueOf(toolkit.number),
    file: `content/toolkits/${toolkit.id}.mdx`,
    sheets: forms.map((entry) => sheetOf(modelOf(publication, entry), url)),
    definitions: handout ? definitionsOf(publication, handout) : [],
  };
  return [{ file: `${toolkitFile(toolkit)}.xlsx`, title: toolkit.title, address, toolkit: toolkit.number, input }];
}

/** A form with its citations numbered, as its workbook takes it. */
export function modelOf({ site }: Publication, entry: Entry<'forms'>): FormModel {
  const { pullOut, notes, address } = composePullOutPage(site, { kind: 'forms', entry });
  return {
    entry: pullOut.entry as Entry<'forms'>,
    notes: notesToDocument(notes),
    toolkit: site.toolkits[entry.toolkit.id]!.number,
    address,
  };
}

function definitionsOf({ site, url }: Publication, handout: Entry<'handouts'>): Line[] {
  const { pullOut, notes } = composePullOutPage(site, { kind: 'handouts', entry: handout });
  const { title, intro, sections } = pullOut.entry as Entry<'handouts'>;
  const context = wordsOnlyContext(`handouts-${handout.id}`, url);
  return [
    { kind: 'title', text: title },
    ...linesOfBlocks(blocksToDocument(intro, context)),
    ...sections.flatMap((section): Line[] => [
      { kind: 'title', text: section.title },
      ...linesOfBlocks(blocksToDocument(section.body, context)),
    ]),
    { kind: 'heading', text: 'Sources' },
    ...sourceLines(notesToDocument(notes)),
  ];
}
