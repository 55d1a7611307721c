import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn } from '../scripts/html.ts';
import { root } from './root.ts';

/** Rooms of src/, each with the rooms (or single files) it may import from: data flows one way. */
const mayImport: Record<string, string[]> = {
  // The table of kinds lies below all: it imports nothing.
  prose: ['schemas/kinds.ts'],
  schemas: ['prose'],
  tools: ['schemas'],
  site: ['prose', 'schemas', 'tools'],
  documents: ['prose', 'schemas', 'tools', 'site'],
  formats: ['schemas', 'tools', 'site', 'documents'],
  reader: ['prose', 'schemas', 'tools', 'site'],
  integrations: ['prose', 'schemas', 'reader'],
  client: ['prose', 'schemas', 'tools', 'site', 'documents', 'formats'],
  components: ['prose', 'schemas', 'tools', 'site', 'documents', 'client'],
  layouts: ['prose', 'schemas', 'tools', 'site', 'components', 'client'],
  pages: [
    'prose',
    'schemas',
    'tools',
    'site',
    'documents',
    'formats',
    'integrations',
    'components',
    'layouts',
    'client',
  ],
};
/** The one room of src/ that reads the disk, and the bridge between it and Astro. */
const withDisk = ['reader', 'integrations'];
/** The rooms that know nothing of Astro. */
const withoutAstro = ['prose', 'schemas', 'tools', 'site', 'documents', 'formats', 'reader', 'client'];
/** What a browser may be sent: pure arithmetic, names, and what a click loads. The schemas (zod) and the reading of MDX stay at home. */
const forBrowsers: Record<string, RegExp> = {
  prose: /^prose\/tree\.ts$/,
  schemas: /^schemas\/(kinds|names)\.ts$/,
  site: /^site\/(file-names|public-address)\.ts$/,
};

interface Import {
  from: string;
  path: string;
  /** Only types: nothing of it is sent to a browser. */
  typesOnly: boolean;
}

/** The imports of a source text, in its order. */
function importsIn(source: string): Omit<Import, 'from'>[] {
  return [...source.matchAll(/(import|export)(\s+type)?\b[^;'"]*?from\s+'([^']+)'|import\s+'([^']+)'/g)].map(
    ([, , type, path, bare]) => ({ path: (path ?? bare)!, typesOnly: type !== undefined }),
  );
}

/** The files on circles: every file from which a walk along the imports comes back. Types count, too. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const reach = (start: string): boolean => {
    const seen = new Set<string>();
    const left = [...(graph.get(start) ?? [])];
    for (let file = left.pop(); file; file = left.pop()) {
      if (file === start) return true;
      if (seen.has(file)) continue;
      seen.add(file);
      left.push(...(graph.get(file) ?? []));
    }
    return false;
  };
  return [...graph.keys()].filter(reach);
}

const files = filesIn(join(root, 'src')).filter((file) => /\.(ts|astro)$/.test(file));
const roomOf = (file: string) => file.split('/')[0]!;
const imports: Import[] = files.flatMap((from) =>
  importsIn(readFileSync(join(root, 'src', from), 'utf8')).map((one) => ({ from, ...one })),
);
/** Imports of other files of src/, with `path` from there. */
const within = imports
  .filter(({ path }) => path.startsWith('.'))
  .map((one) => ({
    ...one,
    path: relative(root, join(root, 'src', dirname(one.from), one.path))
      .replaceAll('\\', '/')
      .replace(/^src\//, ''),
  }))
  .filter(({ path }) => existsSync(join(root, 'src', path)) && !path.startsWith('styles/'));

describe('the rooms of src/', () => {
  it('import in one direction', () => {
    const wrong = within.filter(({ from, path }) => {
      const allowed = mayImport[roomOf(from)];
      return allowed && roomOf(from) !== roomOf(path) && !allowed.includes(roomOf(path)) && !allowed.includes(path);
    });
    expect(wrong.map(({ from, path }) => `${from} imports ${path}`)).toEqual([]);
  });

  it('are all known', () => {
    const rooms = new Set(files.filter((file) => file.includes('/')).map(roomOf));
    expect([...rooms].sort()).toEqual(Object.keys(mayImport).sort());
  });

  it('leave the disk to one of them, and Astro to the outer ones', () => {
    const wrong = imports.filter(({ from, path }) => {
      if (path.startsWith('node:'))
        return (
          Object.keys(mayImport).includes(roomOf(from)) && !withDisk.includes(roomOf(from)) && roomOf(from) !== 'pages'
        );
      return path.startsWith('astro') && withoutAstro.includes(roomOf(from));
    });
    expect(wrong.map(({ from, path }) => `${from} imports ${path}`)).toEqual([]);
  });

  it('send browsers only what is meant for them', () => {
    const wrong = within.filter(
      ({ from, path, typesOnly }) =>
        roomOf(from) === 'client' && !typesOnly && forBrowsers[roomOf(path)] && !forBrowsers[roomOf(path)]!.test(path),
    );
    expect(wrong.map(({ from, path }) => `${from} imports ${path}`)).toEqual([]);
  });
});

describe('circles of files', () => {
  it('do not exist', () => {
    const scripts = within.filter(({ from, path }) => from.endsWith('.ts') && path.endsWith('.ts'));
    const graph = new Map(
      files.map((file) => [file, scripts.filter(({ from }) => from === file).map(({ path }) => path)]),
    );
    expect(circles(graph)).toEqual([]);
  });

  it('are seen where they are planted', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
      ['d', ['a']],
    ]);
    expect(circles(graph)).toEqual(['b', 'c']);
    expect(importsIn("import type { A } from './a.ts';\nimport './b.ts';\nexport { c } from './c.ts';")).toEqual([
      { path: './a.ts', typesOnly: true },
      { path: './b.ts', typesOnly: false },
      { path: './c.ts', typesOnly: false },
    ]);
  });
});
