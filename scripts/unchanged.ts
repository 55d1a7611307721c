/**
 * Whether dist/ already is what a build would write: nothing that goes into it has changed since, and nobody has touched it. Safe to
 * delete: the next build then writes everything anew.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesIn } from './html.ts';

/** In the root: what a build writes, tests, and what belongs to other programs. All else may go into it. */
const isOutside = (name: string): boolean =>
  name.startsWith('.') || ['node_modules', 'dist', 'tests', 'docs', 'coverage'].includes(name);

const noteOf = (root: string): string => join(root, '.cache', 'built.json');

/** What went into a build, and what stands in its folder, as sums. */
interface Note {
  inputs: string;
  outputs: string;
}

/** The sum of everything that goes into a build of this project for an address. */
export function inputsOf(root: string, siteUrl: string | undefined): string {
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${siteUrl ?? ''}\0`);
  const names = readdirSync(root, { withFileTypes: true })
    .filter(({ name }) => !isOutside(name))
    .flatMap((entry) =>
      entry.isDirectory() ? filesIn(join(root, entry.name)).map((file) => `${entry.name}/${file}`) : [entry.name],
    );
  for (const name of names.sort())
    hash
      .update(`${name}\0`)
      .update(readFileSync(join(root, name)))
      .update('\0');
  return hash.digest('hex');
}

/** True when a build for this address would write what is there. */
export function isBuilt(root: string, outDir: string, inputs: string): boolean {
  try {
    const note = JSON.parse(readFileSync(noteOf(root), 'utf8')) as Note;
    return note.inputs === inputs && note.outputs === outputsOf(outDir);
  } catch {
    return false;
  }
}

/** Remembers what a build has just written. */
export function noteBuilt(root: string, outDir: string, inputs: string): void {
  mkdirSync(dirname(noteOf(root)), { recursive: true });
  writeFileSync(noteOf(root), JSON.stringify({ inputs, outputs: outputsOf(outDir) } satisfies Note));
}

/** Names, sizes and times: whoever writes a file changes one of them. */
function outputsOf(outDir: string): string {
  if (!existsSync(outDir)) return '';
  const hash = createHash('sha256');
  for (const file of filesIn(outDir)) {
    const { size, mtimeMs } = statSync(join(outDir, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\0`);
  }
  return hash.digest('hex');
}
