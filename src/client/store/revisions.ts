/**
 * How a sheet stays on the device: each state is a text of its own, under a name that is never used again, with a checksum. What
 * the latest state contains is removed before a new one is written: so a crash in mid-write leaves the state before it, and a tab
 * removes only what it has read, never what another tab wrote a moment ago.
 */
import { checkedValues, entriesOf } from './check.ts';
import { version } from './file.ts';
import type { Medium } from './storage-medium.ts';
import type { Values } from './sheet-values.ts';

/** When something was written: `seq` is one more than all that the tab `by` had read. */
export interface Stamp {
  seq: number;
  by: string;
}
/** One state of a sheet, with the stamp of its own writing. */
export interface Revision extends Stamp {
  /** The latest state of each tab that it contains, itself included. */
  seen: ReadonlyMap<string, number>;
  /** When each field, taken out or not, and each row of a list (`members.rows k3`) was last written. */
  stamps: ReadonlyMap<string, Stamp>;
  values: Values;
}
/** What the device holds of a sheet. */
export interface Held {
  /** The readable states, oldest first. */
  revisions: Revision[];
  /** Those that no other state contains: one, or several when tabs wrote at the same moment. */
  heads: Revision[];
  /** The names of texts that are no state: a crash or another program cut or changed them. */
  damaged: string[];
  /** True when a newer version of this site wrote here: then nothing may be written or removed. */
  newer: boolean;
}

/** Larger numbers are nobody's count, but damage. */
const largestSeq = 1e12;

/** The order of all stamps, the same in every tab. */
export const isLater = (a: Stamp, b: Stamp): boolean => a.seq > b.seq || (a.seq === b.seq && a.by > b.by);
/** A stamp as part of a name: `12-k3x9`. */
export const stampText = ({ seq, by }: Stamp): string => `${seq}-${by}`;

/** Texts by their names, with what was found in them: a state is looked at at each saving, and read once. */
export type Known = Map<string, { text: string; found: Found }>;
type Found = Revision | 'damaged' | 'newer';

/** The states under names that begin with a prefix. `known`: those that were read before; brought up to date. */
export function readRevisions(medium: Medium, prefix: string, known: Known = new Map()): Held {
  const read = medium.keys().flatMap((name) => {
    // Another tab may take away a text whose name was just listed.
    const text = name.startsWith(prefix) ? medium.read(name) : null;
    if (text === null) return [];
    const before = known.get(name);
    return [{ name, text, found: before?.text === text ? before.found : decode(text) }];
  });
  for (const name of [...known.keys()]) if (name.startsWith(prefix)) known.delete(name);
  for (const { name, text, found } of read) known.set(name, { text, found });
  const revisions = read
    .flatMap(({ found }) => (typeof found === 'object' ? [found] : []))
    .sort((a, b) => (isLater(a, b) ? 1 : -1));
  return {
    revisions,
    heads: revisions.filter(
      ({ seq, by }) =>
        !revisions.some((other) => (other.seq !== seq || other.by !== by) && (other.seen.get(by) ?? 0) >= seq),
    ),
    damaged: read.flatMap(({ name, found }) => (found === 'damaged' ? [name] : [])),
    newer: read.some(({ found }) => found === 'newer'),
  };
}

/** A state as text. */
export function encode({ seq, by, seen, stamps, values }: Revision): string {
  const text = JSON.stringify({
    version,
    seq,
    by,
    seen: [...seen],
    stamps: [...stamps].map(([entry, stamp]) => [entry, stamp.seq, stamp.by]),
    values,
  });
  return `${checksum(text)} ${text}`;
}

function decode(stored: string): Found {
  const [, sum, text = ''] = /^(\w+) (.*)$/s.exec(stored) ?? [];
  if (sum !== checksum(text)) return 'damaged';
  try {
    const parts = new Map(entriesOf(JSON.parse(text), 'The state'));
    const written = parts.get('version');
    if (typeof written === 'number' && written > version) return 'newer';
    if (written !== version) return 'damaged';
    const own = stampOf([parts.get('seq'), parts.get('by')]);
    const seen = listOf(parts.get('seen')).map(([by, seq]) => [stampOf([seq, by]).by, seq as number] as const);
    const stamps = listOf(parts.get('stamps')).map(([entry, seq, by]) => [wordOf(entry), stampOf([seq, by])] as const);
    return {
      ...own,
      seen: new Map(seen),
      stamps: new Map(stamps),
      values: checkedValues(parts.get('values'), 'kept here'),
    };
  } catch {
    return 'damaged';
  }
}

function stampOf([seq, by]: unknown[]): Stamp {
  if (!Number.isInteger(seq) || (seq as number) < 1 || (seq as number) > largestSeq || !/^[a-z0-9]+$/.test(wordOf(by)))
    throw new TypeError();
  return { seq: seq as number, by: by as string };
}

function listOf(given: unknown): unknown[][] {
  if (!Array.isArray(given) || !given.every(Array.isArray)) throw new TypeError();
  return given;
}

function wordOf(given: unknown): string {
  if (typeof given !== 'string') throw new TypeError();
  return given;
}

/** FNV-1a over the characters: tells a cut or changed text from a whole one. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
