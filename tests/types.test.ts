/** What the compiler of TypeScript says of the whole project. It begins after the build, which writes types, too. */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { isNightly } from './nightly.ts';
import { root } from './root.ts';

const folderOf = (name: string): string => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
/** Astro's check reads its own files, too, in five times the time. The compiler does nothing twice: in one part, with room. */
const check = isNightly
  ? [join(folderOf('astro'), 'bin', 'astro.mjs'), 'check', '--minimumSeverity', 'error']
  : [
      join(folderOf('typescript-native'), 'bin', 'tsc'),
      '--noEmit',
      '--checkers',
      '1',
      '--pretty',
      'false',
      '--project',
      root,
    ];

it('the compiler finds no error', { timeout: 300_000 }, async () => {
  const faults = await promisify(execFile)(process.execPath, check, {
    cwd: root,
    env: { ...process.env, GOGC: '400' },
  }).then(
    () => '',
    ({ stdout, stderr }: { stdout: string; stderr: string }) => stdout + stderr,
  );
  expect(faults).toBe('');
});
