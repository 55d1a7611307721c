/** What an exporter does as a script: it hands itself to its page or, in a worker, does what the page asks (`run-exporter.ts`). */

/** What the page asks a worker, and what comes back. */
export interface Asked {
  method: string;
  args: unknown[];
}
export type Answer = { result: unknown } | { error: string };

/** @param name as `Exporters` has it in `exports.ts` @param exporter its functions, which a worker calls by their names */
export function offerExporter(name: string, exporter: object): void {
  ((globalThis.csec ??= {}) as Record<string, unknown>)[name] = exporter;
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
