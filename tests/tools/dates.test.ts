import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { root } from '../root.ts';

it.each(['America/Los_Angeles', 'UTC', 'Pacific/Auckland'])('names the same day in %s', (TZ) => {
  const script = "import { longDate } from './src/tools/dates.ts'; console.log(longDate('2026-11-22'));";
  expect(
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, TZ, NODE_OPTIONS: '' },
    }).trim(),
  ).toBe('November 22, 2026');
});
