/** A kind of pull-out that the project does not have, added as CONTRIBUTING.md says, in a copy of the source. */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { root } from '../root.ts';
import { newFolder } from '../scratch.ts';

type Edit = [file: string, before: string, after: string];

/** What its author writes first: one entry in the table, one schema. */
export const schema = `import { z } from 'zod';
import { pullOut } from './page-metadata.ts';
import { prose } from './text.ts';

export const poster = z.strictObject({ ...pullOut, body: prose });
`;
export const entry: Edit = [
  'schemas/kinds.ts',
  '} as const satisfies Record<string, Kind>;',
  `  posters: {
    component: 'Poster',
    one: 'Poster',
    many: 'Posters',
    file: 'poster',
    parts: [],
    titled: false,
    tool: false,
    wide: false,
    word: true,
  },
} as const satisfies Record<string, Kind>;`,
];
/** What the compiler then asks for. */
export const asked: Edit[] = [
  [
    'schemas/index.ts',
    '  handouts: handout,\n',
    "  handouts: handout,\n  posters: (await import('./poster.ts')).poster,\n",
  ],
  [
    'documents/pull-out-to-document.ts',
    '  handouts: ({',
    '  posters: ({ body }, c) => blocksToDocument(body, c),\n  handouts: ({',
  ],
];

/** A copy of the rooms of src/ that know nothing of Astro or browsers. */
export function copyOfSource(): string {
  const copy = newFolder('new-kind');
  for (const room of ['prose', 'schemas', 'tools', 'site', 'documents', 'reader'])
    cpSync(join(root, 'src', room), join(copy, 'src', room), { recursive: true });
  for (const file of ['package.json', 'tsconfig.json']) cpSync(join(root, file), join(copy, file));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  writeFileSync(join(copy, 'src', 'schemas', 'poster.ts'), schema);
  return copy;
}

/** Changes a text, which must be there once. */
export function edit(copy: string, [file, before, after]: Edit): void {
  const path = join(copy, 'src', file);
  const source = readFileSync(path, 'utf8');
  if (source.split(before).length !== 2) throw new Error(`${file} does not hold “${before}” once`);
  writeFileSync(
    path,
    source.replace(before, () => after),
  );
}

let before: ts.Program | undefined;

/** The files (of those given, or of all) in which the compiler finds something missing. */
export function faultyFiles(copy: string, files?: readonly string[]): string[] {
  const { config } = ts.readConfigFile(join(copy, 'tsconfig.json'), ts.sys.readFile) as { config: object };
  const { options, fileNames } = ts.parseJsonConfigFileContent({ ...config, include: ['src'] }, ts.sys, copy);
  before = ts.createProgram(fileNames, { ...options, noEmit: true, skipLibCheck: true }, undefined, before);
  const inSource = (name: string) => relative(join(copy, 'src'), name).replaceAll('\\', '/');
  return before
    .getSourceFiles()
    .filter(({ fileName }) => (files ? files.includes(inSource(fileName)) : fileNames.includes(fileName)))
    .filter((file) => before!.getSemanticDiagnostics(file).length > 0)
    .map(({ fileName }) => inSource(fileName));
}

/** Runs a script with the copy as its project. @returns the JSON that it prints */
export function run(copy: string, script: string, ...args: string[]): unknown {
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script, ...args], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return JSON.parse(output);
}
