/** The other side of `iframe-backing.ts`: runs in the hidden file, whose database is the same for all pages. */
import type { Entry } from './backing.ts';
import { DatabaseBacking } from './database.ts';
import { Full, ownStorage } from './storage-medium.ts';

/** Changes to make, or the wish to hear everything; with a number that the answer repeats. */
export type ToFrame = { number: number; changes: readonly Entry[] | 'all' };
export type FromFrame =
  /** The frame is there and can be asked. */
  | 'ready'
  /** Everything that is kept. */
  | { number: number; all: [key: string, text: string][] }
  /** The changes are on disk. */
  | { number: number; taken: true }
  | { number: number; refused: 'full' | 'blocked' }
  /** Another page changed something. */
  | { changes: readonly Entry[] };

const database = new DatabaseBacking(ownStorage());
const answer = (message: FromFrame): void => parent.postMessage(message, '*');

addEventListener('message', ({ source, data }: MessageEvent<ToFrame>) => {
  if (source !== parent) return;
  const { number, changes } = data;
  const work =
    changes === 'all'
      ? database.load().then((all) => answer({ number, all }))
      : database.put(changes).then(() => answer({ number, taken: true }));
  work.catch((error: unknown) => answer({ number, refused: error instanceof Full ? 'full' : 'blocked' }));
});
database.watch((changes) => answer({ changes }));
answer('ready');
