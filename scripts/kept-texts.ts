/**
 * What reading and compiling the texts gave, kept in `.cache/texts/` for the next build: a text that is the same is not parsed again.
 * Safe to delete.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiled } from '../src/integrations/prose.ts';
import { readings } from '../src/prose/parse.ts';
import type { Remembered } from '../src/prose/remembered.ts';
import { sumOfCode, writeWhole } from './cache.ts';

const reader = ['src/prose', 'src/schemas/kinds.ts'];
const compiler = [...reader, 'src/integrations/prose.ts', 'astro.config.mjs'];
/** What is kept, with the sum of the code that it comes from. Of the code as it was loaded: somebody may write on it meanwhile. */
const kinds: { name: string; memory: Remembered<unknown>; code: string }[] = [
  { name: 'read', memory: readings as Remembered<unknown>, code: sumOfCode(reader) },
  { name: 'compiled', memory: compiled as Remembered<unknown>, code: sumOfCode(compiler) },
];

interface Kept {
  code: string;
  texts: [string, unknown][];
}

/** Recalls what an earlier build in a root has left, unless the code is another now. */
export function recallTexts(root: string): void {
  for (const { name, memory, code } of kinds) {
    const kept = readKept(fileOf(root, name));
    if (kept?.code === code) memory.recall(kept.texts);
  }
}

/** Leaves what this build asked for to the next. */
export function keepTexts(root: string): void {
  mkdirSync(join(root, '.cache', 'texts'), { recursive: true });
  for (const { name, memory, code } of kinds)
    writeWhole(fileOf(root, name), JSON.stringify({ code, texts: memory.leave() } satisfies Kept));
}

const fileOf = (root: string, name: string): string => join(root, '.cache', 'texts', `${name}.json`);

function readKept(path: string): Kept | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Kept;
  } catch {
    // Somebody else wrote it. It is written anew.
    return undefined;
  }
}
