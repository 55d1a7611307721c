/** The other side of `frame.ts`: runs in the hidden file, whose storage is the same for all pages. */

/** A text to keep under a key, or null to take it away; or the wish to hear everything again. */
export type ToFrame = { key: string; text: string | null } | 'all';
export type FromFrame =
  /** Everything that is kept, at the beginning and when it was asked for. */
  | { all: [key: string, text: string][] }
  | { taken: string; text: string | null }
  /** A key that could not be written, with the text that is still there. */
  | { refused: string; text: string | null; isFull: boolean }
  /** Another page changed a key. */
  | { key: string; text: string | null };

const answer = (message: FromFrame): void => parent.postMessage(message, '*');
const answerAll = (): void => answer({ all: Object.entries(localStorage) });

function write(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    answer({ taken: key, text });
  } catch {
    answer({ refused: key, text: localStorage.getItem(key), isFull: localStorage.length > 0 });
  }
}

addEventListener('message', ({ source, data }: MessageEvent<ToFrame>) => {
  if (source !== parent) return;
  if (data === 'all') answerAll();
  else write(data.key, data.text);
});
addEventListener('storage', ({ key, newValue }) => (key === null ? answerAll() : answer({ key, text: newValue })));
answerAll();
