/**
 * Where words stay between visits. A medium answers at once, since the last words are written while the page is being closed;
 * one that has to ask elsewhere (a frame of a local file) answers from a copy, and throws TooEarly as long as it has none.
 */

/** A place for texts under keys. Every method may throw Full or Blocked. */
export interface Medium {
  read(key: string): string | null;
  /** Replaces the whole text or leaves the old one. */
  write(key: string, text: string): void;
  remove(key: string): void;
  keys(): string[];
  /**
   * `changed`: another tab changed a key; with its new text, or null when it was removed. Without a key anything may have changed.
   * `refused`: a text that was written could not be kept after all; what stood there before stands again.
   */
  watch(changed: Changed, refused?: Refused): void;
}
export type Changed = (key?: string, text?: string | null) => void;
export type Refused = (key: string, error: Full | Blocked) => void;

/** No room is left. */
export class Full extends Error {}
/** The browser keeps nothing here. */
export class Blocked extends Error {}
/** Nothing is known here yet. Once it is, `watch` calls back without a key. */
export class TooEarly extends Blocked {}

/** The browser's own storage of this address. */
export const ownMedium: Medium = {
  read: (key) => onDevice((storage) => storage.getItem(key)),
  write: (key, text) => onDevice((storage) => storage.setItem(key, text)),
  remove: (key) => onDevice((storage) => storage.removeItem(key)),
  keys: () => onDevice((storage) => Array.from({ length: storage.length }, (_, index) => storage.key(index)!)),
  watch(changed) {
    addEventListener('storage', ({ key, newValue, storageArea }) => {
      if (storageArea === ownStorage()) changed(key ?? undefined, newValue);
    });
  },
};

/** The storage of this address, or null where the browser gives none. */
export function ownStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

function onDevice<Result>(work: (storage: Storage) => Result): Result {
  const storage = ownStorage();
  if (!storage) throw new Blocked();
  try {
    return work(storage);
  } catch (error) {
    // Some private windows offer storage with no room at all.
    throw isQuota(error) && storage.length > 0 ? new Full() : new Blocked();
  }
}

/** Browsers name the lack of room by a class, a name or a number. */
function isQuota(error: unknown): boolean {
  const { name, code } = error as { name?: string; code?: number };
  return name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_QUOTA_REACHED' || code === 22 || code === 1014;
}
