/**
 * Where words stay between visits. A medium answers at once, since the last words are written while the page is being closed;
 * one that has to ask elsewhere (a database, a frame of a local file) answers from a copy, and throws TooEarly as long as it has none.
 */

/** A place for texts under keys. Every method may throw Full or Blocked. */
export interface Medium {
  /** True when everything that was written is on disk: only then may anybody say “saved”. */
  readonly isSettled: boolean;
  read(key: string): string | null;
  /** Replaces the whole text or leaves the old one. */
  write(key: string, text: string): void;
  remove(key: string): void;
  keys(): string[];
  /**
   * `changed`: another tab changed a key; with its new text, or null when it was removed. Without a key anything may have changed.
   * `refused`: a text that was written could not be kept after all; what stood there before stands again.
   * `settled`: everything that was written has reached the disk.
   */
  watch(changed: Changed, refused?: Refused, settled?: () => void): void;
}
export type Changed = (key?: string, text?: string | null) => void;
export type Refused = (key: string, error: Full | Blocked) => void;

/** No room is left. */
export class Full extends Error {}
/** The browser keeps nothing here. */
export class Blocked extends Error {}
/** Nothing is known here yet. Once it is, `watch` calls back without a key. */
export class TooEarly extends Blocked {}

/** The storage of this address, or null where the browser gives none. */
export function ownStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** Why a browser refused: browsers name the lack of room by a class, a name or a number. */
export function refusal(error: unknown): Full | Blocked {
  if (error instanceof Full || error instanceof Blocked) return error;
  const { name, code } = (error ?? {}) as { name?: string; code?: number };
  const isFull = name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_QUOTA_REACHED' || code === 22 || code === 1014;
  return isFull ? new Full() : new Blocked();
}
