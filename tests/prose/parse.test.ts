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
    const { nodes, problems } = parseBlocks(
      '1. One\n   - Inner\n2. Two\n\n<Callout kind="ask" title="Who">\nAsk **them**.\n</Callout>\n\n<Quote ' +
        'by="A member" source="deck" at="x">\nWords.\n</Quote>\n',
    );
    expect(problems).toEqual([]);
    expect(nodes).toMatchObject([
      {
        kind: 'list',
        ordered: true,
        items: [[{ kind: 'paragraph' }, { kind: 'list', ordered: false }], [{ kind: 'paragraph' }]],
      },
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
    ['One\n\nWords <Cite source="deck">40 people</Cite>\n', 3, '<Cite> holds nothing', '<Cite … />'],
    ['<Cite source="deck">\n40 people\n</Cite>\n', 1, '<Cite> holds nothing', '<Cite … />'],
    ['One\n\n<Chart id="x">\nWords\n</Chart>\n', 3, '<Chart> holds nothing', '<Chart … />'],
    ['<Blank id="x">County</Blank>\n', 1, '<Blank> holds nothing', '<Blank … />'],
    [
      '<Comparison caption="C">\n\n| a |\n|---|\n| 1 |\n\nAnd words.\n\n</Comparison>\n',
      1,
      'holds one table and nothing else',
      'Markdown table',
    ],
    [
      '<Comparison caption="C">\n\n| a |\n|---|\n| 1 |\n\n| b |\n|---|\n| 2 |\n\n</Comparison>\n',
      1,
      'holds one table and nothing else',
      'Markdown table',
    ],
    ['<Comparison caption="C">\nWords\n</Comparison>\n', 1, 'holds one table and nothing else', 'Markdown table'],
    [
      '<Comparison caption="C">\n\n| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n| 1 | 2 |\n\n</Comparison>\n',
      6,
      'the row has 2 cells under 3 heads',
      '| |',
    ],
    [
      '<Comparison caption="C">\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n\n</Comparison>\n',
      5,
      'the row has 3 cells under 2 heads',
      '| |',
    ],
    ['- One\n- [x] Two\n', 2, 'no boxes to tick', 'checklist'],
    ['A [link](/x/ "its title").\n', 1, 'a link has no title', 'into the text'],
    ['<constructor />\n', 1, 'unknown component <constructor>', 'Known:'],
    ['Words <toString /> here\n', 1, 'unknown component <toString>', 'Known:'],
    ['<Checklist id="a" constructor="b" />\n', 1, 'unknown attribute `constructor`', '`id`'],
  ])('explains %j', (source, line, problem, fix) => {
    const { problems } = parseBlocks(source);
    expect(problems[0]).toMatchObject({ line, problem: expect.stringContaining(problem) as string });
    expect(problems[0]!.fix ?? '').toContain(fix);
  });

  it('curls the quotation marks of words in attributes, as those of the text', () => {
    const { nodes, problems } = parseBlocks(
      '<Callout kind="ask" title="A child\'s \'yes\'">\nA child\'s "yes".\n</Callout>\n\n<Figure drawing="a-b" ' +
        'alt="It\'s a dot" />\n\n<Quote by="The county\'s chair" source="deck" at="Judge\'s note">\nWords.\n</Quote>\n',
    );
    expect(problems).toEqual([]);
    expect(nodes).toMatchObject([
      { title: 'A child’s ‘yes’', children: [{ children: [{ text: 'A child’s “yes”.' }] }] },
      { drawing: 'a-b', alt: 'It’s a dot' },
      { by: 'The county’s chair', cite: { id: 'deck', place: 'Judge’s note' } },
    ]);
  });

  it('gives the line of a tag that is never closed', () => {
    const { problems } = parseBlocks('One\n\n<Callout kind="tip">\nTwo\n');
    expect(problems.map(({ line }) => line)).toEqual([3]);
  });
});

describe('parseInline', () => {
  it('curls quotation marks and keeps emphasis, terms and citations', () => {
    const { nodes, problems } = parseInline(
      'Don\'t say "no" to *them*: <Term id="mou">MOUs</Term>.<Cite source="deck" at="Key" />',
    );
    expect(problems).toEqual([]);
    expect(plainText(nodes)).toBe('Don’t say “no” to them: MOUs.');
    expect(nodes.map(({ kind }) => kind)).toEqual(['text', 'emphasis', 'text', 'term', 'text', 'cite']);
  });

  it('refuses more than one paragraph', () => {
    expect(parseInline('One.\n\nTwo.').problems[0]!.problem).toContain('one paragraph');
  });
});
