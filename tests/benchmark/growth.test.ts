import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readContent } from '../../src/reader/read.ts';
import { kitchenSink, root } from '../root.ts';
import { newFolder } from '../scratch.ts';
import { grow } from './growth/content.ts';

it('grows into content without a problem, whose copies refer to copies', () => {
  const project = newFolder('growth');
  cpSync(join(kitchenSink, 'content'), join(project, 'content'), { recursive: true });
  cpSync(join(root, 'src', 'schemas'), join(project, 'src', 'schemas'), { recursive: true });
  grow(project, 2);
  const { site, problems } = readContent(project);
  expect(problems).toEqual([]);
  expect(Object.keys(site.toolkits)).toEqual(['sample-2', 'sample']);
  expect(site.toolkits['sample-2']!.pullOuts[0]).toEqual({ ref: 'checklists', id: 'steps-2' });
  expect(site.checklists['steps-2']!.toolkit).toEqual({ ref: 'toolkits', id: 'sample-2' });
});
