import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { build, copyOfProject, hashes } from './building.ts';

it('gives the same bytes of the whole set from another path, time zone, language and home', () => {
  const copy = copyOfProject();
  const home = join(copy, 'home');
  mkdirSync(home);
  expect(build(copy, { TZ: 'Pacific/Auckland', HOME: home, LANG: 'de_DE.UTF-8' }).code).toBe(0);
  expect(hashes(join(copy, 'dist'))).toEqual(hashes(inject('site')));
}, 600_000);
