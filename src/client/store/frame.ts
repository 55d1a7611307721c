/**
 * Where each file has a storage of its own (Firefox, for a site that is opened from a folder), one hidden file keeps the words of all
 * pages: `_astro/keep.html`, which the offline copy brings. This side answers at once from a copy of what the frame holds.
 */
import { siteRoot } from '../site.ts';
import type { FromFrame, ToFrame } from './frame-page.ts';
import { Blocked, Full, type Medium } from './medium.ts';

/** What this file's own storage holds until the frame has taken it: a page that is being closed gets no answer any more. */
const pendingPrefix = 'csec-toolkits:pending:';
/** What pages read before the frame is there. */
const mirrored = 'colors';

type Listener = (key?: string, text?: string | null) => void;

export class FrameMedium implements Medium {
  private readonly own: Storage | null;
  private readonly listeners: Listener[] = [];
  private readonly copy = new Map<string, string>();
  private frame: HTMLIFrameElement | undefined;
  private isReady = false;
  /** Why the frame could not take something: the next write says so. */
  private refused: Full | Blocked | undefined;

  /** @param own the storage of this file, when there is one */
  constructor(own: Storage | null) {
    this.own = own;
  }

  read(key: string): string | null {
    return this.copy.get(key) ?? null;
  }

  keys(): string[] {
    return [...this.copy.keys()];
  }

  write(key: string, text: string): void {
    const { refused } = this;
    this.refused = undefined;
    if (refused || !this.isReady) throw refused ?? new Blocked();
    this.note(key, text);
    this.set(key, text);
    this.tell({ key, text });
  }

  remove(key: string): void {
    this.own?.removeItem(pendingPrefix + key);
    this.set(key, null);
    this.tell({ key, text: null });
  }

  watch(changed: Listener): void {
    this.listeners.push(changed);
    if (this.frame) return;
    this.frame = document.createElement('iframe');
    this.frame.hidden = true;
    this.frame.src = new URL('_astro/keep.html', siteRoot()).href;
    addEventListener('message', ({ source, data }: MessageEvent<FromFrame>) => {
      if (source === this.frame!.contentWindow) this.hear(data);
    });
    document.body.append(this.frame);
  }

  private hear(message: FromFrame): void {
    if ('all' in message) {
      this.isReady = true;
      for (const key of this.keys()) this.set(key, null);
      for (const [key, text] of message.all) this.set(key, text);
      this.sendPending();
      this.announce();
    } else if ('taken' in message) {
      const name = pendingPrefix + message.taken;
      if (this.own?.getItem(name) === message.text) this.own?.removeItem(name);
    } else if ('refused' in message) {
      this.refused = message.isFull ? new Full() : new Blocked();
      this.set(message.refused, message.text);
      this.own?.removeItem(pendingPrefix + message.refused);
      this.announce();
    } else {
      this.set(message.key, message.text);
      this.announce(message.key, message.text);
    }
  }

  private note(key: string, text: string): void {
    try {
      this.own?.setItem(pendingPrefix + key, text);
    } catch {
      // No room for the note: the frame will most likely take the text itself.
    }
  }

  /** Hands over what this file could not hand over the last time, unless nothing is kept any more. */
  private sendPending(): void {
    for (const name of Object.keys(this.own ?? {}).filter((key) => key.startsWith(pendingPrefix))) {
      const [key, text] = [name.slice(pendingPrefix.length), this.own!.getItem(name)!];
      if (this.copy.has('csec-toolkits:kept')) {
        this.set(key, text);
        this.tell({ key, text });
      } else this.own!.removeItem(name);
    }
  }

  private set(key: string, text: string | null): void {
    if (text === null) this.copy.delete(key);
    else this.copy.set(key, text);
    if (key !== mirrored || !this.own) return;
    if (text === null) this.own.removeItem(key);
    else this.own.setItem(key, text);
  }

  private tell(message: ToFrame): void {
    // Files have no origin that could be named.
    this.frame?.contentWindow?.postMessage(message, '*');
  }

  private announce(key?: string, text?: string | null): void {
    for (const listener of this.listeners) listener(key, text);
  }
}
