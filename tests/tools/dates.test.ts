import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { longDate } from '../../src/tools/dates.ts';
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

it('names each month as the language does', () => {
  const days = Array.from(
    { length: 12 },
    (_, month) => `2026-${String(month + 1).padStart(2, '0')}-0${(month % 9) + 1}`,
  );
  const form = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
  expect(days.map(longDate)).toEqual(days.map((day) => form.format(new Date(`${day}T00:00:00Z`))));
});
