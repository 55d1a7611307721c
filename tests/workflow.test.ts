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

/** What jobs may do beyond reading: sign where the downloads come from, and put the pages on Pages. */
const rights: Readonly<Record<string, Record<string, string>>> = {
  'release.yml build': { contents: 'read', 'id-token': 'write', attestations: 'write' },
  'release.yml deploy': { pages: 'write', 'id-token': 'write' },
};

it.each(files)(
  '%s reads, may do what it has to and no more, and uses actions by their commit',
  (file, { permissions, jobs }) => {
    expect(permissions).toEqual({ contents: 'read' });
    for (const [name, { permissions: more, steps }] of Object.entries(jobs)) {
      expect(more).toEqual(rights[`${file} ${name}`]);
      for (const { uses, with: given } of steps) {
        if (!uses) continue;
        expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
        if (uses.startsWith('actions/checkout@')) expect(given).toMatchObject({ 'persist-credentials': false });
      }
    }
  },
);

it('runs the commands that a person runs', () => {
  const runs = files.flatMap(([, { jobs }]) => Object.values(jobs).flatMap(({ steps }) => steps.map(({ run }) => run)));
  expect(runs).toEqual(expect.arrayContaining(['.ci/run', '.ci/run all']));
  expect(readFileSync(join(root, '.ci', 'run'), 'utf8')).toContain('npm run "test${1:+:$1}"\n');
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['test', 'test:all']));
});

it('releases what was tested, signs its downloads, and deploys it', () => {
  const [, { jobs }] = files.find(([file]) => file === 'release.yml')!;
  const steps = jobs['build']!.steps.map(({ run, uses, with: given }) => [
    (run ?? uses!).trim().split('\n')[0]!.replace(/@.*/, ''),
    given?.['subject-checksums'] ?? given?.['path'],
  ]);
  expect(steps.slice(2)).toEqual([
    ['.ci/run all', undefined],
    ['npm run build', undefined],
    ['actions/attest-build-provenance', 'dist/downloads/SHA256SUMS'],
    ['actions/upload-pages-artifact', 'dist'],
  ]);
});

it('serves from a container as nobody, with what the build made and nothing else', () => {
  const lines = readFileSync(join(root, 'Containerfile'), 'utf8').split('\n');
  const users = lines.filter((line) => line.startsWith('USER '));
  expect(users).toEqual(['USER www-data']);
  expect(lines.findIndex((line) => line.startsWith('CMD'))).toBeGreaterThan(lines.indexOf(users[0]!));
  const copied = lines.filter((line) => line.startsWith('COPY ')).map((line) => line.split(' ')[1]);
  const sent = readFileSync(join(root, '.dockerignore'), 'utf8').match(/^!.+/gm);
  expect(copied.map((path) => `!${path}`).sort()).toEqual(sent!.sort());
});
