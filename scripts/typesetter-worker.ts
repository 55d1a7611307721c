/** Sets the pages of PDFs beside the main thread: a document’s data for each message, the bytes or what went wrong back. */
import { parentPort, workerData } from 'node:worker_threads';
import { typeset } from '../src/formats/pdf/typesetter.ts';
import { readAsset } from './assets.ts';

export type Delivery = { set: Uint8Array } | { fault: string };

const tools = { read: readAsset, typst: workerData as WebAssembly.Module };

parentPort!.on('message', (json: string) => {
  typeset(json, tools).then(
    (set) => parentPort!.postMessage({ set } satisfies Delivery),
    (error: unknown) =>
      parentPort!.postMessage({ fault: error instanceof Error ? error.message : String(error) } satisfies Delivery),
  );
});
