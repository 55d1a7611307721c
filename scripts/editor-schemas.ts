/**
 * `npm run schemas`: what an editor needs to complete and explain the keys of content files, made from `src/schemas/`.
 * A test compares `.vscode/` with what this makes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { collections, type CollectionName } from '../src/schemas/index.ts';
import { root } from './project.ts';

/** The JSON Schema of a file of a collection, as its author writes it. */
export function fileSchema(name: CollectionName): Record<string, unknown> {
  const { form, schema } = collections[name];
  const entry = z.toJSONSchema(schema, { io: 'input', target: 'draft-7', unrepresentable: 'any' });
  delete entry.$schema;
  const file = form === 'keyed' ? { type: 'object', additionalProperties: entry } : entry;
  return { $schema: 'http://json-schema.org/draft-07/schema#', title: `content/${name}`, ...file };
}

/** Where the schema of a collection is, from the root. */
export const schemaFile = (name: CollectionName): string => `.vscode/schemas/${name}.json`;

/** All files of `.vscode/`, by their path from the root. */
export function editorFiles(): Record<string, string> {
  const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
  const names = Object.keys(collections) as CollectionName[];
  const yaml = names.filter((name) => collections[name].form !== 'mdx');
  const settings = {
    'yaml.schemas': Object.fromEntries(
      yaml.map((name) => [
        schemaFile(name),
        collections[name].form === 'keyed' ? `content/${name}.yaml` : `content/${name}/**/*.yaml`,
      ]),
    ),
    // The frontmatter of MDX is known to Astro, which makes its schemas of the same source.
    'astro.content-intellisense': true,
  };
  return {
    '.vscode/settings.json': json(settings),
    '.vscode/extensions.json': json({
      recommendations: ['astro-build.astro-vscode', 'redhat.vscode-yaml', 'unifiedjs.vscode-mdx'],
    }),
    ...Object.fromEntries(names.map((name) => [schemaFile(name), json(fileSchema(name))])),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [file, text] of Object.entries(editorFiles())) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
