/**
 * The browser's database, written with strict durability: a change counts as taken when it is on disk, so that a crash a moment
 * later loses nothing. (Chromium writes localStorage many seconds late.) Nothing is created before there is something to keep, and
 * an empty database is deleted.
 */
import { deleteDB, openDB, type IDBPDatabase } from 'idb';
import type { Backing, Entry } from './backing.ts';
import { refusal } from './storage-medium.ts';
import { databaseName as name, keptKey, pendingPrefix, prefix } from './names.ts';
import { StorageBacking } from './storage-backing.ts';

const store = 'texts';
type Schema = { texts: { key: string; value: string } };
type Database = IDBPDatabase<Schema>;

export class DatabaseBacking implements Backing {
  private readonly old: Storage | null;
  private channel: BroadcastChannel | undefined;
  /** Where a database cannot be had, but simple storage can. */
  private instead: StorageBacking | undefined;
  private changed: ((changes: readonly Entry[]) => void) | undefined;
  /** One work after the other. */
  private last: Promise<unknown> = Promise.resolve();

  /** @param old where earlier versions of this site kept words: they are carried over */
  constructor(old: Storage | null) {
    this.old = old;
  }

  async load(): Promise<[string, string][]> {
    if (this.instead) return this.instead.load();
    return this.inTurn(async () => {
      const database = await this.carryOver()
        .then(() => open(false))
        .catch((error: unknown) => this.giveUp(error));
      if (!database) return this.instead?.load() ?? [];
      const reading = database.transaction(store);
      const [keys, texts] = await Promise.all([reading.store.getAllKeys(), reading.store.getAll()]);
      database.close();
      return keys.map((key, place) => [key, texts[place]!]);
    });
  }

  async put(changes: readonly Entry[]): Promise<void> {
    if (this.instead) return this.instead.put(changes);
    await this.inTurn(() => commit(changes));
    this.channel?.postMessage(changes);
  }

  watch(changed: (changes: readonly Entry[]) => void): void {
    this.changed = changed;
    const listen = (): void => {
      // Where the browser keeps nothing, tabs have nothing to tell each other.
      try {
        this.channel = new BroadcastChannel(name);
      } catch {
        return;
      }
      this.channel.onmessage = ({ data }: MessageEvent<readonly Entry[]>) => changed(data);
    };
    listen();
    // A page with an open channel may not wait in the browser's history.
    addEventListener('pagehide', () => {
      this.channel?.close();
      this.channel = undefined;
    });
    addEventListener('pageshow', ({ persisted }) => persisted && listen());
  }

  /** Does one work after the other, and no tab deletes an empty database that another one is about to write into. */
  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const locked = (): Promise<Result> =>
      (navigator.locks ? (navigator.locks.request(name, work) as Promise<Result>) : work()).catch((error: unknown) => {
        throw refusal(error);
      });
    const result = this.last.then(locked, locked);
    this.last = result.catch(() => undefined);
    return result;
  }

  /** @throws the error, unless simple storage can stand in */
  private giveUp(error: unknown): undefined {
    if (!this.old || (error as DOMException).name !== 'UnknownError') throw error;
    this.instead = new StorageBacking(this.old);
    if (this.changed) this.instead.watch(this.changed);
  }

  /** Takes along what an earlier version kept in localStorage; it goes from there once it is in the database. */
  private async carryOver(): Promise<void> {
    const { old } = this;
    if (old?.getItem(keptKey) == null) return;
    const keys = Object.keys(old).filter((key) => key.startsWith(prefix) && !key.startsWith(pendingPrefix));
    await commit(
      keys.map((key) => [key, old.getItem(key)]),
      // A keeping that began in the meantime goes on.
      { keep: [keptKey] },
    );
    for (const key of keys) old.removeItem(key);
  }
}

/** Writes changes in one transaction. `keep`: keys whose texts stay when there are some. */
async function commit(changes: readonly Entry[], { keep = [] as readonly string[] } = {}): Promise<void> {
  const texts = new Map(changes);
  const database = await open([...texts.values()].some((text) => text !== null));
  if (!database) return;
  try {
    const writing = database.transaction(store, 'readwrite', { durability: 'strict' });
    const requests = [...texts].map(async ([key, text]) => {
      if (text === null) return writing.store.delete(key);
      if (keep.includes(key) && (await writing.store.getKey(key)) !== undefined) return undefined;
      return writing.store.put(text, key);
    });
    const counting = Promise.all(requests).then(() => writing.store.count());
    // All or none: one text without room takes the others along.
    counting.catch(() => writing.abort()).catch(() => undefined);
    const [count] = await Promise.all([counting, writing.done]);
    if (count > 0 || !navigator.locks) return;
  } finally {
    database.close();
  }
  await deleteDB(name);
}

/** Opens the database. @returns undefined when there is none and none is to be created */
async function open(create: boolean): Promise<Database | undefined> {
  let isMissing = false;
  return openDB<Schema>(name, 1, {
    upgrade(database, _old, _new, transaction) {
      if (create) database.createObjectStore(store);
      else {
        isMissing = true;
        transaction.done.catch(() => undefined);
        transaction.abort();
      }
    },
  }).catch((error: unknown) => {
    if (isMissing) return undefined;
    throw error;
  });
}
