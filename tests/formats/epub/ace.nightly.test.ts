import { describe, expect, it } from 'vitest';
import { epub } from '../../../src/formats/epub.ts';
import { shellPath } from '../../programs.ts';
import { root } from '../../root.ts';
import { violationsIn } from './ace-runner.ts';
import { tools, wholeSetOf } from './book.ts';

describe.runIf(shellPath)('Ace', () => {
  it('finds nothing in the whole set', { timeout: 1_200_000 }, async () => {
    expect(await violationsIn(await epub.write(wholeSetOf(root), tools), shellPath!)).toEqual([]);
  });
});
