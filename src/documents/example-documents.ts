/** Example County as documents: each sheet that is filled in, and the whole county. Every one of them says that it is invented. */
import type { Entry } from '../schemas/index.ts';
import { kindOf } from '../schemas/kinds.ts';
import {
  exampleAddress,
  examplesOf,
  exampleSheet,
  inventedNotice,
  pullOutOf,
  wholeExampleAddress,
  type Example,
} from '../site/example-county.ts';
import { pullOutFile } from '../site/file-names.ts';
import { numberCites, type Note } from '../site/citations.ts';
import type { PullOut } from '../site/pull-outs.ts';
import { plainText } from '../prose/tree.ts';
import { absolute } from '../site/public-address.ts';
import { cellsOf, limitOf } from '../tools/form-sheet.ts';
import type { Sheet } from '../tools/sheet.ts';
import { summaryOf } from '../tools/summary.ts';
import { memberFields, membersOf, taskForceGroups } from '../tools/task-force.ts';
import type { DocBlock, Document, Part } from './document.ts';
import { fillPullOut } from './pull-out-model.ts';
import { pullOutToDocument } from './pull-out-to-document.ts';
import { settled } from './read-only.ts';
import type { Publication } from './site-documents.ts';
import { notesToDocument, words } from './to-document.ts';
import { wordsOnlyContext } from './plain-context.ts';

/** What stands behind every title: on each page of a file it says what the sheet is. */
const place = 'Example County (invented)';
const kicker = 'Example, invented';
export const wholeExampleName = 'csec-example-county';

/** What an example is called: “Meeting attendance log, Example County (invented)”. */
export function exampleTitle({ site }: Pick<Publication, 'site'>, example: Example): string {
  return `${pullOutOf(site, example)?.entry.title ?? 'My task force'}, ${place}`;
}

/** One sheet of the example as a part of a document. */
export function examplePart(publication: Publication, example: Example): Part {
  return composeExample(publication, example).part;
}

/** One sheet of the example as a part of a document, with its notes as a page of the site shows them. */
export function composeExample(publication: Publication, example: Example): { part: Part; notes: Note[] } {
  const pullOut = pullOutOf(publication.site, example);
  const id = `example-${example.id.replace('/', '-')}`;
  const common = {
    id,
    level: 1 as const,
    file: `content/example-county/${example.id}.yaml`,
    title: exampleTitle(publication, example),
    promise: plainText(example.note),
    intro: [invented],
    ...urlOf(publication, exampleAddress(example)),
  };
  if (!pullOut) {
    const part: Part = {
      ...common,
      type: 'library',
      kicker,
      reviewed: newest(publication),
      blocks: taskForceBlocks(example),
      notes: [],
    };
    return { part, notes: [] };
  }
  const toolkit = publication.site.toolkits[pullOut.entry.toolkit.id]!.number;
  const { pullOut: own, filled } = fillPullOut(bare(pullOut), exampleSheet(example));
  const { value, notes } = numberCites(publication.site, own);
  const context = wordsOnlyContext(id, publication.url, toolkit);
  const part: Part = {
    ...common,
    type: pullOut.kind,
    kicker: `${kindOf(pullOut.kind).one}, ${kicker.toLowerCase()}`,
    toolkit,
    reviewed: pullOut.entry.reviewed,
    blocks: [...settled(pullOutToDocument(value, context, filled)), ...summaryBlocks(pullOut, exampleSheet(example))],
    notes: notesToDocument(notes),
  };
  return { part, notes };
}

/** One sheet of the example on its own. */
export function exampleDocument(publication: Publication, example: Example): Document {
  const part = examplePart(publication, example);
  const { title, promise, kicker: above, toolkit, reviewed, url } = part;
  return {
    name: exampleFile(pullOutOf(publication.site, example)),
    title,
    promise,
    kicker: above,
    reviewed,
    ...(toolkit ? { toolkit } : {}),
    ...(url ? { url } : {}),
    parts: [part],
  };
}

/** What a format that writes documents makes of the example: the whole county, then each sheet. */
export function exampleJobs<Made>(
  publication: Publication,
  job: (document: Document, address: string) => Made,
): Made[] {
  const examples = examplesOf(publication.site);
  if (examples.length === 0) return [];
  return [
    job(wholeExample(publication), wholeExampleAddress),
    ...examples.map((example) => job(exampleDocument(publication, example), exampleAddress(example))),
  ];
}

/** The name of a file of the example, without its extension. */
export function exampleFile(pullOut: PullOut | undefined): string {
  return `${pullOut ? pullOutFile(pullOut) : 'csec-my-task-force'}-example-county`;
}

/** The whole county, sheet behind sheet. */
export function wholeExample(publication: Publication): Document {
  return {
    name: wholeExampleName,
    title: `A whole county, filled in: ${place}`,
    promise: inventedNotice,
    kicker,
    reviewed: newest(publication),
    ...urlOf(publication, wholeExampleAddress),
    parts: examplesOf(publication.site).map((example) => examplePart(publication, example)),
  };
}

/** What of a filled form is fit to pass on: its summary, small numbers hidden. A form without numbers has none. */
function summaryBlocks(pullOut: PullOut, sheet: Sheet): DocBlock[] {
  if (pullOut.kind !== 'forms') return [];
  const { entry } = pullOut;
  const limit = limitOf(entry, sheet);
  const { head, rows } = summaryOf(entry, cellsOf(entry, sheet), limit);
  if (!entry.columns.some(({ kind }) => kind === 'count') || rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, anchor: 'summary', children: words('What goes out') },
    {
      kind: 'paragraph',
      children: words(`Numbers of people below ${limit} show as “hidden”, and so does what would give them away.`),
    },
    {
      kind: 'table',
      caption: 'Summary to pass on',
      wide: true,
      head: head.map((text) => words(text)),
      rows: rows.map(({ label, cells }) => [words(label), ...cells.map((cell) => words(String(cell)))]),
    },
  ];
}

const invented: DocBlock = {
  kind: 'callout',
  tone: 'example',
  label: 'Example',
  title: 'Example County does not exist',
  children: [{ kind: 'paragraph', children: words(inventedNotice) }],
};

function urlOf({ url }: Publication, address: string): { url?: string } {
  return url ? { url: absolute(url, address) } : {};
}

/** The day of the newest review among what the example fills in. */
function newest({ site }: Publication): string {
  const days = examplesOf(site).flatMap((example) => pullOutOf(site, example)?.entry.reviewed ?? []);
  return days.sort().at(-1) ?? '';
}

/** The pull-out without its advice: the example shows the sheet that somebody holds in their hands. */
function bare(pullOut: PullOut): PullOut {
  switch (pullOut.kind) {
    case 'templates': {
      const articles = pullOut.entry.articles.map((article) => ({
        ...article,
        guidance: undefined,
        clauses: article.clauses.map((clause) => ({ ...clause, guidance: undefined })),
      }));
      const blanks = Object.fromEntries(
        Object.entries(pullOut.entry.blanks).map(([id, blank]) => [id, { ...blank, guidance: undefined }]),
      );
      return { kind: 'templates', entry: { ...pullOut.entry, intro: [], articles, blanks } };
    }
    case 'forms': {
      // What a column is for, and what its choices mean, stands with the blank form.
      const columns = pullOut.entry.columns.map((column) => ({ ...column, guidance: undefined, options: undefined }));
      return { kind: 'forms', entry: { ...pullOut.entry, intro: [], notes: undefined, columns } };
    }
    case 'rosters': {
      const seats = pullOut.entry.seats.map((seat) => ({ ...seat, brings: [], suggestion: false }));
      const voices = pullOut.entry.voices.map((voice) => ({ ...voice, found: [], suggestion: false }));
      return { kind: 'rosters', entry: { ...pullOut.entry, intro: [], seats, voices } };
    }
    case 'timelines': {
      const periods = pullOut.entry.periods.map((period) => ({ ...period, steps: period.steps.map(withoutHelp) }));
      return { kind: 'timelines', entry: { ...pullOut.entry, intro: [], periods } };
    }
    case 'checklists': {
      const groups = pullOut.entry.groups.map((group) => ({
        ...group,
        intro: undefined,
        items: group.items.map(withoutHelp),
      }));
      return { kind: 'checklists', entry: { ...pullOut.entry, intro: [], groups } };
    }
    case 'duties': {
      const groups = pullOut.entry.groups.map((group) => ({
        ...group,
        intro: undefined,
        duties: group.duties.map(withoutHelp),
      }));
      return { kind: 'duties', entry: { ...pullOut.entry, intro: [], groups } };
    }
    default:
      return pullOut;
  }
}

const withoutHelp = <Step extends Entry<'checklists'>['groups'][number]['items'][number]>(step: Step): Step => ({
  ...step,
  help: undefined,
  suggestion: false,
});

/** My task force: its fields group by group, then its members. */
function taskForceBlocks(example: Example): DocBlock[] {
  const sheet = exampleSheet(example);
  const groups = taskForceGroups.flatMap(({ id, title, fields }): DocBlock[] => {
    const rows = fields.flatMap(({ name, label }) => (sheet[name] ? [[words(label), words(sheet[name])]] : []));
    return [
      { kind: 'heading', level: 2, anchor: id, children: words(title) },
      { kind: 'table', caption: title, head: [words('Field'), words('What stands there')], rows },
    ];
  });
  return [
    ...groups,
    { kind: 'heading', level: 2, anchor: 'members', children: words('Member agencies') },
    {
      kind: 'table',
      caption: 'Member agencies',
      head: memberFields.map(({ label }) => words(label)),
      rows: membersOf(sheet).map(({ name, kind, person, contact }) =>
        [name, kind, person, contact].map((text) => words(text)),
      ),
    },
  ];
}
