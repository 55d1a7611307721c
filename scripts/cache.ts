/** How builds keep what they have made in `.cache/` for the next one: under names that change with all that can change it. */
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from './html.ts';
import { root as project } from './project.ts';

/** The SHA-256 of some parts, in hexadecimal. */
export const sha256 = (...parts: (string | Uint8Array)[]): string =>
  parts.reduce((hash, part) => hash.update(part).update('\0'), createHash('sha256')).digest('hex');

/** Changes with the versions of all libraries and with some code. @param paths files and folders, from the root of the project */
export function sumOfCode(paths: readonly string[]): string {
  const files = paths.flatMap((path) =>
    statSync(join(project, path)).isFile() ? [path] : filesIn(join(project, path)).map((file) => `${path}/${file}`),
  );
  return sha256(...['package-lock.json', ...files].flatMap((file) => [file, readFileSync(join(project, file))]));
}

/** Writes a file aside and puts it in place: a crash leaves no half file behind. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, content);
  renameSync(aside, path);
}
