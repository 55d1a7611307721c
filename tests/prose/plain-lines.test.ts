/** Lines of plain words are not parsed. They read as if they were. */
import { assert, array, constantFrom, property } from 'fast-check';
import { expect, it } from 'vitest';
import { parseInline } from '../../src/prose/parse.ts';

const words = ['a', 'Ab', 'é', '7', ' ', 'www', '1'];
const signs = [...' .-,;()?!%–’“*_`"\'~#><{[]&\\|:/@=+\n'];
/** Words with one sign, again and again. */
const lines = constantFrom(...signs).chain((sign) =>
  array(constantFrom(...words, sign, sign, sign), { minLength: 1, maxLength: 9 }),
);

it('reads a line of words as the parser does', () => {
  // With a line break behind it a line goes through the parser, which drops the break.
  assert(
    property(lines, (pieces) => {
      const line = pieces.join('').trim();
      const parsed = parseInline(`${line}\n`);
      if (line && parsed.problems.length === 0) expect(parseInline(line)).toEqual(parsed);
    }),
    { numRuns: 2000 },
  );
});
