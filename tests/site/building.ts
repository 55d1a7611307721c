/** Builds of copies of the project, and what they wrote. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../../scripts/html.ts';
import { root } from '../root.ts';
import { newFolder } from '../scratch.ts';

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

/** A copy of the project in another folder, without any cache. node_modules is copied, since a link would change hashes. */
export function copyOfProject(): string {
  const copy = join(newFolder('elsewhere'), 'another name');
  mkdirSync(copy);
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true });
  if (process.platform === 'win32') cpSync(join(root, 'node_modules'), join(copy, 'node_modules'), { recursive: true });
  else execFileSync('cp', [process.platform === 'linux' ? '-al' : '-a', join(root, 'node_modules'), copy]);
  for (const cache of ['.vite', '.cache', '.astro'])
    rmSync(join(copy, 'node_modules', cache), { recursive: true, force: true });
  return copy;
}

export function build(project: string, env: Record<string, string> = {}): { code: number; output: string } {
  try {
    const output = execFileSync(process.execPath, ['scripts/build.ts'], {
      cwd: project,
      env: { ...process.env, ...env },
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return { code: 0, output };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, output: stdout + stderr };
  }
}

/** The sum of each file of a folder. */
export const hashes = (folder: string) =>
  filesIn(folder).map(
    (file) =>
      `${createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex')} ${file}`,
  );
