/**
 * Keeping what is written on a page. Words stay in its memory until the reader asks to keep them on the device; then each change
 * is saved, and tabs that are open side by side join their changes field by field.
 */
import { Device } from './device.ts';
import { Blocked, Full, TooEarly, type Medium } from './storage-medium.ts';
import type { Sheet } from './sheet.ts';
import { PageMemory } from './page-memory.ts';
import type { Held } from './revisions.ts';
import { differences, limits, noValues } from './sheet-values.ts';
import { statusOf, troubles, type Status, type Trouble } from './status.ts';

/** Milliseconds without a change before the change is saved, and the longest that somebody who never pauses waits for it. */
const [pause, longest] = [300, 2000];

export class Store extends PageMemory {
  /** When words last reached the device; undefined before. */
  savedAt: Date | undefined;
  private readonly device: Device;
  private readonly troubles = new Set<Trouble>();
  private readonly unsaved = new Set<Sheet>();
  /** The id of the keeping that this tab knows of. */
  private kept: string | null = null;
  /** Work on the device that came before the device was there. */
  private readonly waiting: (() => unknown)[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** When the oldest change that is not saved is to be saved, even if changes never end. */
  private due: number | undefined;

  constructor(medium: Medium) {
    super();
    this.device = new Device(medium);
    this.device.watch({
      onAnything: () => this.catchUp(),
      onSheet: (id) => this.hear(id),
      onForget: () => this.stop(),
      onErase: () => this.empty(),
      onRefused: (error) => this.takeBack(error),
      onSettled: () => this.noteSaved(),
    });
    this.trying(() => this.device.tidy());
    this.refresh();
  }

  get status(): Status {
    const trouble = troubles.find((kind) => this.troubles.has(kind));
    return statusOf(trouble ?? (!this.isKeeping ? 'not-kept' : this.isSaved ? 'kept' : 'saving'));
  }

  /** True while words are kept on this device. */
  get isKeeping(): boolean {
    return this.kept !== null;
  }

  /** True when every word is on disk. */
  private get isSaved(): boolean {
    return this.unsaved.size === 0 && this.device.isSettled;
  }

  /** True when leaving the page would lose words that are neither on the device nor in a file. */
  get isAtRisk(): boolean {
    return this.changedSinceFile && (!this.isKeeping || this.unsaved.size > 0) && Object.keys(this.all).length > 0;
  }

  /** Keeps all words on this device from now on, in every open tab. What stands in the way shows in `status`. */
  keep(): void {
    this.troubles.clear();
    if (this.trying(() => this.device.keep(), 'asked')) this.refresh();
    this.announce();
  }

  /** Saves at once whatever is not saved yet: the page may be closing, or there may be room again. */
  save(): void {
    clearTimeout(this.timer);
    this.due = undefined;
    if (this.isKeeping) {
      this.troubles.delete('full');
      this.troubles.delete('blocked');
      for (const sheet of this.unsaved) this.trying(() => this.write(sheet));
    }
    this.announce();
  }

  /** Stops keeping: takes everything off the device. The words stay on this page until it is left. */
  forget(): void {
    this.trying(() => this.device.forget());
    this.stop();
  }

  /** Erases every word, on the device, on this page and in all open tabs, and whatever else the site remembers. */
  eraseAll(): void {
    this.waiting.length = 0;
    this.trying(() => this.device.erase());
    this.empty();
  }

  /** Looks at the device again: another tab began to keep, or this one slept. */
  refresh(): void {
    this.look();
    this.save();
  }

  /** For a page that comes back from the browser's history: what was erased in the meantime must not show again, nor mix with what is kept since. */
  wake(): void {
    this.trying(() => this.isKeeping && this.device.kept !== this.kept && this.empty());
    this.refresh();
  }

  protected override onChange(sheet: Sheet): void {
    this.changedSinceFile = true;
    this.unsaved.add(sheet);
    this.saveSoon();
    this.announce();
  }

  private saveSoon(): void {
    clearTimeout(this.timer);
    if (!this.isKeeping) return;
    this.due ??= Date.now() + longest;
    this.timer = setTimeout(() => this.save(), Math.max(0, Math.min(pause, this.due - Date.now())));
  }

  /** Joins whatever is on the device. */
  private look(): void {
    this.trying(() => {
      this.kept = this.device.kept;
      if (!this.isKeeping) return;
      for (const id of new Set([...this.sheets.keys(), ...this.device.sheetIds]))
        if (this.sheets.has(id) || this.sheets.size < limits.sheets) this.read(this.sheet(id));
    });
  }

  /** The device is there, or anything may have changed on it. */
  private catchUp(): void {
    for (const work of this.waiting.splice(0)) this.trying(work);
    this.refresh();
  }

  /** What counted as saved is not. */
  private takeBack(error: Full | Blocked): void {
    const wasKeeping = this.isKeeping;
    this.look();
    if (this.isKeeping === wasKeeping && this.unsaved.size === 0) return;
    this.changedSinceFile = true;
    this.troubles.add(error instanceof Full ? 'full' : 'blocked');
    this.announce();
  }

  /** Another tab wrote a sheet. */
  private hear(id: string): void {
    if (!this.isKeeping) return;
    this.trying(() => this.read(this.sheet(id)));
    if (this.unsaved.size > 0) this.saveSoon();
  }

  /** Joins what the device holds of a sheet. */
  private read(sheet: Sheet): Held {
    const held = this.device.read(sheet.id);
    if (held.damaged.length > 0) this.troubles.add('corrupt');
    if (held.newer) this.troubles.add('newer');
    for (const revision of held.heads) this.report(sheet, sheet.take(revision));
    // Of two states that do not contain each other, neither holds everything.
    const whole = held.heads.length === 1 ? held.heads[0]!.values : noValues;
    if (held.heads.length > 1 || differences(whole, sheet.values).length > 0) this.unsaved.add(sheet);
    else this.unsaved.delete(sheet);
    this.announce();
    return held;
  }

  private write(sheet: Sheet): void {
    const held = this.read(sheet);
    if (held.newer || !this.unsaved.has(sheet)) return;
    const revision = sheet.history.next(sheet.values);
    this.device.write(sheet.id, revision, held);
    sheet.history.add(revision);
    this.unsaved.delete(sheet);
    this.noteSaved();
  }

  /** “Saved” is said only of what a crash cannot take any more. */
  private noteSaved(): void {
    if (!this.isKeeping || !this.isSaved) return;
    this.savedAt = new Date();
    this.announce();
  }

  /**
   * Forgets what was on the device, and takes away what this tab wrote there while another one was erasing. It reads no words:
   * this tab may still see what is already gone.
   */
  private stop(): void {
    clearTimeout(this.timer);
    this.trying(() => {
      for (const [id, { history }] of this.sheets)
        for (const revision of this.device.read(id).revisions)
          if (history.wrote(revision)) this.device.remove(id, revision);
    });
    for (const { history } of this.sheets.values()) history.forget();
    this.kept = null;
    this.troubles.clear();
    this.unsaved.clear();
    this.savedAt = undefined;
    this.announce();
  }

  private empty(): void {
    this.emptyMemory();
    this.stop();
  }

  /**
   * Does work on the device. Where it cannot, the words stay in memory and the status says why: a browser that forbids storage
   * only once somebody has asked to keep them. What came too early is done when the device is there. @returns whether it could
   */
  private trying(work: () => unknown, asked: 'asked' | false = false): boolean {
    try {
      work();
      return true;
    } catch (error) {
      if (error instanceof TooEarly) this.waiting.push(work);
      if (error instanceof Full) this.troubles.add('full');
      else if (!(error instanceof Blocked)) throw error;
      else if (asked || this.isKeeping) this.troubles.add('blocked');
      return false;
    }
  }
}
