/** Builds of copies of the project, and what they wrote. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../../scripts/html.ts';
import { newFolder } from '../scratch.ts';
import { copyProject } from './project-copy.ts';

/** A copy of the project in another folder, without any cache. */
export function copyOfProject(): string {
  const copy = join(newFolder('elsewhere'), 'another name');
  mkdirSync(copy);
  copyProject(copy);
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
