/**
 * A medium that answers at once from a copy in memory, while a slower backing brings each change to the disk: a database, or a
 * frame that has one.
 */
import type { Backing, Entry } from './backing.ts';
import { refusal, TooEarly, type Changed, type Medium, type Refused } from './storage-medium.ts';
import { colorsKey, keptKey, pendingPrefix } from './names.ts';

interface Watcher {
  changed: Changed;
  refused: Refused | undefined;
  settled: (() => void) | undefined;
}

/**
 * What the backing has not taken yet stands under `csec-toolkits:pending:<id of the keeping>:<key>` in the storage of this file, since
 * a page that is being closed gets no answer any more. The id of the keeping sees to it that a note never outlives an erasing.
 */
export class CopyMedium implements Medium {
  private readonly backing: Backing;
  private readonly own: Storage | null;
  private readonly hasColors: boolean;
  private readonly watchers: Watcher[] = [];
  /** What the backing holds; undefined as long as it has not answered. */
  private copy: Map<string, string> | undefined;
  /** Changes that were not handed over yet: those of one moment go together. */
  private readonly fresh: Entry[] = [];
  /** Changes that were handed over and not taken yet. */
  private readonly underway = new Set<readonly Entry[]>();
  /** How often everything was asked for; the last answer counts. */
  private asked = 0;
  private answered = 0;

  /**
   * @param own the storage of this file, when there is one
   * @param hasColors whether the backing holds the choice of colors, too, which every page reads from its own storage before anything else
   */
  constructor(backing: Backing, own: Storage | null, hasColors = false) {
    this.backing = backing;
    this.own = own;
    this.hasColors = hasColors;
  }

  get isSettled(): boolean {
    return this.fresh.length === 0 && this.underway.size === 0;
  }

  read(key: string): string | null {
    return this.known.get(key) ?? null;
  }

  keys(): string[] {
    return [...this.known.keys()];
  }

  write(key: string, text: string): void {
    if (this.known.has(keptKey)) this.keepHere(this.noteOf(key), text);
    this.change(key, text);
  }

  remove(key: string): void {
    this.own?.removeItem(this.noteOf(key));
    this.change(key, null);
  }

  watch(changed: Changed, refused?: Refused, settled?: () => void): void {
    this.watchers.push({ changed, refused, settled });
    if (this.watchers.length > 1) return;
    this.backing.watch((changes) => this.hear(changes));
    // What changed while the page slept in the browser's history must not show again: until the answer comes, nothing is known.
    addEventListener('pageshow', ({ persisted }) => {
      if (!persisted) return;
      this.copy = undefined;
      this.load();
    });
    // A tab that closed may have left a note that nobody heard of.
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.load());
    this.load();
  }

  private get known(): Map<string, string> {
    if (!this.copy) throw new TooEarly();
    return this.copy;
  }

  /** Asks for everything. Where the browser keeps nothing there is never an answer. */
  private load(): void {
    const number = ++this.asked;
    this.backing.load().then(
      (all) => number === this.asked && this.take(all),
      () => undefined,
    );
  }

  private take(all: [string, string][]): void {
    this.answered = this.asked;
    this.copy = this.withOwn(all);
    if (this.hasColors) this.showColors(this.read(colorsKey));
    this.handOver();
    this.announce();
  }

  private hear(changes: readonly Entry[]): void {
    if (!this.copy) return;
    // An answer that is on its way may be older than this.
    if (this.answered !== this.asked) this.load();
    for (const [key, text] of changes) {
      this.set(key, text);
      this.announce(key, text);
    }
  }

  private change(key: string, text: string | null): void {
    this.set(key, text);
    if (this.fresh.push([key, text]) === 1) queueMicrotask(() => void this.handOn());
  }

  /** Hands over the changes of a moment, and says when they are taken or refused. */
  private async handOn(): Promise<void> {
    const changes = this.fresh.splice(0);
    this.underway.add(changes);
    try {
      await this.backing.put(changes);
      this.underway.delete(changes);
      for (const [key, text] of changes) this.forgetNote(key, text);
      if (this.isSettled) for (const { settled } of this.watchers) settled?.();
    } catch (error) {
      this.underway.delete(changes);
      await this.takeBack(changes, refusal(error));
    }
  }

  /** What stood there before stands again. */
  private async takeBack(changes: readonly Entry[], error: Error): Promise<void> {
    const all = await this.backing.load().catch(() => []);
    this.copy = this.withOwn(all);
    for (const { refused } of this.watchers) for (const [key] of changes) refused?.(key, error);
  }

  private forgetNote(key: string, text: string | null): void {
    if (!this.copy) return;
    const note = this.noteOf(key);
    if (text !== null && this.own?.getItem(note) === text) this.own.removeItem(note);
  }

  /** Hands over what could not be handed over the last time. Notes of an earlier keeping go: everything was erased since. */
  private handOver(): void {
    const notes = Object.keys(this.own ?? {}).filter((name) => name.startsWith(pendingPrefix));
    for (const name of notes) {
      const [key, text] = [name.slice(this.noteOf('').length), this.own!.getItem(name)];
      if (name !== this.noteOf(key)) this.own!.removeItem(name);
      else if (text !== null && !this.isOnItsWay(key, text)) this.change(key, text);
    }
  }

  private isOnItsWay(key: string, text: string): boolean {
    return [...this.underway, this.fresh].flat().some(([name, words]) => name === key && words === text);
  }

  private noteOf(key: string): string {
    return `${pendingPrefix}${this.known.get(keptKey) ?? ''}:${key}`;
  }

  private set(key: string, text: string | null): void {
    setIn(this.known, key, text);
    if (key === colorsKey) this.showColors(text);
    if (key === keptKey) this.handOver();
  }

  /** What the backing holds, with the changes that are on their way. */
  private withOwn(all: readonly [string, string][]): Map<string, string> {
    const copy = new Map(all);
    for (const [key, text] of [...this.underway, this.fresh].flat()) setIn(copy, key, text);
    return copy;
  }

  /** Lets this file's own storage know the choice of colors. */
  private showColors(colors: string | null): void {
    if (colors === null) this.own?.removeItem(colorsKey);
    else this.keepHere(colorsKey, colors);
  }

  private keepHere(name: string, text: string): void {
    try {
      this.own?.setItem(name, text);
    } catch {
      // No room here: the backing will most likely have some.
    }
  }

  private announce(key?: string, text?: string | null): void {
    for (const { changed } of this.watchers) changed(key, text);
  }
}

function setIn(copy: Map<string, string>, key: string, text: string | null): void {
  if (text === null) copy.delete(key);
  else copy.set(key, text);
}
