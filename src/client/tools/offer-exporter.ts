/** What an exporter does as a script: it hands itself to its page or, in a worker, does what the page asks (`run-exporter.ts`). */
import type { Exporters } from './exports.ts';

/** What the page asks a worker, and what comes back. */
export interface Asked {
  method: string;
  args: unknown[];
}
export type Answer = { result: unknown } | { error: string };

export function offerExporter<Name extends keyof Exporters>(name: Name, exporter: Exporters[Name]): void {
  (globalThis.csec ??= {} as NonNullable<typeof globalThis.csec>)[name] = exporter as never;
  if (typeof document !== 'undefined') return;
  const methods = exporter as unknown as Record<string, (...args: unknown[]) => unknown>;
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
