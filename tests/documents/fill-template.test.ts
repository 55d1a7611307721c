import { expect, it } from 'vitest';
import { wordsOf, type DocBlock } from '../../src/documents/document.ts';
import { fillTemplate, signersOf } from '../../src/documents/fill-template.ts';
import { pullOutToDocument } from '../../src/documents/pull-out-to-document.ts';
import { readContent } from '../../src/reader/read.ts';
import { kitchenSink } from '../root.ts';

type Clause = (typeof letter)['articles'][number]['clauses'][number];
const letter = readContent(kitchenSink).site.templates['letter']!;
const context = {
  part: 'letter',
  hue: '#000000',
  link: () => undefined,
  draw: () => ({ svg: '', width: 1, height: 1, alt: '' }),
  embed: () => [],
};

function blocksWith(sheet: Record<string, string>): DocBlock[] {
  const { entry, filled } = fillTemplate(letter, sheet);
  return pullOutToDocument({ kind: 'templates', entry }, context, filled);
}
const clauses = (blocks: DocBlock[]) =>
  blocks.flatMap((block) => (block.kind === 'clause' ? [`${block.number} ${wordsOf(block.children)}`] : []));

it('keeps all of an untouched template, with nothing marked as optional', () => {
  expect(clauses(blocksWith({}))).toEqual([
    '1.1 This is between  and others.',
    '1.2 A clause to leave out.',
    '1.3  agrees, too.',
  ]);
  expect(signersOf(letter, {}).map(({ label }) => label)).toEqual(['First party', 'Second party']);
});

it('writes blanks, leaves clauses out, repeats clauses in the chosen order, and counts anew', () => {
  const blocks = blocksWith({
    'blank.first': 'Alba',
    'clause.extra.off': 'yes',
    'clause.others.rows': 'k2 k1',
    'clause.others.k1.other': 'One',
    'clause.others.k2.other': 'Two',
  });
  expect(clauses(blocks)).toEqual([
    '1.1 This is between Alba and others.',
    '1.2 Two agrees, too.',
    '1.3 One agrees, too.',
  ]);
  const names = JSON.stringify(blocks).match(/"name":"letter\.[^"]+/g);
  expect(new Set(names)).toEqual(
    new Set(['"name":"letter.first', '"name":"letter.other.k2', '"name":"letter.other.k1']),
  );
});

it('keeps a clause that is not optional, whatever the sheet says', () => {
  expect(clauses(blocksWith({ 'clause.between.off': 'yes', 'article.parties.off': 'yes' }))).toHaveLength(3);
});

it('gives the advice of a blank once, with the first copy that stands, and none for a blank that is gone', () => {
  const [between, extra, others] = letter.articles[0]!.clauses as [Clause, Clause, Clause];
  const advised: typeof letter = {
    ...letter,
    articles: [
      {
        ...letter.articles[0]!,
        clauses: [
          between,
          { ...extra, text: [{ kind: 'blank', id: 'spare', line: 1 }] },
          {
            ...others,
            guidance: [{ kind: 'text', text: 'Ask them.' }],
            points: [{ id: 'point-b', text: [{ kind: 'text', text: 'A point.' }] }],
          },
        ],
      },
    ],
    blanks: {
      ...letter.blanks,
      other: { ...letter.blanks['other']!, guidance: [{ kind: 'text', text: 'Its full name.' }] },
      spare: { label: 'Spare', size: 'line', guidance: [{ kind: 'text', text: 'Gone.' }] },
    },
  };
  const { entry, filled } = fillTemplate(advised, { 'clause.extra.off': 'yes', 'clause.others.rows': 'k2 k1' });
  const blocks = pullOutToDocument({ kind: 'templates', entry }, context, filled);
  const advice = blocks.flatMap((block) => (block.kind === 'guidance' ? [block.about] : []));
  expect(advice).toEqual(['Parties', '1.2', 'Name of another party', 'Name of the first party']);
  expect(Object.keys(entry.blanks)).toEqual(['other.k2', 'other.k1', 'first']);
  expect(blocks.flatMap((block) => (block.kind === 'clause' ? block.points.map(({ anchor }) => anchor) : []))).toEqual([
    'point-a',
    'point-b.k2',
    'point-b.k1',
  ]);
});

it('lists the signers of the sheet, added, removed and moved', () => {
  const sheet = { 'signers.rows': 's2 k1 s2', 'signers.k1.organization': 'Harbor', 'signers.s2.name': 'A. Judge' };
  expect(signersOf(letter, sheet).map(({ key, label, values }) => [key, label, values[0], values[2]])).toEqual([
    ['s2', 'Second party', '', 'A. Judge'],
    ['k1', 'Member organization', 'Harbor', ''],
  ]);
  expect(blocksWith(sheet).find((block) => block.kind === 'signatures')).toMatchObject({
    signers: [{ label: 'Second party' }, { label: 'Member organization', values: ['Harbor', '', '', ''] }],
  });
});
