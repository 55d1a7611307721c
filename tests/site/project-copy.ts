/** Copies of the project. */
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const parts = [
  'src',
  'content',
  'public',
  'scripts',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Copies the project into an empty folder, without any cache. node_modules is copied, since a link would change hashes. */
export function copyProject(copy: string): void {
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true });
  if (process.platform === 'win32') cpSync(join(root, 'node_modules'), join(copy, 'node_modules'), { recursive: true });
  else execFileSync('cp', [process.platform === 'linux' ? '-al' : '-a', join(root, 'node_modules'), copy]);
  for (const cache of ['.vite', '.cache', '.astro'])
    rmSync(join(copy, 'node_modules', cache), { recursive: true, force: true });
}
