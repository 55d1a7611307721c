/** The last line of a run, the same for whoever reads it, person or program: `812 passed, 0 failed`. */
import type { Reporter, TestModule } from 'vitest/node';

/** How many tests passed, failed and were left out; a file that did not even load counts as one that failed. */
export function closingLine(modules: readonly Pick<TestModule, 'children' | 'state'>[]): string {
  const states = modules.flatMap((module) => {
    const tests = [...module.children.allTests()].map((test) => test.result().state);
    return tests.length === 0 && module.state() === 'failed' ? ['failed' as const] : tests;
  });
  const count = (state: string) => states.filter((one) => one === state).length;
  const skipped = count('skipped');
  return `${count('passed')} passed, ${count('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

export default class ClosingLine implements Reporter {
  private line = '';
  onTestRunEnd(modules: readonly TestModule[]): void {
    this.line = closingLine(modules);
    // After the summary of the default reporter.
    process.once('exit', () => console.log(this.line));
  }
}
