import { describe, expect, it } from 'vitest';
import { parseBlocks, parseInline } from '../../src/prose/parse.ts';
import { plainText } from '../../src/prose/tree.ts';

describe('parseBlocks', () => {
  it('reads headings with ids and earlier ids', () => {
    const { nodes, problems } = parseBlocks('## The chair {/* #chair #old-chair */}\n');
    expect(problems).toEqual([]);
    expect(nodes).toMatchObject([{ kind: 'heading', level: 2, anchor: 'chair', aliases: ['old-chair'] }]);
  });

  it('reads nested lists, boxes and quotations', () => {
    const { nodes, problems } = parseBlocks('1. One\n   - Inner\n2. Two\n\n<Callout kind="ask" title="Who">\nAsk **them**.\n</Callout>\n\n<Quote by="A member" source="deck" at="x">\nWords.\n</Quote>\n');
    expect(problems).toEqual([]);
    expect(nodes).toMatchObject([
      { kind: 'list', ordered: true, items: [[{ kind: 'paragraph' }, { kind: 'list', ordered: false }], [{ kind: 'paragraph' }]] },
      { kind: 'callout', tone: 'ask', title: 'Who' },
      { kind: 'quote', by: 'A member', cite: { ref: 'sources', id: 'deck', place: 'x' } },
    ]);
  });

  it.each([
    ['## No id\n', 1, 'has no id', 'no-id'],
    ['Text\n\n<Checklst id="a" />\n', 3, 'unknown component <Checklst>', '<Checklist>'],
    ['<Callout kind="tipp">\nx\n</Callout>\n', 1, 'cannot be `tipp`', '`tip`'],
    ['<Checklist />\n', 1, 'needs `id`', 'id='],
    ['<Checklist id="a" idd="b" />\n', 1, 'unknown attribute `idd`', '`id`'],
    ['Words\n\n| a | b |\n|---|---|\n| 1 | 2 |\n', 3, 'needs a caption', '<Comparison'],
    ['> Said.\n', 1, 'needs an attribution', '<Quote'],
    ["import X from 'y'\n", 1, 'not used here', 'Delete'],
    ['A sum: {1 + 1}\n', 1, 'would be a program', 'words'],
    ['- <Checklist id="a" />\n', 1, 'inside a list', 'line of its own'],
    ['# Title {/* #t */}\n', 1, 'this is #', 'frontmatter'],
  ])('explains %j', (source, line, problem, fix) => {
    const { problems } = parseBlocks(source);
    expect(problems[0]).toMatchObject({ line, problem: expect.stringContaining(problem) as string });
    expect(problems[0]!.fix).toContain(fix);
  });

  it('gives the line of a tag that is never closed', () => {
    const { problems } = parseBlocks('One\n\n<Callout kind="tip">\nTwo\n');
    expect(problems).toHaveLength(1);
    expect(problems[0]!.line).toBeGreaterThanOrEqual(3);
  });
});

describe('parseInline', () => {
  it('curls quotation marks and keeps emphasis, terms and citations', () => {
    const { nodes, problems } = parseInline('Don\'t say "no" to *them*: <Term id="mou">MOUs</Term>.<Cite source="deck" at="Key" />');
    expect(problems).toEqual([]);
    expect(plainText(nodes)).toBe('Don’t say “no” to them: MOUs.');
    expect(nodes.map(({ kind }) => kind)).toEqual(['text', 'emphasis', 'text', 'term', 'text', 'cite']);
  });

  it('refuses more than one paragraph', () => {
    expect(parseInline('One.\n\nTwo.').problems[0]!.problem).toContain('one paragraph');
  });
});
