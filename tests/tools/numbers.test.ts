import { expect, it } from 'vitest';
import { counted, number } from '../../src/tools/numbers.ts';

it('writes numbers as the language does', () => {
  const all = [0, 7, 999, 1000, 12345.5, 1234567, 0.125, 13.2345, -45, -1234, -123456.78];
  expect(all.map(number)).toEqual(all.map((value) => value.toLocaleString('en-US')));
});

it('counts one and many', () => {
  expect([counted(1, 'row'), counted(1200, 'row'), counted(0, 'entry', 'entries')]).toEqual([
    '1 row',
    '1,200 rows',
    '0 entries',
  ]);
});
