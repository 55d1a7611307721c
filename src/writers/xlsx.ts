/** Excel: every form as a workbook, and one workbook for a toolkit that has several forms for the same year. */
import { pullOutFile, toolkitFile } from '../model/file-names.ts';
import type { Shelf } from '../model/library.ts';
import { linesOfBlocks, sourceLines, type Line } from '../model/lines.ts';
import { lowerBlocks, lowerNotes } from '../model/lower.ts';
import { allPullOuts, composePullOutPage, findPullOut, toolkitsInOrder } from '../model/page.ts';
import { hueOf } from '../model/drawings.ts';
import { absolute } from '../model/public-address.ts';
import { wordsAlone } from '../model/surroundings.ts';
import { collections, type Entry } from '../schemas/index.ts';
import { formWorkbook, sheetOf, type FormModel, type Workbook } from './xlsx/workbook.ts';
import { writeXlsx } from './xlsx/write.ts';
import type { Format, Job } from './writer.ts';

/** A toolkit with this many forms gets one workbook for all of them. */
const several = 3;
/** The handout that defines what the forms of its toolkit count. */
const dictionary = 'data-dictionary';

export const xlsx: Format<Workbook> = {
  extension: 'xlsx',
  name: 'Excel',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jobs(shelf) {
    const { site, url } = shelf;
    return [...toolkitsInOrder(site).flatMap((toolkit) => toolkitJob(shelf, toolkit)), ...Object.values(site.forms).map((entry) => formJob(modelOf(shelf, entry), url))];
  },
  write: (workbook) => writeXlsx(workbook),
};

function formJob(model: FormModel, url: string | undefined): Job<Workbook> {
  const { entry, toolkit, address } = model;
  return { file: `${pullOutFile({ kind: 'forms', entry })}.xlsx`, title: entry.title, address, toolkit, input: formWorkbook(model, url) };
}

function toolkitJob(shelf: Shelf, toolkit: Entry<'toolkits'>): Job<Workbook>[] {
  const { site, url } = shelf;
  const named = toolkit.pullOuts.flatMap((ref) => findPullOut(site, ref) ?? []);
  const all = [...named, ...allPullOuts(site).filter(({ entry }) => entry.toolkit.id === toolkit.id)];
  const forms = [...new Set(all.flatMap(({ kind, entry }) => (kind === 'forms' ? [entry] : [])))];
  if (forms.length < several) return [];
  const address = collections.toolkits.address(toolkit.id);
  const handout = all.some(({ kind, entry }) => kind === 'handouts' && entry.id === dictionary) ? site.handouts[dictionary] : undefined;
  const input: Workbook = {
    title: toolkit.title,
    promise: toolkit.promise,
    reviewed: [toolkit, ...forms].map(({ reviewed }) => reviewed).sort().at(-1)!,
    ...(url ? { url: absolute(url, address) } : {}),
    hue: hueOf(toolkit.number),
    file: `content/toolkits/${toolkit.id}.mdx`,
    sheets: forms.map((entry) => sheetOf(modelOf(shelf, entry), url)),
    definitions: handout ? definitionsOf(shelf, handout) : [],
  };
  return [{ file: `${toolkitFile(toolkit)}.xlsx`, title: toolkit.title, address, toolkit: toolkit.number, input }];
}

function modelOf({ site }: Shelf, entry: Entry<'forms'>): FormModel {
  const { pullOut, notes, address } = composePullOutPage(site, { kind: 'forms', entry });
  return { entry: pullOut.entry as Entry<'forms'>, notes: lowerNotes(notes), toolkit: site.toolkits[entry.toolkit.id]!.number, address };
}

function definitionsOf({ site, url }: Shelf, handout: Entry<'handouts'>): Line[] {
  const { pullOut, notes } = composePullOutPage(site, { kind: 'handouts', entry: handout });
  const { title, intro, sections } = pullOut.entry as Entry<'handouts'>;
  const around = wordsAlone(`handouts-${handout.id}`, url);
  return [
    { kind: 'title', text: title },
    ...linesOfBlocks(lowerBlocks(intro, around)),
    ...sections.flatMap((section): Line[] => [{ kind: 'title', text: section.title }, ...linesOfBlocks(lowerBlocks(section.body, around))]),
    { kind: 'heading', text: 'Sources' },
    ...sourceLines(lowerNotes(notes)),
  ];
}
