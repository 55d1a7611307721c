/** Joins two versions of a sheet field by field, so that nobody's words go under silently. */
import { isList, mergeRows } from './rows.ts';
import { blank, type Values } from './sheet-values.ts';

/** A field that was changed in two places. `other` is the value that did not stay; empty when it was taken out there. */
export interface Clash {
  field: string;
  here: string;
  other: string;
}

/**
 * Joins two sheets that began as the same one. A field changed on one side takes that change; a field changed on both keeps
 * mine and is reported. Lists of rows are joined row by row.
 * @param base what both began with; an empty sheet when nothing is known
 */
export function merge(base: Values, mine: Values, theirs: Values): { values: Values; clashes: Clash[] } {
  const values = blank<string>();
  const clashes: Clash[] = [];
  for (const field of new Set([...Object.keys(mine), ...Object.keys(theirs), ...Object.keys(base)])) {
    const [was, here, other] = [base[field], mine[field], theirs[field]];
    const joined =
      here === other || other === was
        ? here
        : here === was
          ? other
          : isList(field)
            ? mergeRows(was, here, other)
            : here;
    if (joined) values[field] = joined;
    if (here !== other && here !== was && other !== was && !isList(field))
      clashes.push({ field, here: here ?? '', other: other ?? '' });
  }
  return { values: Object.freeze(values), clashes };
}
