/** Writes downloads beside the main thread: one file for each message, the bytes or what went wrong back. */
import { parentPort } from 'node:worker_threads';
import { formats } from '../src/writers/registry.ts';
import type { Format, Tools } from '../src/writers/writer.ts';
import { readAsset } from './assets.ts';

export interface Order {
  extension: keyof typeof formats;
  input: unknown;
  url: string | undefined;
}
export type Delivery = { bytes: Uint8Array } | { fault: string };

const tools: Tools = { read: readAsset };

parentPort!.on('message', ({ extension, input, url }: Order) => {
  tools.url = url;
  (formats[extension] as Format<unknown>).write(input, tools).then(
    (bytes) => parentPort!.postMessage({ bytes } satisfies Delivery),
    (error: unknown) => parentPort!.postMessage({ fault: error instanceof Error ? error.message : String(error) } satisfies Delivery),
  );
});
