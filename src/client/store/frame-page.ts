/** The other side of `frame.ts`: runs in the hidden file, whose storage is the same for all pages. */

/** A text to keep under a key, or null to take it away. */
export interface ToFrame {
  key: string;
  text: string | null;
}
export type FromFrame =
  /** Everything that is kept, at the beginning. */
  | { all: [key: string, text: string][] }
  | { taken: string; text: string | null }
  /** A key that could not be written, with the text that is still there. */
  | { refused: string; text: string | null; isFull: boolean }
  /** Another page changed a key. */
  | ToFrame;

const answer = (message: FromFrame): void => parent.postMessage(message, '*');

addEventListener('message', ({ source, data: { key, text } }: MessageEvent<ToFrame>) => {
  if (source !== parent) return;
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    answer({ taken: key, text });
  } catch {
    answer({ refused: key, text: localStorage.getItem(key), isFull: localStorage.length > 0 });
  }
});
addEventListener('storage', ({ key, newValue }) => answer(key === null ? { all: [] } : { key, text: newValue }));
answer({ all: Object.entries(localStorage) });
