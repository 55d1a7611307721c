import { expect, it } from 'vitest';
import { closingLine } from './closing-line.ts';

/** A test file with tests in these states. */
const file = (state: 'passed' | 'failed', ...tests: string[]) =>
  ({
    state: () => state,
    children: { allTests: () => tests.map((one) => ({ result: () => ({ state: one }) })) },
  }) as unknown as Parameters<typeof closingLine>[0][number];

it('counts tests, and a file that did not load as one that failed', () => {
  expect(closingLine([file('passed', 'passed', 'passed'), file('failed', 'failed', 'passed')])).toBe(
    '3 passed, 1 failed',
  );
  expect(closingLine([file('failed'), file('passed', 'passed', 'skipped')])).toBe('1 passed, 1 failed, 1 skipped');
});
