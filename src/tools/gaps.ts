/** Who is missing from a roster: seats nobody has, tribal governments nobody lists, voices without a say. Pure. */
import { voiceAnswers } from '../schemas/names.ts';
import { rowsOf } from './rows.ts';

type Sheet = Readonly<Record<string, string>>;
/** What the gap finder needs to know of a roster. */
export interface RosterShape {
  seats: readonly { id: string; governments: boolean }[];
  voices: readonly { id: string }[];
}
export interface Gaps {
  /** Ids of seats that nobody has. */
  seats: string[];
  /** Ids of voices that do not have a say, with what was answered, if anything. */
  voices: { id: string; answer: string }[];
}

/** The list of rows in which a seat of governments keeps each of them. */
export function governmentList(seat: string): string {
  return `seat.${seat}`;
}

/** True when something is written in a seat; a seat of governments needs one that is named. */
export function hasSeat({ id, governments }: RosterShape['seats'][number], sheet: Sheet): boolean {
  const prefixes = governments
    ? rowsOf(sheet, governmentList(id)).map((key) => `${governmentList(id)}.${key}.`)
    : [`seat.${id}.`];
  return Object.entries(sheet).some(
    ([name, value]) => value.trim() !== '' && prefixes.some((prefix) => name.startsWith(prefix)),
  );
}

/** The gaps of a roster as filled in. */
export function gapsOf({ seats, voices }: RosterShape, sheet: Sheet): Gaps {
  const answers = voices.map(({ id }) => ({ id, answer: sheet[`voice.${id}`] ?? '' }));
  return {
    seats: seats.filter((seat) => !hasSeat(seat, sheet)).map(({ id }) => id),
    voices: answers.filter(({ answer }) => answer !== voiceAnswers[0]),
  };
}
