import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { KeptSets } from '../../scripts/kept-sets.ts';
import { newFolder } from '../scratch.ts';

it('sets a volume once, a document each time, and forgets what is no volume any more', async () => {
  const folder = join(newFolder('sets'), 'volumes');
  const set: string[] = [];
  const first: string[] = [];
  const build = async (...asked: [json: string, volume: boolean][]): Promise<string[]> => {
    const sets = new KeptSets(
      folder,
      (json) => `name-of-${json}`,
      (json, isVolume) => {
        set.push(json);
        if (isVolume) first.push(json);
        return Promise.resolve(new TextEncoder().encode(`set ${json}`));
      },
    );
    const bytes = await Promise.all(asked.map(([json, volume]) => sets.typeset(json, volume)));
    sets.tidy();
    return bytes.map((one) => new TextDecoder().decode(one));
  };
  expect(await build(['a', true], ['b', true], ['c', false])).toEqual(['set a', 'set b', 'set c']);
  expect(await build(['a', true], ['edited', true], ['c', false])).toEqual(['set a', 'set edited', 'set c']);
  expect(set).toEqual(['a', 'b', 'c', 'edited', 'c']);
  // Who sets them learns which others wait for.
  expect(first).toEqual(['a', 'b', 'edited']);
  expect(readdirSync(folder).sort()).toEqual(['name-of-a', 'name-of-edited']);
  // A build whose PDFs are all there asks for nothing.
  await build();
  expect(readdirSync(folder)).toHaveLength(2);
});
