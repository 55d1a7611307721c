/**
 * For a browser that gives a database no room where this site is: Firefox, for a folder whose path is very long. Its simple storage
 * works there, but reaches the disk some seconds later; only then does a change count as taken.
 */
import type { Backing, Entry } from './backing.ts';
import { refusal } from './storage-medium.ts';
import { colorsKey, pendingPrefix, prefix } from './names.ts';

/** Milliseconds after which the storage is on disk: Firefox writes it every five seconds. */
const late = 8000;
const isOurs = (key: string): boolean =>
  key === colorsKey || (key.startsWith(prefix) && !key.startsWith(pendingPrefix));

export class StorageBacking implements Backing {
  private readonly storage: Storage;

  constructor(storage: Storage) {
    this.storage = storage;
  }

  load(): Promise<[key: string, text: string][]> {
    return Promise.resolve(Object.entries(this.storage).filter(([key]) => isOurs(key)) as [string, string][]);
  }

  async put(changes: readonly Entry[]): Promise<void> {
    try {
      for (const [key, text] of changes) {
        if (text === null) this.storage.removeItem(key);
        else this.storage.setItem(key, text);
      }
    } catch (error) {
      throw refusal(error);
    }
    await new Promise((resolve) => setTimeout(resolve, late));
  }

  watch(changed: (changes: readonly Entry[]) => void): void {
    addEventListener('storage', ({ key, newValue }) => {
      if (key !== null && isOurs(key)) changed([[key, newValue]]);
    });
  }
}
