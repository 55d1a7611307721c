/** What the compiler of TypeScript says of the whole project, Astro's files too. It begins after the build, which writes types, too. */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { root } from './root.ts';

const astro = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin', 'astro.mjs');

it('astro check finds no error', { timeout: 300_000 }, async () => {
  const check = [astro, 'check', '--minimumSeverity', 'error'];
  const faults = await promisify(execFile)(process.execPath, check, { cwd: root }).then(
    () => '',
    ({ stdout, stderr }: { stdout: string; stderr: string }) => stdout + stderr,
  );
  expect(faults).toBe('');
});
