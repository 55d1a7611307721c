import { expect, it } from 'vitest';
import { didYouMean, formatProblems } from '../../src/prose/problem.ts';

it('names a near word, and lists what is known when none is near', () => {
  expect(didYouMean('agenda-2', ['agenda', 'minutes'])).toBe('Did you mean `agenda`?');
  expect(didYouMean('zebra', ['agenda', 'minutes'])).toBe('Known: `agenda`, `minutes`.');
  expect(didYouMean('x', [])).toBe('Nothing of this kind exists yet.');
});

it('sorts by file and line and counts', () => {
  const text = formatProblems([
    { file: 'content/b.yaml', line: 2, problem: 'second', fix: 'Undo it.' },
    { file: 'content/a.yaml', line: 11, problem: 'eleven', fix: 'Mend it.' },
    { file: 'content/a.yaml', line: 9, problem: 'nine', fix: 'Rename it.' },
  ]);
  expect(text.split('\n')).toEqual([
    'content/a.yaml:9: nine. Rename it.',
    'content/a.yaml:11: eleven. Mend it.',
    'content/b.yaml:2: second. Undo it.',
    '3 problems in the content',
  ]);
});
