import { describe, expect, it } from 'vitest';
import { epub } from '../../../src/formats/epub.ts';
import { shellPath } from '../../programs.ts';
import { kitchenSink, root } from '../../root.ts';
import { violationsIn } from './ace-runner.ts';
import { tools, wholeSetOf } from './book.ts';

describe.runIf(shellPath)('Ace', () => {
  it('finds nothing in the whole set', { timeout: 1_200_000 }, async () => {
    expect(await violationsIn(await epub.write(wholeSetOf(root), tools), shellPath!)).toEqual([]);
  });

  it('finds what is wrong', { timeout: 600_000 }, async () => {
    const document = wholeSetOf(kitchenSink);
    const part = document.parts[0]!;
    const picture = {
      kind: 'figure' as const,
      svg: '<svg><path d="M0 0"/></svg>',
      width: 1,
      height: 1,
      alt: '',
      caption: [],
    };
    const skipped = {
      kind: 'heading' as const,
      level: 4 as const,
      anchor: 'skipped',
      children: [{ kind: 'text' as const, text: 'Skipped' }],
    };
    const faulty = {
      ...document,
      parts: [
        { ...part, blocks: [{ ...skipped, level: 2 as const, anchor: 'first' }, skipped, picture] },
        ...document.parts.slice(1).map((other) => ({ ...other, intro: [], blocks: [], notes: [] })),
      ],
    };
    const found = await violationsIn(await epub.write(faulty, tools), shellPath!);
    expect(found).toEqual([
      expect.stringMatching(/toolkits-sample\.xhtml: heading-order/),
      expect.stringMatching(/toolkits-sample\.xhtml: svg-img-alt/),
    ]);
  });
});
