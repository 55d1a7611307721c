/**
 * Where each file has a storage of its own (Firefox, for a site that is opened from a folder), one hidden file keeps the words of all
 * pages: `_astro/keep.html`, which the offline copy brings. This side answers at once from a copy of what the frame holds.
 */
import { siteRoot } from '../shell/site.ts';
import type { FromFrame, ToFrame } from './frame-page.ts';
import { Blocked, Full, TooEarly, type Changed, type Medium, type Refused } from './medium.ts';
import { colorsKey, keptKey, prefix } from './names.ts';

/**
 * Under such names this file's own storage holds what the frame has not taken yet, since a page that is being closed gets no answer
 * any more: `csec-toolkits:pending:<id of the keeping>:<key>`. So a note never outlives the erasing of everything.
 */
const notePrefix = `${prefix}pending:`;

export class FrameMedium implements Medium {
  private readonly own: Storage | null;
  private readonly watchers: { changed: Changed; refused: Refused | undefined }[] = [];
  /** What the frame holds; undefined as long as it has not answered. */
  private copy: Map<string, string> | undefined;
  private frame: HTMLIFrameElement | undefined;

  /** @param own the storage of this file, when there is one */
  constructor(own: Storage | null) {
    this.own = own;
  }

  read(key: string): string | null {
    return this.known.get(key) ?? null;
  }

  keys(): string[] {
    return [...this.known.keys()];
  }

  write(key: string, text: string): void {
    if (this.known.has(keptKey)) this.keepHere(this.noteOf(key), text);
    this.set(key, text);
    this.tell({ key, text });
  }

  remove(key: string): void {
    this.own?.removeItem(this.noteOf(key));
    this.set(key, null);
    this.tell({ key, text: null });
  }

  watch(changed: Changed, refused?: Refused): void {
    this.watchers.push({ changed, refused });
    if (this.frame) return;
    this.frame = document.createElement('iframe');
    this.frame.hidden = true;
    this.frame.src = new URL('_astro/keep.html', siteRoot()).href;
    addEventListener('message', ({ source, data }: MessageEvent<FromFrame>) => {
      if (source === this.frame!.contentWindow) this.hear(data);
    });
    // Page and frame heard nothing while they slept in the browser's history.
    addEventListener('pageshow', ({ persisted }) => {
      if (!persisted) return;
      this.copy = undefined;
      this.tell('all');
    });
    document.body.append(this.frame);
  }

  private get known(): Map<string, string> {
    if (!this.copy) throw new TooEarly();
    return this.copy;
  }

  private hear(message: FromFrame): void {
    if ('all' in message) {
      this.copy = new Map(message.all);
      this.mirror();
      this.handOver();
      this.announce();
    } else if (!this.copy) return;
    else if ('taken' in message) {
      const name = this.noteOf(message.taken);
      if (this.own?.getItem(name) === message.text) this.own?.removeItem(name);
    } else if ('refused' in message) {
      this.set(message.refused, message.text);
      for (const { refused } of this.watchers) refused?.(message.refused, message.isFull ? new Full() : new Blocked());
    } else {
      this.set(message.key, message.text);
      this.announce(message.key, message.text);
    }
  }

  /** Hands over what this file could not hand over the last time. Notes of an earlier keeping go: everything was erased since. */
  private handOver(): void {
    const notes = Object.keys(this.own ?? {}).filter((name) => name.startsWith(notePrefix));
    for (const name of notes) {
      const [key, text] = [name.slice(this.noteOf('').length), this.own!.getItem(name)!];
      if (name !== this.noteOf(key)) this.own!.removeItem(name);
      else {
        this.set(key, text);
        this.tell({ key, text });
      }
    }
  }

  private noteOf(key: string): string {
    return `${notePrefix}${this.known.get(keptKey) ?? ''}:${key}`;
  }

  private set(key: string, text: string | null): void {
    if (text === null) this.known.delete(key);
    else this.known.set(key, text);
    if (key === colorsKey) this.mirror();
    if (key === keptKey) this.handOver();
  }

  /** Lets this file's own storage know the choice of colors, which is read before the frame is there. */
  private mirror(): void {
    const colors = this.read(colorsKey);
    if (colors === null) this.own?.removeItem(colorsKey);
    else this.keepHere(colorsKey, colors);
  }

  private keepHere(name: string, text: string): void {
    try {
      this.own?.setItem(name, text);
    } catch {
      // No room here: the frame will most likely have some.
    }
  }

  private tell(message: ToFrame): void {
    // Files have no origin that could be named.
    this.frame?.contentWindow?.postMessage(message, '*');
  }

  private announce(key?: string, text?: string | null): void {
    for (const { changed } of this.watchers) changed(key, text);
  }
}
