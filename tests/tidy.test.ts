/** What the tools for tidy code say of the whole project. What did not change is not looked at again. */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { itAtNight } from './nightly.ts';
import { root } from './root.ts';

/** Runs a program of a package over the project. @returns what it says when it finds something, otherwise '' */
async function faultsOf(name: string, program: string, ...words: string[]): Promise<string> {
  const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  const cache = ['--cache', '--cache-strategy', 'content', '--cache-location', join('.cache', name)];
  try {
    await promisify(execFile)(process.execPath, [join(folder, program), ...cache, ...words, '.'], { cwd: root });
    return '';
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return stdout + stderr || String(error);
  }
}

// How lines are broken harms nobody until the next day.
itAtNight('Prettier finds every file as it would write it', { timeout: 180_000 }, async () => {
  expect(await faultsOf('prettier', 'bin/prettier.cjs', '--list-different')).toBe('');
});

it('ESLint finds nothing', { timeout: 180_000 }, async () => {
  expect(await faultsOf('eslint', 'bin/eslint.js', '--max-warnings', '0')).toBe('');
});
