/** The one file that saves and opens everything: JSON with a format, a version and the sheets. */
import { checkedSheets, entriesOf, Unreadable } from './check.ts';
import type { Sheets } from './sheet-values.ts';

export const format = 'csec-task-force-toolkits';
/** Raised when the shape of the sheets changes; `migrations` then takes older ones along. */
export const version = 1;
/** The name under which the file is offered. */
export const fileName = `${format}.json`;
/** Bytes of the largest file that is read: more than a browser could keep. */
export const largest = 20_000_000;

/** Steps from each version to the next: `migrations[0]` reads version 1 and gives version 2. There is no version 0. */
const migrations: readonly ((sheets: unknown) => unknown)[] = [];

/** The file of all sheets. Its words stand in it as they were typed, escaped by JSON. */
export function writeFile(sheets: Sheets): string {
  return `${JSON.stringify({ format, version, sheets }, null, 1)}\n`;
}

/** The sheets in a file. Nothing of it is used before all of it is checked. @throws Unreadable with words for the reader */
export function readFile(text: string): Sheets {
  if (text.length > largest) throw new Unreadable('This file is too large to come from this site.');
  return checkedSheets(upToDate(parse(text)));
}

function parse(text: string): Map<string, unknown> {
  let data: unknown;
  try {
    // Some editors put a byte order mark in front.
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Unreadable(
      'This file was not saved by this site, or it is damaged. Choose a file whose name ends in .json.',
    );
  }
  const parts = new Map(entriesOf(data, 'This file'));
  if (parts.get('format') !== format)
    throw new Unreadable('This file comes from another program. Choose one that was saved with “Save to a file” here.');
  const strange = [...parts.keys()].find((key) => !['format', 'version', 'sheets'].includes(key));
  if (strange !== undefined) throw new Unreadable('This file has parts that this site did not write.');
  return parts;
}

/** The sheets of a file of any version, in the shape of today's. */
function upToDate(parts: ReadonlyMap<string, unknown>): unknown {
  const given = parts.get('version');
  if (typeof given !== 'number' || !Number.isInteger(given) || given < 1)
    throw new Unreadable('This file does not say which version it is, so it cannot be read safely.');
  if (given > version)
    throw new Unreadable(
      'This file was saved by a newer version of this site. Reload the page, or get the newer copy of the site, and open it there.',
    );
  return migrations.slice(given - 1).reduce((sheets, step) => step(sheets), parts.get('sheets'));
}
