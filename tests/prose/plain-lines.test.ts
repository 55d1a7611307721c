/** Lines of plain words are not parsed. They read as if they were. */
import { constantFrom, array, assert, property } from 'fast-check';
import { expect, it } from 'vitest';
import { parseInline } from '../../src/prose/parse.ts';

const pieces = constantFrom(
  ...['a', 'Ab', 'é', '7', ' ', ' ', '.', '-', ',', ';', '(', ')', '?', '!', '%', '–', '’', '“', 'www', 'http', '1.'],
  ...['*', '_', '`', '"', "'", '~', '#', '>', '<', '{', '[', ']', '&', '\\', '|', ':', '/', '@', '\n', 'amp;'],
);

it('reads a line of words as the parser does', () => {
  // With a line break behind it a line goes through the parser, which drops the break.
  assert(
    property(array(pieces, { minLength: 1, maxLength: 9 }), (some) => {
      const line = some.join('').trim();
      const parsed = parseInline(`${line}\n`);
      if (line && parsed.problems.length === 0) expect(parseInline(line)).toEqual(parsed);
    }),
    { numRuns: 3000 },
  );
});
