/** `npm run soak`: kills each browser twenty times while somebody writes, and looks whether anything that was called saved is gone. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { root } from './project.ts';

const vitest = fileURLToPath(import.meta.resolve('vitest/vitest.mjs'));
const { status } = spawnSync(process.execPath, [vitest, 'run', 'tests/browser/killed.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, CRASHES: process.argv[2] ?? '20' },
});
process.exitCode = status ?? 1;
