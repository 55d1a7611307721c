/**
 * What one tab knows of a sheet on the device: its state, who wrote which part of it when, and which states of which tabs are in
 * it. Tabs that have read the same states hold the same words, whatever the order in which they read them: of two values of a
 * field the one with the later stamp stays, and each row of a list has a stamp of its own.
 */
import { keysIn } from '../../tools/rows.ts';
import { merge, type Clash } from './merge.ts';
import { newId } from './new-id.ts';
import { isList } from './rows.ts';
import { isLater, type Revision, type Stamp } from './revisions.ts';
import { blank, differences, noValues, type Values } from './sheet-values.ts';

/** How many tabs are remembered; of an older one everything that differs is reported. */
const memory = 60;
/** The stamp of what this tab made by joining; earlier than all others. */
const unwritten: Stamp = { seq: 0, by: '' };

export class History {
  /** The words on the device, as far as this tab has read them. */
  private stored: Values = noValues;
  private stamps = new Map<string, Stamp>();
  private seen = new Map<string, number>();
  private seq = 0;
  private readonly by = newId();

  /** True when the sheet already contains a state. */
  contains(revision: Stamp): boolean {
    return isIn(this.seen, revision);
  }

  /** True when this tab wrote a state. */
  wrote({ by }: Stamp): boolean {
    return by === this.by;
  }

  /**
   * Joins a state from the device. Words of this tab that are not on the device yet are newer than all that is there.
   * @param mine the words on this page
   * @returns the joined words, and the fields of which a value went under that nobody had seen
   */
  take(revision: Revision, mine: Values): { values: Values; clashes: Clash[] } {
    const before = this.stored;
    const lost = this.join(revision);
    const { values, clashes } = merge(before, mine, this.stored);
    const others = lost.map(({ field, other }) => ({ field, here: values[field] ?? '', other }));
    return { values, clashes: [...clashes, ...others.filter(({ here, other }) => here !== other)] };
  }

  /** The state to write next: what is new on this page gets a stamp later than all others. */
  next(values: Values): Revision {
    const seq = this.seq + 1;
    const stamps = new Map(this.stamps);
    const joined = [...stamps].flatMap(([entry, stamp]) => (stamp === unwritten ? [entry] : []));
    for (const entry of [...joined, ...entriesChanged(this.stored, values)]) stamps.set(entry, { seq, by: this.by });
    const seen = [...new Map(this.seen).set(this.by, seq)].sort(([, a], [, b]) => b - a).slice(0, memory);
    return { seq, by: this.by, seen: new Map(seen), stamps, values };
  }

  /** Remembers a state that this tab wrote. */
  add({ seq, seen, stamps, values }: Revision): void {
    Object.assign(this, { seq, seen, stamps, stored: values });
  }

  /** Begins anew, after nothing is on the device any more. */
  forget(): void {
    this.add({ seq: this.seq, by: this.by, seen: new Map(), stamps: new Map(), values: noValues });
  }

  /** Joins a state with what is known of the device. @returns values that went under although the tab that wrote over them had not read them */
  private join(revision: Revision): { field: string; other: string }[] {
    const lost: { field: string; other: string }[] = [];
    const stamps = new Map(this.stamps);
    const values = blank<string>();
    const rows = new Map<string, string[]>();
    for (const entry of new Set([...this.stamps.keys(), ...revision.stamps.keys()])) {
      const [own, other] = [this.stamps.get(entry), revision.stamps.get(entry)];
      const takesOther = other !== undefined && (own === undefined || isLater(other, own));
      const [winner, loser] = takesOther ? [revision.values, this.stored] : [this.stored, revision.values];
      if (takesOther) stamps.set(entry, other);
      const [field = '', key] = entry.split(' ');
      if (key !== undefined) {
        if (keysIn(winner[field]).includes(key)) rows.set(field, [...(rows.get(field) ?? []), key]);
        continue;
      }
      if (winner[field]) values[field] = winner[field];
      const wasRead = takesOther
        ? own === undefined || isIn(revision.seen, own)
        : other === undefined || isIn(this.seen, other);
      if (!wasRead && !isList(field) && loser[field] !== winner[field]) lost.push({ field, other: loser[field] ?? '' });
    }
    for (const field of [...stamps.keys()].filter(isList)) {
      const order = inOrder(rows.get(field) ?? [], keysIn(values[field]), (key) => stamps.get(`${field} ${key}`)!);
      // An order that nobody wrote: the tabs that make it may differ, until one of them writes it.
      if (order !== (values[field] ?? '')) stamps.set(field, unwritten);
      if (order) values[field] = order;
      else delete values[field];
    }
    for (const [by, seq] of revision.seen) this.seen.set(by, Math.max(seq, this.seen.get(by) ?? 0));
    this.stamps = stamps;
    this.stored = Object.freeze(values);
    this.seq = Math.max(this.seq, revision.seq);
    return lost;
  }
}

const isIn = (seen: ReadonlyMap<string, number>, { seq, by }: Stamp): boolean => (seen.get(by) ?? 0) >= seq;

/** What differs between two sheets: fields, and for lists also each row that came or went, as `members.rows k3`. */
function entriesChanged(before: Values, after: Values): string[] {
  return differences(before, after).flatMap((field) => {
    if (!isList(field)) return [field];
    const [was, is] = [keysIn(before[field]), keysIn(after[field])];
    return [
      field,
      ...[...was, ...is].filter((key) => was.includes(key) !== is.includes(key)).map((key) => `${field} ${key}`),
    ];
  });
}

/** The rows of a list: those that its order names, then the others by their stamps. */
function inOrder(keys: readonly string[], order: readonly string[], stampOf: (key: string) => Stamp): string {
  const rest = keys
    .filter((key) => !order.includes(key))
    .sort((a, b) => (isLater(stampOf(a), stampOf(b)) ? 1 : isLater(stampOf(b), stampOf(a)) ? -1 : a < b ? -1 : 1));
  return [...order.filter((key) => keys.includes(key)), ...rest].join(' ');
}
