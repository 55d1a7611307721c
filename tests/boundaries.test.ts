import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { filesIn } from '../scripts/html.ts';
import { root } from './root.ts';

/** Rooms of src/, each with the rooms it may import from: data flows one way. */
const mayImport: Record<string, string[]> = {
  prose: [],
  schemas: ['prose'],
  model: ['prose', 'schemas'],
  components: ['prose', 'schemas', 'model', 'client'],
  writers: ['prose', 'schemas', 'model'],
  client: ['prose', 'schemas', 'model', 'writers'],
  integrations: ['prose', 'schemas', 'model'],
  layouts: ['prose', 'schemas', 'model', 'components', 'client'],
  pages: ['prose', 'schemas', 'model', 'components', 'layouts', 'client'],
};
/** Rooms that also run without a disk. */
const withoutDisk = ['prose', 'schemas', 'client', 'components', 'writers'];

const files = filesIn(join(root, 'src')).filter((file) => /\.(ts|astro)$/.test(file));
const importsOf = (file: string) =>
  [...readFileSync(join(root, 'src', file), 'utf8').matchAll(/(?:from|import)\s+'([^']+)'/g)].map(([, path]) => path!);

it('keeps the arrows between the rooms of src/ in one direction', () => {
  const wrong = files.flatMap((file) => {
    const room = file.split('/')[0]!;
    const allowed = mayImport[room];
    if (!allowed) return [];
    return importsOf(file)
      .filter((path) => path.startsWith('.'))
      .map(
        (path) =>
          relative(join(root, 'src'), join(root, 'src', dirname(file), path))
            .replaceAll('\\', '/')
            .split('/')[0]!,
      )
      .filter((target) => target !== room && !allowed.includes(target) && target !== 'styles')
      .map((target) => `${file} imports from ${target}/`);
  });
  expect(wrong).toEqual([]);
});

it('keeps the disk and Astro out of the inner rooms', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter(
        (path) =>
          (withoutDisk.includes(file.split('/')[0]!) && path.startsWith('node:')) ||
          (/^(prose|schemas|model)\//.test(file) && path.startsWith('astro')),
      )
      .map((path) => `${file} imports ${path}`),
  );
  expect(wrong).toEqual([]);
});

it('knows every room', () => {
  const rooms = new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]!));
  expect([...rooms].sort()).toEqual(Object.keys(mayImport).sort());
});
