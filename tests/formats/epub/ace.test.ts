import { describe, expect, it } from 'vitest';
import { epub } from '../../../src/formats/epub.ts';
import { shellPath } from '../../programs.ts';
import { kitchenSink } from '../../root.ts';
import { violationsIn } from './ace-runner.ts';
import { tools, wholeSetOf } from './book.ts';

describe.runIf(shellPath)('Ace', () => {
  it('finds nothing in a book of every kind of block', { timeout: 600_000 }, async () => {
    expect(await violationsIn(await epub.write(wholeSetOf(kitchenSink), tools), shellPath!)).toEqual([]);
  });
});
