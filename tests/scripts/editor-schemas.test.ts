import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editorFiles, fileSchema } from '../../scripts/editor-schemas.ts';
import { collections, type CollectionName } from '../../src/schemas/index.ts';
import { root } from '../root.ts';

interface Schema {
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
}

/** The keys without a word on them, by their way from the outermost. */
function unexplained({ properties = {}, items, additionalProperties }: Schema, path = ''): string[] {
  return [
    ...Object.entries(properties).flatMap(([key, value]) => [
      ...(value.description ? [] : [path + key]),
      ...unexplained(value, `${path}${key}.`),
    ]),
    ...(items ? unexplained(items, path) : []),
    ...(typeof additionalProperties === 'object' ? unexplained(additionalProperties, path) : []),
  ];
}

describe('the schemas for editors', () => {
  it.each(Object.keys(collections) as CollectionName[])('explain every key of %s', (name) => {
    expect(unexplained(fileSchema(name) as Schema)).toEqual([]);
  });

  it('find a key that nobody explained', () => {
    expect(unexplained({ properties: { a: { description: 'A.', items: { properties: { b: {} } } } } })).toEqual([
      'a.b',
    ]);
  });

  it('are written as the sources have them: after a change, run `npm run schemas`', () => {
    for (const [file, text] of Object.entries(editorFiles()))
      expect([file, existsSync(join(root, file)) && readFileSync(join(root, file), 'utf8')]).toEqual([file, text]);
  });

  it('take what an author writes, and know what is missing', () => {
    const { required, properties } = fileSchema('checklists') as { required: string[]; properties: object };
    expect(required).toEqual(expect.arrayContaining(['title', 'promise', 'reviewed', 'toolkit', 'groups']));
    expect(required).not.toContain('sheets');
    expect(properties).toMatchObject({ toolkit: { type: 'string' }, sheets: { type: 'integer', maximum: 4 } });
    expect(fileSchema('glossary')).toMatchObject({
      additionalProperties: { properties: { term: { type: 'string' } } },
    });
  });
});
