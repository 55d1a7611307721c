/** Example County: the sheets that are filled in for a place that does not exist, as the tools hold them. */
import { collections, type Entry, type Site } from '../schemas/index.ts';
import { isKind } from '../schemas/kinds.ts';
import { governmentList } from '../tools/gaps.ts';
import { ownList, ownName, stepName } from '../tools/steps.ts';
import { memberList } from '../tools/task-force.ts';
import type { Sheet } from '../tools/sheet.ts';
import { findPullOut, type PullOut } from './pull-outs.ts';

export type Example = Entry<'example-county'>;
type Words = Readonly<Record<string, string>>;

/** The sheet of My task force. */
export const taskForceExample = 'task-force';
/** What stands on every sheet and page of the example. */
export const inventedNotice =
  'Example County does not exist. Its people, agencies and numbers are invented, to show how a sheet looks when it is filled in.';

/** What an example fills in; undefined for My task force, and for a name that no pull-out has. */
export function pullOutOf(site: Site, { id }: { id: string }): PullOut | undefined {
  const [kind = '', name = '', ...rest] = id.split('/');
  return rest.length === 0 && isKind(kind) ? findPullOut(site, { ref: kind, id: name }) : undefined;
}

/** The examples in the order of a year: My task force, then in the order of the toolkits’ first use (the order of the files when nothing else tells). */
export function examplesOf(site: Site): Example[] {
  const order = (example: Example) => {
    const place = sheetOrder.indexOf(example.id);
    return place < 0 ? sheetOrder.length : place;
  };
  return Object.values(site['example-county']).sort((a, b) => order(a) - order(b));
}

/** The example of a pull-out, if there is one. */
export function exampleFor(site: Site, { kind, entry }: PullOut): Example | undefined {
  return site['example-county'][`${kind}/${entry.id}`];
}

/** The page of the whole county. */
export const wholeExampleAddress = '/example-county/';
export const exampleAddress = ({ id }: { id: string }): string => collections['example-county'].address(id);

/** The first year of a task force, sheet by sheet. */
const sheetOrder = [
  taskForceExample,
  'templates/first-meeting-agenda',
  'templates/meeting-minutes',
  'forms/asset-map',
  'rosters/members',
  'templates/mission-and-vision-worksheet',
  'timelines/first-18-months',
  'templates/subcommittee-charter',
  'templates/memorandum-of-understanding',
  'forms/attendance-log',
  'forms/training-log',
  'forms/length-of-representation',
  'forms/interconnectedness-matrix',
  'forms/agency-totals',
  'forms/annual-summary',
  'templates/scc-annual-report',
  'forms/coordinator-budget',
  'templates/case-for-funding',
  'forms/funding-tracker',
];

/** The sheet that a tool would hold: a flat map from the names of fields to plain words. */
export function exampleSheet(example: Example): Sheet {
  const { id } = example;
  const sheet: Record<string, string> = {};
  const put = (prefix: string, words: Words | undefined) => {
    for (const [name, value] of Object.entries(words ?? {})) sheet[prefix ? `${prefix}.${name}` : name] = value;
  };
  const list = (name: string, rows: readonly Words[] | undefined) => {
    if (!rows) return;
    const keys = rows.map((_, index) => `e${index + 1}`);
    sheet[`${name}.rows`] = keys.join(' ');
    rows.forEach((row, index) => put(`${name}.${keys[index]!}`, row));
  };
  put('blank', example.blanks);
  for (const name of example.off ?? []) sheet[`${name}.off`] = 'yes';
  for (const [clause, copies] of Object.entries(example.copies ?? {})) list(`clause.${clause}`, copies);
  list('signers', example.signers?.map(withoutGaps));
  put(id === taskForceExample ? '' : 'field', example.fields);
  for (const [row, cells] of Object.entries(example.given ?? {})) put(`given.${row}`, cells);
  list('rows', example.rows);
  if (example.start) sheet['plan.start'] = example.start;
  for (const [step, { starts, length }] of Object.entries(example.moves ?? {})) {
    if (starts) sheet[`plan.starts.${step}`] = starts;
    if (length) sheet[`plan.length.${step}`] = String(length);
  }
  for (const [step, work] of Object.entries(example.steps ?? {})) put(stepName(step), worded(work));
  for (const [group, steps] of Object.entries(example.added ?? {})) {
    sheet[`${ownList(group)}.rows`] = steps.map((_, index) => `e${index + 1}`).join(' ');
    steps.forEach((step, index) => put(ownName(group, `e${index + 1}`), worded(step)));
  }
  for (const [seat, cells] of Object.entries(example.seats ?? {})) put(`seat.${seat}`, cells);
  for (const [seat, rows] of Object.entries(example.governments ?? {})) list(governmentList(seat), rows);
  put('voice', example.voices);
  list(memberList, example.members?.map(withoutGaps));
  return sheet;
}

/** All sheets of the example by id, as a file of the tools holds them. */
export function exampleSheets(site: Site): Record<string, Sheet> {
  return Object.fromEntries(examplesOf(site).map((example) => [example.id, exampleSheet(example)]));
}

function withoutGaps(row: Readonly<Record<string, string | undefined>>): Words {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function worded({ done, ...rest }: { done?: true | undefined; [name: string]: string | true | undefined }): Words {
  return { ...(done ? { done: 'yes' } : {}), ...withoutGaps(rest as Record<string, string | undefined>) };
}
