/**
 * Exporters that take a moment run in a worker: the page goes on, says what is being done, and lets the reader stop it. Where the
 * browser gives no worker, as to pages that were opened from a folder, they run in the page. (PowerPoint always does: its library
 * asks for the page's pictures.)
 */
import { make } from '../shell/dom.ts';
import { isLocal } from '../shell/site.ts';
import { exporterAddress, loadExporter, type Exporters } from './exports.ts';
import type { Answer, Asked } from './offer-exporter.ts';

type Slow = Pick<Exporters, 'word' | 'excel'>;
type Function = (...args: never[]) => unknown;
type Result<Work> = Work extends Function ? Awaited<ReturnType<Work>> : never;
type Args<Work> = Work extends Function ? Parameters<Work> : never;

/** Milliseconds before a reader is told: most files are there by then. */
const pause = 300;

/**
 * Calls a method of an exporter.
 * @param words what is being done: “Making the Excel file”
 * @throws Error in words for readers
 */
export async function runExporter<Name extends keyof Slow, Method extends keyof Slow[Name] & string>(
  words: string,
  name: Name,
  method: Method,
  ...args: Args<Slow[Name][Method]>
): Promise<Result<Slow[Name][Method]>> {
  const inPage = async () => {
    const exporter = (await loadExporter(name)) as unknown as Record<Method, (...all: unknown[]) => unknown>;
    return exporter[method](...args);
  };
  const worker = isLocal ? undefined : workerOf(name);
  let stop: (() => void) | undefined;
  const done = worker
    ? new Promise((resolve, reject) => {
        stop = () => reject(new Error('Stopped.'));
        worker.addEventListener('message', ({ data }: MessageEvent<Answer>) =>
          'error' in data ? reject(new Error(data.error)) : resolve(data.result),
        );
        // It did not load, or the browser refuses it.
        worker.addEventListener('error', (event) => {
          event.preventDefault();
          resolve(inPage());
        });
        worker.postMessage({ method, args } satisfies Asked);
      })
    : inPage();
  const hide = showWork(words, stop);
  try {
    return (await done) as Result<Slow[Name][Method]>;
  } finally {
    hide();
    worker?.terminate();
  }
}

function workerOf(name: string): Worker | undefined {
  try {
    return new Worker(exporterAddress(name));
  } catch {
    return undefined;
  }
}

/** Says in a bar what is being done, with a way to stop it. @returns a function that takes the bar away */
function showWork(words: string, stop: (() => void) | undefined): () => void {
  const button = stop ? [' ', make('button', { type: 'button', onclick: stop }, 'Stop')] : [];
  const bar = make('p', { class: 'undo-bar no-print', role: 'status' }, make('span', {}, `${words} …`), ...button);
  const timer = setTimeout(() => document.body.append(bar), stop ? pause : 0);
  return () => {
    clearTimeout(timer);
    bar.remove();
  };
}
