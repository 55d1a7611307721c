/**
 * Steps as somebody works with them: done or not, who, by when, a note, and steps of one's own. What is written is a sheet:
 *
 *   step.ask.done             yes                a step or duty, by its id; likewise `owner`, `due` (YYYY-MM-DD) and `note`
 *   added.members.rows        k2 k7              the keys of one's own steps in a group, in order
 *   added.members.k2.text     Call the library   one of them; likewise `done`, `owner`, `due` and `note`
 *
 * Pure and without the schemas: the tools in the page use it.
 */
import { longDate } from './dates.ts';
import { isDay } from './days.ts';
import type { Sheet } from './sheet.ts';
import { rowsOf } from './rows.ts';
import { membersOf } from './task-force.ts';

/** What somebody wrote about one step; empty where nothing was written. */
export interface Work {
  done: boolean;
  owner: string;
  /** A day, or whatever a file brought in its place. */
  due: string;
  note: string;
}

/** The start of a step's fields: `step.ask`. */
export const stepName = (id: string): string => `step.${id}`;
/** The name of the list that holds one's own steps in a group, for `rowsOf`. */
export const ownList = (group: string): string => `added.${group}`;
/** The start of the fields of one's own step: `added.members.k2`. */
export const ownName = (group: string, key: string): string => `${ownList(group)}.${key}`;

/** What is written about the step whose fields start with `name`. */
export function workOf(sheet: Sheet, name: string): Work {
  const field = (part: string) => sheet[`${name}.${part}`]?.trim() ?? '';
  return { done: field('done') === 'yes', owner: field('owner'), due: field('due'), note: field('note') };
}

/** One's own steps in a group, in order. */
export function ownSteps(sheet: Sheet, group: string): { key: string; name: string; text: string }[] {
  return rowsOf(sheet, ownList(group)).map((key) => {
    const name = ownName(group, key);
    return { key, name, text: sheet[`${name}.text`]?.trim() ?? '' };
  });
}

/** “by March 3, 2027”; words that are no day stay as they are. */
export function dueInWords(due: string): string {
  return due && `by ${isDay(due) ? longDate(due) : due}`;
}

/** “Chair · by March 3, 2027 · Bring the list”; empty when nothing is written. `when` comes first: the dates of a plan. */
export function workInWords({ owner, due, note }: Work, when = ''): string {
  return [when, owner, dueInWords(due), note].filter(Boolean).join(' · ');
}

/** Which steps are shown: all, those still open, or those of one owner (`owner:Chair`). */
export type Filter = '' | 'open' | `owner:${string}`;

/** True when a filter shows a step. Duties have nothing to tick: they are open as long as nobody has them. */
export function isShown({ done, owner }: Work, filter: Filter, ticked: boolean): boolean {
  if (filter === '') return true;
  return filter === 'open' ? (ticked ? !done : owner === '') : owner === filter.slice('owner:'.length);
}

/** How far a list is: “4 of 17 done”, “5 of 17 duties have somebody”. */
export function progressOf(works: readonly Work[], ticked: boolean): { done: number; all: number; words: string } {
  const [done, all] = [works.filter((work) => !isShown(work, 'open', ticked)).length, works.length];
  return {
    done,
    all,
    words: ticked ? `${done} of ${all} done` : `${done} of ${all} ${all === 1 ? 'duty has' : 'duties have'} somebody`,
  };
}

/** The owners in a list, each once, by the alphabet. */
export function ownersIn(works: readonly Work[]): string[] {
  return [...new Set(works.flatMap(({ owner }) => owner || []))].sort();
}

/** Roles that fit in “who”; others can be written. */
const roles = ['Coordinator', 'Chair', 'Subcommittee', 'Point people', 'Trainer', 'All members'];

/** What is offered as an owner: roles, then the people of My task force, then who is in use already. */
export function ownersOffered(taskForce: Sheet, inUse: readonly string[]): string[] {
  const people = [taskForce['coordinator'], taskForce['chair'], ...membersOf(taskForce).map(({ person }) => person)];
  return [...new Set([...roles, ...people, ...inUse].flatMap((name) => name?.trim() || []))];
}
