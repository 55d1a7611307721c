/** Threads that set the pages of PDFs, each one document after the other, while this one writes the rest. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { program } from '../src/formats/pdf/typesetter.ts';
import { readAsset } from './assets.ts';
import type { Delivery } from './typesetter-worker.ts';

/** Characters of documents after which a thread is replaced: Typst never gives memory back. */
const tired = 600_000;
/** More would not be faster, since this thread waits for one long document at the end, and would need more memory. */
const mostThreads = 2;

interface Order {
  json: string;
  resolve(set: Uint8Array): void;
  reject(error: Error): void;
}

export class Typesetter {
  private readonly queue: Order[] = [];
  /** What others wait for: set before the rest. */
  private readonly urgent: Order[] = [];
  private readonly threads: Thread[];

  /** @param count of threads */
  constructor(count = Math.min(mostThreads, availableParallelism())) {
    // Compiled once: what the engine learns of it while one thread works stays for the next.
    const typst = new WebAssembly.Module(readAsset(program));
    this.threads = Array.from(
      { length: count },
      () => new Thread(typst, () => this.urgent.shift() ?? this.queue.shift()),
    );
  }

  /**
   * Sets a document: the JSON that the PDF writer lays out in, the bytes of a PDF out.
   * @param isPart of a longer document, whose other parts wait for it
   * @throws Error with what Typst says
   */
  readonly typeset = (json: string, isPart = false): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      (isPart ? this.urgent : this.queue).push({ json, resolve, reject });
      this.threads.find((thread) => !thread.isBusy)?.next();
    });

  /** Ends the threads. */
  async stop(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.stop()));
  }
}

class Thread {
  private worker: Worker | undefined;
  private current: Order | undefined;
  private written = 0;
  private readonly typst: WebAssembly.Module;
  private readonly take: () => Order | undefined;
  constructor(typst: WebAssembly.Module, take: () => Order | undefined) {
    this.typst = typst;
    this.take = take;
  }

  get isBusy(): boolean {
    return this.current !== undefined;
  }

  next(): void {
    this.current = this.take();
    if (!this.current) return;
    if (this.written > tired) void this.stop();
    this.worker ??= this.start();
    this.written += this.current.json.length;
    this.worker.postMessage(this.current.json);
  }

  async stop(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
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
