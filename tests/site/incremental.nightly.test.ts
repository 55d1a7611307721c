/** A build that goes on from an earlier one writes what a build from nothing writes. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { kitchenSink } from '../root.ts';
import { build, copyOfProject, hashes } from './building.ts';

const text = join('content', 'toolkits', 'sample.mdx');

/** The project with the content of the kitchen sink, and with other words in one text. */
function projectWith(edited: boolean): string {
  const copy = copyOfProject();
  rmSync(join(copy, 'content'), { recursive: true });
  cpSync(join(kitchenSink, 'content'), join(copy, 'content'), { recursive: true });
  if (edited) edit(copy);
  return copy;
}

function edit(project: string): void {
  const before = readFileSync(join(project, text), 'utf8');
  expect(before).toContain('The same place again.');
  writeFileSync(join(project, text), before.replace('The same place again.', 'Other words.'));
}

it('after one text was edited, and does nothing when nothing was', () => {
  const grown = projectWith(false);
  expect(build(grown).code).toBe(0);
  edit(grown);
  expect(build(grown).code).toBe(0);
  const after = hashes(join(grown, 'dist'));
  expect(build(grown).output).toContain('Nothing has changed since the last build.');
  expect(hashes(join(grown, 'dist'))).toEqual(after);
  const fresh = projectWith(true);
  expect(build(fresh).code).toBe(0);
  expect(after).toEqual(hashes(join(fresh, 'dist')));
}, 900_000);
