/**
 * Where each file has a storage of its own (Firefox, for a site that is opened from a folder), one hidden file keeps the words of all
 * pages: `_astro/keep.html`, which the offline copy brings. This side asks it by messages.
 */
import { siteRoot } from '../shell/site.ts';
import type { Backing, Entry } from './backing.ts';
import type { FromFrame, ToFrame } from './iframe-page.ts';
import { Blocked, Full } from './storage-medium.ts';

type Answer = Exclude<FromFrame, 'ready' | { changes: readonly Entry[] }>;

export class FrameBacking implements Backing {
  private frame: HTMLIFrameElement | undefined;
  private isReady = false;
  private number = 0;
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  /** What was asked before the frame was there. */
  private readonly early: ToFrame[] = [];

  async load(): Promise<[key: string, text: string][]> {
    const answer = await this.ask('all');
    return 'all' in answer ? answer.all : [];
  }

  async put(changes: readonly Entry[]): Promise<void> {
    await this.ask(changes);
  }

  watch(changed: (changes: readonly Entry[]) => void): void {
    this.frame = document.createElement('iframe');
    this.frame.hidden = true;
    this.frame.src = new URL('_astro/keep.html', siteRoot()).href;
    addEventListener('message', ({ source, data }: MessageEvent<FromFrame>) => {
      // Any page may send messages: only the frame is believed.
      if (source !== this.frame!.contentWindow) return;
      if (data === 'ready') {
        this.isReady = true;
        for (const message of this.early.splice(0)) this.send(message);
      } else if ('changes' in data) changed(data.changes);
      else {
        this.waiting.get(data.number)?.(data);
        this.waiting.delete(data.number);
      }
    });
    document.body.append(this.frame);
  }

  private ask(changes: ToFrame['changes']): Promise<Answer> {
    const number = ++this.number;
    return new Promise((resolve, reject) => {
      this.waiting.set(number, (answer) => {
        if (!('refused' in answer)) resolve(answer);
        else reject(answer.refused === 'full' ? new Full() : new Blocked());
      });
      this.send({ number, changes });
    });
  }

  private send(message: ToFrame): void {
    // Files have no origin that could be named.
    if (this.isReady) this.frame!.contentWindow!.postMessage(message, '*');
    else this.early.push(message);
  }
}
