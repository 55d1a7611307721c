/** A medium for tests: several tabs over one device, with delays like those between a browser's processes, and faults on demand. */
import { Blocked, Full, type Medium } from '../../../src/client/store/storage-medium.ts';

type Entry = { key: string; text: string | null; tab: number };
type Watcher = (key?: string, text?: string | null) => void;

/**
 * The device as a log of writes. Each tab has read the log up to some place, and sees its own writes beyond it: so two tabs can
 * both write before either hears of the other.
 */
export class FakeDevice {
  /** Characters that fit, keys included. */
  room = Infinity;
  blocked = false;
  /** Called before each write; what it returns is written instead, as if the power had gone in the middle. */
  cut: ((text: string) => string) | undefined;
  private readonly log: Entry[] = [];
  private readonly places: number[] = [];
  private readonly watchers: Watcher[][] = [];

  /** The medium of one more tab. */
  tab(): Medium {
    const tab = this.places.push(this.log.length) - 1;
    this.watchers.push([]);
    const look = <Result>(work: () => Result): Result => {
      if (this.blocked) throw new Blocked();
      return work();
    };
    const append = (key: string, text: string | null): void => {
      this.log.push({ key, text, tab });
    };
    return {
      isSettled: true,
      read: (key) => look(() => this.seenBy(tab).get(key) ?? null),
      write: (key, text) =>
        look(() => {
          const after = new Map(this.contents).set(key, text);
          if ([...after].reduce((sum, [name, value]) => sum + name.length + value.length, 0) > this.room)
            throw new Full();
          append(key, this.cut ? this.cut(text) : text);
        }),
      remove: (key) => look(() => append(key, null)),
      keys: () => look(() => [...this.seenBy(tab).keys()]),
      watch: (changed) => void this.watchers[tab]!.push(changed),
    };
  }

  /** Lets a tab hear of the next write of another one. @returns false when it has heard everything */
  deliver(tab: number): boolean {
    for (let place = this.places[tab]!; place < this.log.length; place = this.places[tab]!) {
      this.places[tab] = place + 1;
      const { key, text, tab: writer } = this.log[place]!;
      if (writer === tab) continue;
      for (const watcher of this.watchers[tab]!) watcher(key, text);
      return true;
    }
    return false;
  }

  /** Lets all tabs hear of everything, and of what they write in answer. */
  settle(): void {
    for (let rounds = 0; this.places.map((_, tab) => this.deliver(tab)).some(Boolean); rounds += 1)
      if (rounds > 10_000) throw new Error('the tabs never come to rest');
  }

  /** How many tabs were ever open. */
  get tabs(): number {
    return this.places.length;
  }

  /** A tab that is closed hears nothing any more. */
  close(tab: number): void {
    this.watchers[tab] = [];
  }

  /** What is on the device in the end. */
  get contents(): Map<string, string> {
    return replay(this.log);
  }

  private seenBy(tab: number): Map<string, string> {
    const place = this.places[tab]!;
    return replay([...this.log.slice(0, place), ...this.log.slice(place).filter((entry) => entry.tab === tab)]);
  }
}

function replay(log: readonly Entry[]): Map<string, string> {
  const contents = new Map<string, string>();
  for (const { key, text } of log) {
    if (text === null) contents.delete(key);
    else contents.set(key, text);
  }
  return contents;
}
