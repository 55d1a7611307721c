import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newFolder } from './scratch.ts';

/** The project's root. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
/** A small root with every kind of content and of block. */
export const kitchenSink = join(root, 'tests', 'fixtures', 'kitchen-sink');

/** A copy of the kitchen sink in which files are changed: each edit replaces a text (which must be there) or makes a file. */
export function sinkWith(edits: Record<string, [from: string, to: string] | string>): string {
  const copy = newFolder('sink');
  cpSync(kitchenSink, copy, { recursive: true });
  for (const [file, edit] of Object.entries(edits)) {
    const path = join(copy, 'content', file);
    if (typeof edit === 'string') {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, edit);
      continue;
    }
    const before = readFileSync(path, 'utf8');
    if (!before.includes(edit[0])) throw new Error(`${file} does not hold “${edit[0]}”`);
    writeFileSync(path, before.replace(edit[0], edit[1]));
  }
  return copy;
}

/** The line (from 1) of the first occurrence of a text in a file of the kitchen sink. */
export function lineOf(file: string, text: string): number {
  return (
    readFileSync(join(kitchenSink, 'content', file), 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1
  );
}
