/** A thread that sets the pages of PDFs, one document after the other, while this one writes the rest. */
import { Worker } from 'node:worker_threads';
import { program } from '../src/formats/pdf/typesetter.ts';
import { readAsset } from './assets.ts';
import type { Delivery } from './typesetter-worker.ts';

/** Characters of documents after which the thread is replaced: Typst never gives memory back. */
const tired = 1_000_000;

interface Order {
  json: string;
  resolve(set: Uint8Array): void;
  reject(error: Error): void;
}

export class Typesetter {
  private worker: Worker | undefined;
  private readonly queue: Order[] = [];
  private current: Order | undefined;
  private written = 0;
  /** Compiled once: what the engine learns of it while one thread works stays for the next. */
  private readonly typst = new WebAssembly.Module(readAsset(program));

  /** Sets a document: the JSON that the PDF writer lays out in, the bytes of a PDF out. @throws Error with what Typst says */
  readonly typeset = (json: string): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      this.queue.push({ json, resolve, reject });
      if (!this.current) this.next();
    });

  /** Ends the thread. */
  async stop(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }

  private next(): void {
    this.current = this.queue.shift();
    if (!this.current) return;
    if (this.written > tired) void this.stop();
    this.worker ??= this.start();
    this.written += this.current.json.length;
    this.worker.postMessage(this.current.json);
  }

  private start(): Worker {
    this.written = 0;
    // How this process was started is nothing to the thread.
    const worker = new Worker(new URL('./typesetter-worker.ts', import.meta.url), {
      execArgv: [],
      workerData: this.typst,
    });
    worker.on('message', (delivery: Delivery) => this.settle(delivery));
    worker.on('error', (error: Error) => {
      this.worker = undefined;
      this.settle({ fault: `the thread that sets pages ended: ${error.message}` });
    });
    return worker;
  }

  /** The next document is under way before this one is worked on. */
  private settle(delivery: Delivery): void {
    const order = this.current;
    this.next();
    if ('set' in delivery) order?.resolve(delivery.set);
    else order?.reject(new Error(delivery.fault));
  }
}
