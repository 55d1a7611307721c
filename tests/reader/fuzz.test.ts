/** Mistakes in real files: each is told once, with its place and its fix; nothing throws or hangs. */
import { expect, it } from 'vitest';
import { isNightly } from '../nightly.ts';
import { root } from '../root.ts';
import { fuzz } from './fuzz.ts';

const count = Number(process.env['FUZZ_COUNT'] ?? (isNightly ? 2000 : 20));
const seed = Number(process.env['FUZZ_SEED'] ?? 15);

it(`${count} mistakes of authors in real files`, { timeout: 3_600_000 }, async () => {
  const { faults, planted } = await fuzz(root, count, seed);
  expect(faults).toEqual([]);
  expect(planted).toBeGreaterThan(count / 4);
});
