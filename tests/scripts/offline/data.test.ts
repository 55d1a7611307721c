import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { offlinePart, searchScript } from '../../../scripts/offline/data.ts';
import { partScript } from '../../../scripts/packet-parts.ts';

interface Csec {
  files?: Record<string, string>;
  parts?: Record<string, string>;
}
const run = (script: string): Csec => runInNewContext(`${script};csec`) as Csec;

it('hands the bytes of the search index over as they are', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const { files } = run(searchScript('pagefind/index/en_1.pf_index', bytes));
  expect([...Buffer.from(files!['index/en_1.pf_index']!, 'base64')]).toEqual([...bytes]);
});

it('names files in the addresses of a part, and keeps all else', () => {
  const html =
    '<section>“Quoted” \\ </script> "]="; <a href="../chair/#x">a</a><a href="https://www.example/">b</a></section>';
  const { parts } = run(offlinePart(partScript('duties/chair', html)));
  expect(parts).toEqual({ 'duties/chair': html.replace('../chair/#x', '../chair/index.html#x') });
});
