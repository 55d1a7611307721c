/** Checks that a reader can act on every Ask box: it holds words to send, and something to do meanwhile. */
import type { LocatedEntry } from '../../src/reader/located-entry.ts';
import type { Problem } from '../../src/prose/problem.ts';
import type { Callout } from '../../src/prose/tree.ts';

/** Ask boxes without a question in quotation marks, or without a word on what to do until somebody answers. */
export function checkAsks(entries: readonly LocatedEntry[]): Problem[] {
  return entries.flatMap((entry) =>
    [...asksIn(entry.value)].flatMap(({ callout, path }) => {
      const words = wordsOf(callout.children);
      const add = (problem: string, fix: string): Problem => ({
        file: entry.file,
        line: entry.lineOf(path, callout.line),
        problem: `the Ask box “${callout.title ?? ''}” ${problem}`,
        fix,
      });
      return [
        ...(/["“]/.test(words) ? [] : [add('holds no question to send', 'Write it in quotation marks.')]),
        ...(/\b(meanwhile|until)\b/i.test(words)
          ? []
          : [add('says nothing for the time until an answer', 'Write “Meanwhile, …” or “Until you know, …”.')]),
      ];
    }),
  );
}

function* asksIn(value: unknown, path: PropertyKey[] = []): Generator<{ callout: Callout; path: PropertyKey[] }> {
  if (typeof value !== 'object' || value === null) return;
  if ('kind' in value && value.kind === 'callout' && (value as Callout).tone === 'ask')
    return void (yield { callout: value as Callout, path });
  for (const [key, child] of Object.entries(value))
    yield* asksIn(child, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** All words under a node, whatever stands between them. */
export function wordsOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  if ('text' in value && typeof value.text === 'string') return value.text;
  return Object.values(value).map(wordsOf).join(' ');
}
