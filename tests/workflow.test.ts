import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from './root.ts';

interface Workflow {
  permissions?: Record<string, string>;
  jobs: Record<
    string,
    { permissions?: unknown; steps: { uses?: string; run?: string; with?: Record<string, unknown> }[] }
  >;
}

const folder = join(root, '.github', 'workflows');
const files = readdirSync(folder).map(
  (file) => [file, parse(readFileSync(join(folder, file), 'utf8')) as Workflow] as const,
);
const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> })
  .scripts;

it.each(files)('%s reads, and uses actions by their commit', (_file, { permissions, jobs }) => {
  expect(permissions).toEqual({ contents: 'read' });
  for (const { permissions: more, steps } of Object.values(jobs)) {
    expect(more).toBeUndefined();
    for (const { uses, with: given } of steps) {
      if (!uses) continue;
      expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
      if (uses.startsWith('actions/checkout@')) expect(given).toMatchObject({ 'persist-credentials': false });
    }
  }
});

it('runs the commands that a person runs', () => {
  const runs = files.flatMap(([, { jobs }]) => Object.values(jobs).flatMap(({ steps }) => steps.map(({ run }) => run)));
  expect(runs).toEqual(expect.arrayContaining(['.ci/run', '.ci/run all']));
  expect(readFileSync(join(root, '.ci', 'run'), 'utf8')).toContain('npm run "test${1:+:$1}"\n');
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['test', 'test:all']));
});
