/**
 * Filling in what is known elsewhere. What was filled in is noted beside it (`from.<field>`): a figure that changes at its source changes
 * here, too, but what somebody wrote over it, or took out, is never touched again. Pure.
 */
import type { Sheet } from './sheet.ts';

/** A value for a field, and where it comes from, in words: “the attendance log”. */
export interface Offer {
  value: string;
  from: string;
}
export type Offers = Readonly<Record<string, Offer>>;

/** Under this name a sheet notes what was filled into a field. */
export const noteOf = (field: string): string => `from.${field}`;

/** How a field stands to what is known elsewhere. */
export type Origin = 'empty' | 'filled' | 'older' | 'own';

export function originOf(sheet: Sheet, field: string, { value }: Offer): Origin {
  const [written, note] = [sheet[field] ?? '', sheet[noteOf(field)] ?? ''];
  if (written === '' && note === '') return 'empty';
  if (written !== note) return 'own';
  return written === value ? 'filled' : 'older';
}

/** The changes that fill in everything that is empty, and bring up to date what was filled in before. */
export function fillChanges(sheet: Sheet, offers: Offers): Record<string, string> {
  const changes: Record<string, string> = {};
  for (const [field, offer] of Object.entries(offers)) {
    if (offer.value === '' || !['empty', 'older'].includes(originOf(sheet, field, offer))) continue;
    changes[field] = offer.value;
    changes[noteOf(field)] = offer.value;
  }
  return changes;
}

/** How many fields such changes fill in. */
export const fillCount = (changes: Readonly<Record<string, string>>): number =>
  Object.keys(changes).filter((field) => !field.startsWith('from.') && !field.endsWith('.rows')).length;
