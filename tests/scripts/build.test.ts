import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tooLarge } from '../../scripts/build.ts';
import { newFolder } from '../scratch.ts';

it('names each file that some hosts refuse, with its size', () => {
  const site = newFolder('large');
  writeFileSync(join(site, 'a.zip'), new Uint8Array(3 * 2 ** 20));
  writeFileSync(join(site, 'b.html'), new Uint8Array(2 * 2 ** 20));
  expect(tooLarge(site, 2 * 2 ** 20)).toEqual([
    'a.zip has 3.0 MiB; some hosts take files of 2 MiB at most. Choose a host that takes it, or publish this file elsewhere.',
  ]);
  expect(tooLarge(site)).toEqual([]);
});
