/**
 * The fields of the page My task force, defined once: the page draws them, templates and tools offer what is written in them.
 * A sheet `task-force` holds them under their names; a blank asks for one with `from: task-force.<name>`.
 */
import { rowsOf } from './rows.ts';
import type { Site } from '../schemas/index.ts';

export interface TaskForceField {
  /** Its name in the sheet. */
  name: string;
  label: string;
  /** What a keyboard on a phone, and the browser, should expect. */
  type?: 'text' | 'email' | 'tel';
  /** Advice under the label. */
  hint?: string;
  /** Words to choose from; others can be written. */
  suggestions?: 'counties' | 'rhythms' | 'kinds';
}
interface Group {
  id: string;
  title: string;
  fields: readonly TaskForceField[];
}

/** The fields that stand once, in groups. */
export const taskForceGroups: readonly Group[] = [
  {
    id: 'who-we-are',
    title: 'Name and place',
    fields: [
      { name: 'name', label: 'Name of the task force', hint: 'As it stands on your mission and letterhead.' },
      {
        name: 'county',
        label: 'County or counties',
        hint: 'List them all when there are several.',
        suggestions: 'counties',
      },
      { name: 'region', label: 'Region, if you use one' },
    ],
  },
  {
    id: 'coordinator',
    title: 'Coordinator',
    fields: [
      { name: 'coordinator', label: 'Name of the coordinator' },
      { name: 'coordinator-agency', label: 'Agency that employs or hosts the coordinator' },
      { name: 'coordinator-email', label: 'Email of the coordinator at work', type: 'email' },
      { name: 'coordinator-phone', label: 'Phone of the coordinator at work', type: 'tel' },
    ],
  },
  {
    id: 'chair',
    title: 'Chair',
    fields: [
      { name: 'chair', label: 'Name of the chair' },
      { name: 'chair-office', label: 'Office of the chair', hint: 'For example, a court and a post.' },
    ],
  },
  {
    id: 'meetings',
    title: 'Meetings',
    fields: [
      { name: 'meetings', label: 'How often the task force meets', suggestions: 'rhythms' },
      { name: 'meeting-day', label: 'Usual day', hint: 'For example, the second Tuesday.' },
      { name: 'meeting-time', label: 'Usual time' },
      { name: 'meeting-place', label: 'Usual place' },
    ],
  },
];
/** The name of the list of member agencies: its rows are `members.<key>.<field>`. */
export const memberList = 'members';
/** The fields of a member agency. */
export const memberFields: readonly TaskForceField[] = [
  { name: 'name', label: 'Agency, tribe or organization' },
  { name: 'kind', label: 'Kind of member', suggestions: 'kinds' },
  { name: 'person', label: 'Point person' },
  { name: 'contact', label: 'Contact at work' },
];

/** All fields that stand once. */
export const taskForceFields: readonly TaskForceField[] = taskForceGroups.flatMap(({ fields }) => fields);

const rhythms = [
  'every two weeks',
  'every month',
  'every six weeks',
  'every two months',
  'every three months',
  'twice a year',
];
/** Seats that speak for people and not for an agency. Beside the name of a person they would label that person, so they are not offered. */
const seatsOfPeople = ['human-trafficking-survivors', 'lgbtq-representatives'];

/** The words that the page suggests, by list. Kinds of members are the seats of the rosters, then the kinds of agencies that no seat names. */
export function suggestionsFor(
  site: Site,
  counties: readonly string[],
): Record<NonNullable<TaskForceField['suggestions']>, string[]> {
  const seats = Object.values(site.rosters).flatMap((roster) => roster.seats);
  const kinds = seats.filter(({ id }) => !seatsOfPeople.includes(id)).map(({ kind }) => kind);
  return { counties: counties.map((county) => `${county} County`), rhythms, kinds: [...kinds, 'Courts', 'Probation'] };
}

export interface Member {
  key: string;
  name: string;
  kind: string;
  person: string;
  contact: string;
}

/** The member agencies in a sheet, in order, with what was written about them; empty words where nothing was. */
export function membersOf(sheet: Readonly<Record<string, string>>): Member[] {
  return rowsOf(sheet, memberList).map((key) => {
    const field = (name: string) => sheet[`${memberList}.${key}.${name}`] ?? '';
    return { key, name: field('name'), kind: field('kind'), person: field('person'), contact: field('contact') };
  });
}

/** What My task force offers to a document: the words for blanks by their `from`, and the names of the member agencies. */
export function documentOffers(sheet: Readonly<Record<string, string>>): {
  fields: Record<string, string>;
  agencies: string[];
} {
  const written = taskForceFields.flatMap(({ name }) => (sheet[name] ? [[`task-force.${name}`, sheet[name]]] : []));
  return { fields: Object.fromEntries(written), agencies: membersOf(sheet).flatMap(({ name }) => name.trim() || []) };
}
