/** What an exporter does as a script: it hands itself to its page or, in a worker, does what the page asks (`run-exporter.ts`). */

/** What the page asks a worker, and what comes back. */
export interface Asked {
  method: string;
  args: unknown[];
}
export type Answer = { result: unknown } | { error: string };

/** @param name under which the page finds it in `globalThis.csec` (`exports.ts`) */
export function offerExporter(name: 'word' | 'excel', exporter: object): void {
  const offered = globalThis as unknown as { csec?: Record<string, unknown> };
  (offered.csec ??= {})[name] = exporter;
  if (typeof document !== 'undefined') return;
  const methods = exporter as Record<string, (...args: unknown[]) => unknown>;
  addEventListener('message', async ({ data: { method, args } }: MessageEvent<Asked>) => {
    const answer: Answer = await Promise.resolve()
      .then(() => methods[method]!(...args))
      .then(
        (result) => ({ result }),
        (error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }),
      );
    postMessage(answer);
  });
}
