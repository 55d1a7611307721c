/** Example County: its numbers add up, one sheet with the other; everything in it is plainly invented. */
import { describe, expect, it } from 'vitest';
import { exampleDocument, exampleTitle, wholeExample } from '../../src/documents/example-documents.ts';
import { json } from '../../src/formats/json.ts';
import { readContent } from '../../src/reader/read.ts';
import { examplesOf, exampleSheet, pullOutOf, type Example } from '../../src/site/example-county.ts';
import { readFile } from '../../src/client/store/file.ts';
import { cellsOf, limitOf } from '../../src/tools/form-sheet.ts';
import { gapsOf } from '../../src/tools/gaps.ts';
import { planIn } from '../../src/tools/plan-sheet.ts';
import { summaryOf } from '../../src/tools/summary.ts';
import { membersOf } from '../../src/tools/task-force.ts';
import { formatProblem } from '../../src/prose/problem.ts';
import { publicationOf } from '../formats/publication.ts';
import { root, sinkWith } from '../root.ts';

const publication = publicationOf(root);
const { site } = publication;
const example = (id: string): Example => site['example-county'][id]!;
const rows = (id: string): Readonly<Record<string, string>>[] => example(id).rows!;
const quarterOf = ({ day }: Readonly<Record<string, string>>): number => Math.floor((Number(day!.slice(5, 7)) - 1) / 3);
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
/** A column added up by quarter, and over the year: counted here without the code that the tools count with. */
const byQuarter = (some: readonly Readonly<Record<string, string>>[], column?: string) => {
  const quarters = [0, 1, 2, 3].map((quarter) =>
    sum(some.filter((row) => quarterOf(row) === quarter).map((row) => (column ? Number(row[column]) : 1))),
  );
  return [...quarters, sum(quarters)];
};
const summaryRow = (id: string): (string | undefined)[] =>
  ['first-quarter', 'second-quarter', 'third-quarter', 'fourth-quarter', 'whole-year'].map(
    (column) => example('forms/annual-summary').given![id]![column],
  );
const year = (id: string) => Number(summaryRow(id).at(-1));

describe('the numbers of Example County', () => {
  const meetings = rows('forms/attendance-log');
  const trainings = rows('forms/training-log');
  const isCommunity = ({ audience }: Readonly<Record<string, string>>) => audience === 'Community';
  const forMembers = trainings.filter((row) => !isCommunity(row));
  const forCommunity = trainings.filter(isCommunity);

  it.each([
    ['meetings', byQuarter(meetings)],
    ['member-visits', byQuarter(meetings, 'members')],
    ['guest-visits', byQuarter(meetings, 'guests')],
    ['member-trainings', byQuarter(forMembers)],
    ['member-seats', byQuarter(forMembers, 'seats')],
    ['community-trainings', byQuarter(forCommunity)],
    ['community-seats', byQuarter(forCommunity, 'seats')],
    ['training-hours', byQuarter(trainings, 'hours')],
  ])('%s of the annual summary are the sums of the logs', (id, counted) => {
    expect(summaryRow(id).map(Number)).toEqual(counted);
  });

  it('count organizations as their own list does', () => {
    const all = rows('forms/length-of-representation');
    const stay = all.filter((row) => row['this-year'] !== 'Left');
    const months = stay.map((row) => Number(row['months'])).sort((a, b) => a - b);
    expect(year('organizations')).toBe(stay.length);
    expect(year('organizations-joined')).toBe(all.length);
    expect(year('organizations-left')).toBe(all.length - stay.length);
    expect(year('under-one-year')).toBe(stay.filter((row) => row['band'] === 'Less than 1 year').length);
    expect(example('templates/scc-annual-report').blanks!['represented-middle']).toBe(
      String(months[Math.floor(months.length / 2)]),
    );
    // Members leave out nobody who signs, and no meeting has more organizations than there were.
    expect(stay.map((row) => row['organization'])).toEqual(
      expect.arrayContaining(membersOf(exampleSheet(example('task-force'))).map(({ name }) => name)),
    );
    expect(Math.max(...meetings.map((row) => Number(row['organizations'])))).toBeLessThanOrEqual(all.length);
  });

  it('count connections as the matrix does', () => {
    const given = Object.values(example('forms/interconnectedness-matrix').given!);
    const sheets = given.filter((row) => row['sheet-in'] === 'Yes').length;
    for (const column of ['answers', 'know', 'talk', 'refer'])
      expect(year(column)).toBe(sum(given.map((row) => Number(row[column]))));
    for (const row of given) {
      expect(Number(row['answers'])).toBe(sheets - (row['sheet-in'] === 'Yes' ? 1 : 0));
      for (const column of ['know', 'talk', 'refer'])
        expect(Number(row[column])).toBeLessThanOrEqual(Number(row['answers']));
    }
  });

  it('copy charges from one agency, “hidden” as it stands', () => {
    const totals = example('forms/agency-totals');
    expect(example('forms/annual-summary').fields!['charges-from']).toBe(totals.fields!['agency']);
    // Whom police took into custody comes from police.
    for (const [id, { total }] of Object.entries(totals.given!).filter(([row]) => row !== 'taken-into-custody'))
      expect(summaryRow(id).at(-1)).toBe(total);
  });

  it('reach the state report as the tools offer them, small numbers hidden', () => {
    const form = site.forms['annual-summary']!;
    const sheet = exampleSheet(example('forms/annual-summary'));
    const shown = summaryOf(form, cellsOf(form, sheet), limitOf(form, sheet)).rows;
    const { blanks } = site.templates['scc-annual-report']!;
    const taken = Object.entries(blanks).flatMap(([id, { from }]) =>
      from?.startsWith('forms.annual-summary.') ? [[id, from.split('.')[2]!] as const] : [],
    );
    expect(taken.length).toBeGreaterThan(15);
    for (const [id, row] of taken) {
      const label = form.given.find((given) => given.id === row)!.label;
      const value = shown.find((one) => one.label === label)!.cells.at(-1);
      expect([id, example('templates/scc-annual-report').blanks![id]]).toEqual([id, String(value)]);
    }
    const guests = shown.find(({ label }) => label.startsWith('Guests'))!;
    expect(guests.cells).toEqual(['hidden', 'hidden', 'hidden', 'hidden', 29]);
  });

  it('say the same in words: audiences, attendance, the first meeting', () => {
    const words = example('templates/scc-annual-report').blanks!;
    for (const [, name, sessions, seats] of words['training-groups']!.matchAll(
      /([A-Z][^:.]*): (\d+)(?: sessions)?, (\d+)/g,
    )) {
      const own = trainings.filter(({ audience }) => audience === name);
      expect([name, own.length, sum(own.map((row) => Number(row['seats'])))]).toEqual([
        name,
        Number(sessions),
        Number(seats),
      ]);
    }
    expect(words['attendance-average']).toBe((year('member-visits') / year('meetings')).toFixed(1));
    const full = meetings.filter(({ meeting }) => meeting === 'Full task force').map((row) => Number(row['members']));
    expect(words['attendance-range']).toContain(
      `${Math.min(...full)} and ${Math.max(...full)} at meetings of the full task force`,
    );
    const first = meetings[0]!;
    const minutes = example('templates/meeting-minutes').blanks!;
    expect(minutes['attendance']).toBe(
      `${Number(first['members']) + Number(first['guests'])}: ${first['members']} members and ${first['guests']} guests`,
    );
    expect(minutes['organizations']!.split(';')).toHaveLength(Number(first['organizations']));
  });

  it('make a budget that adds up', () => {
    const words = example('templates/case-for-funding').blanks!;
    const dollars = (id: string) => Number(words[id]!.replace(/[^\d]/g, ''));
    const costs = Object.entries(example('forms/coordinator-budget').given!).map(
      ([id, row]) => [id, Number(row['part-time'])] as const,
    );
    const cost = (...ids: string[]) => sum(costs.filter(([id]) => ids.includes(id)).map(([, amount]) => amount));
    expect(sum(costs.map(([, amount]) => amount))).toBe(dollars('amount'));
    expect(cost('pay', 'benefits')).toBe(dollars('budget-people'));
    expect(cost('indirect')).toBe(dollars('budget-host'));
    expect(dollars('budget-people') + dollars('budget-work') + dollars('budget-host')).toBe(dollars('amount'));
    const money = example('forms/funding-tracker').given!;
    expect(money['state-grant']!['amount']).toBe(String(dollars('amount')));
    expect(money['members-give']!['amount']).toBe(String(dollars('budget-given')));
    expect(words['own-numbers']).toContain(`${year('meetings')} meetings, ${year('organizations')} organizations`);
    expect(words['own-numbers']).toContain(
      `${year('member-seats')} seats filled at ${year('member-trainings')} trainings`,
    );
  });
});

describe('Example County', () => {
  it('has the sheets of a first year, each for a pull-out that is there', () => {
    const ids = examplesOf(site).map(({ id }) => id);
    expect(ids[0]).toBe('task-force');
    expect(ids.length).toBeGreaterThanOrEqual(18);
    for (const one of examplesOf(site)) expect(Boolean(pullOutOf(site, one)), one.id).toBe(one.id !== 'task-force');
  });

  it('names its members alike on every sheet: eight sign, five seats stay empty, the plan is under way', () => {
    const members = membersOf(exampleSheet(example('task-force'))).map(({ name }) => name);
    expect(members).toHaveLength(8);
    expect(example('templates/memorandum-of-understanding').signers!.map(({ organization }) => organization)).toEqual(
      members,
    );
    expect(
      example('templates/memorandum-of-understanding').copies!['contact']!.map((row) => row['contact-agency']),
    ).toEqual(members);
    const { seats, voices } = site.rosters['members']!;
    const gaps = gapsOf({ seats, voices }, exampleSheet(example('rosters/members')));
    const kinds = site.rosters['members']!.seats.length - gaps.seats.length;
    expect([gaps.seats.length, gaps.voices.length]).toEqual([5, 1]);
    expect(example('templates/scc-annual-report').blanks!['kinds-present']).toBe(String(kinds));
    const plan = planIn(site.timelines['first-18-months']!, exampleSheet(example('timelines/first-18-months')));
    expect(plan.problems).toEqual({});
    const steps = example('timelines/first-18-months').steps!;
    const open = plan.planned.filter(({ step }) => !steps[step.id]?.done).map(({ period }) => period);
    expect(new Set(open)).toEqual(new Set(['months-12-to-18']));
  });

  it('fills in every blank of the agreement that stays, and nothing of what was left out', () => {
    const { parts } = exampleDocument(publication, example('templates/memorandum-of-understanding'));
    const text = JSON.stringify(parts[0]!.blocks);
    expect(text).not.toContain('Option 2');
    expect(text).toContain('Annex A');
  });

  it('leaves no blank empty in what stays of a template', () => {
    const empty = examplesOf(site).flatMap((one) =>
      [...JSON.stringify(exampleDocument(publication, one).parts).matchAll(/"kind":"field","name":"([^"]+)"/g)].map(
        ([, name]) => name,
      ),
    );
    expect(empty).toEqual([]);
  });

  it('is plainly labeled as invented in every document, with no address of a real one', () => {
    for (const one of examplesOf(site)) {
      const { title, parts } = exampleDocument(publication, one);
      expect(title).toBe(exampleTitle(publication, one));
      expect(title).toContain('Example County (invented)');
      expect(JSON.stringify(parts[0]!.intro)).toContain('Example County does not exist');
      const words = Object.values(exampleSheet(one)).join('\n');
      for (const [, host] of words.matchAll(/@([\w.-]+)/g)) expect(host).toBe('example.org');
      for (const [number] of words.matchAll(/\b\d{3}-\d{4}\b(?!-)/g)) expect(number).toMatch(/^555-01\d\d$/);
      for (const name of ['organization', 'agency', 'provider', 'name'].flatMap((field) =>
        Object.entries(exampleSheet(one)).flatMap(([key, value]) => (key.endsWith(`.${field}`) ? [value] : [])),
      ))
        expect(name, one.id).not.toMatch(/DCYF|King|Pierce|Snohomish|Spokane|Yakima|Clark/);
    }
    expect(wholeExample(publication).parts).toHaveLength(examplesOf(site).length);
  });

  it('opens in the tools as one file', async () => {
    const [job] = json.jobs(publication);
    const sheets = readFile(new TextDecoder().decode(await json.write(job!.input, { read: () => new Uint8Array() })));
    for (const one of examplesOf(site)) expect({ ...sheets[one.id] }, one.id).toEqual(exampleSheet(one));
  });
});

describe('the check of filled sheets', () => {
  const faults = (file: string, yaml: string) =>
    readContent(sinkWith({ [`example-county/${file}.yaml`]: `note: Look here.\n${yaml}` })).problems.map(formatProblem);

  it.each<[string, string, string, string]>([
    [
      'a blank that the template does not have',
      'templates/letter',
      'blanks:\n  nowhere: Words',
      'unknown blank `nowhere`',
    ],
    [
      'a part that the kind does not have',
      'templates/letter',
      'seats:\n  one: { agency: A }',
      'templates have no `seats`',
    ],
    ['a clause that stays', 'templates/letter', 'off: [clause.nowhere]', '`clause.nowhere` cannot be left out'],
    ['a pull-out that is not there', 'forms/nowhere', 'fields:\n  year: 2025', 'no pull-out is called `forms/nowhere`'],
    ['a field of My task force', 'task-force', 'fields:\n  nowhere: Words', 'unknown field `nowhere`'],
  ])('names file and line of %s', (_name, file, yaml, expected) => {
    expect(faults(file, yaml)).toEqual([
      expect.stringMatching(new RegExp(`example-county/${file}.yaml:\\d+: ${expected.replace(/[`.]/g, '\\$&')}`)),
    ]);
  });
});
