/** SHA256SUMS beside the downloads: a line for each file, by which a reader can tell that a copy is whole. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Puts the sum of a file into its place in SHA256SUMS. */
export function addSum(folder: string, file: string, sha256: string): void {
  const sums = join(folder, 'SHA256SUMS');
  const lines = [...readFileSync(sums, 'utf8').trimEnd().split('\n'), `${sha256}  ${file}`];
  writeFileSync(sums, `${lines.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join('\n')}\n`);
}
