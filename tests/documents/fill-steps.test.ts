import { expect, it } from 'vitest';
import { wordsOf, type DocBlock } from '../../src/documents/document.ts';
import { findPullOut } from '../../src/site/pull-outs.ts';
import { plainTextOf } from '../../src/documents/plain-text.ts';
import { filledDocument } from '../../src/documents/pull-out-model.ts';
import { readContent } from '../../src/reader/read.ts';
import type { PullOutKind } from '../../src/schemas/kinds.ts';
import { kitchenSink } from '../root.ts';

const { site } = readContent(kitchenSink);
const filled = (ref: PullOutKind, id: string, sheet: Record<string, string>): DocBlock[] =>
  filledDocument({ pullOut: findPullOut(site, { ref, id })!, notes: [], toolkit: 1, address: `/${ref}/${id}/` }, sheet)
    .parts[0]!.blocks;
const steps = (blocks: DocBlock[]) =>
  blocks.flatMap((block) =>
    block.kind === 'steps'
      ? block.items.map(({ anchor, text, done, written }) => [anchor, wordsOf(text), done, written])
      : [],
  );

it('writes ticks, who, when and notes beside the steps of a checklist, and one’s own steps after those of their group', () => {
  const sheet = {
    'step.ask.done': 'yes',
    'step.ask.owner': 'Chair',
    'step.rest.note': 'Later',
    'added.before.rows': 'k2 k1 k0',
    'added.before.k1.text': 'Call.',
    'added.before.k2.text': 'Write.',
    'added.before.k2.due': '2027-03-03',
    'added.gone.rows': 'k9',
    'added.gone.k9.text': 'Nowhere',
  };
  const blocks = filled('checklists', 'steps', sheet);
  expect(steps(blocks)).toEqual([
    ['ask', 'Ask somebody.', true, 'Chair'],
    ['rest', 'Rest.', false, 'Later'],
    ['added.before.k2', 'Write.', false, 'by March 3, 2027'],
    ['added.before.k1', 'Call.', false, ''],
  ]);
  expect(plainTextOf(blocks)).toContain('[x] Ask somebody. (Chair)');
  expect(plainTextOf(blocks)).toContain('[ ] Write. (by March 3, 2027)');
});

it('writes who takes on a duty', () => {
  expect(
    steps(
      filled('duties', 'chair', {
        'step.call.owner': 'Kim',
        'added.weekly.rows': 'a',
        'added.weekly.a.text': 'Water the plants.',
      }),
    ),
  ).toEqual([
    ['call', 'Call the members.', false, 'Kim'],
    ['added.weekly.a', 'Water the plants.', false, ''],
  ]);
});

it('writes the dates of a plan, and draws its bars where they are now', () => {
  const sheet = {
    'plan.start': '2027-01-15',
    'plan.length.meet': '2',
    'step.map.owner': 'Kim',
    'added.first.rows': 'a',
    'added.first.a.text': 'Celebrate.',
    'added.first.a.due': '2027-04-01',
  };
  const blocks = filled('timelines', 'plan', sheet);
  expect(steps(blocks).map(([, , , written]) => written)).toEqual([
    'January 15 to March 14, 2027',
    'March 15 to May 14, 2027 · Kim',
    'by April 1, 2027',
  ]);
  const widths = blocks.flatMap((block) =>
    block.kind === 'figure'
      ? [...block.svg.matchAll(/class="bar" x="([\d.]+)" y="\d+" width="([\d.]+)"/g)].map(([, x, width]) => [
          Number(x),
          Number(width),
        ])
      : [],
  );
  expect(widths.slice(0, 2)).toEqual([
    [0, 359.5],
    [359.5, 359.5],
  ]);
});

it('changes nothing in a list that nobody wrote into', () => {
  expect(steps(filled('timelines', 'plan', {})).map(([anchor, , done, written]) => [anchor, done, written])).toEqual([
    ['meet', false, ''],
    ['map', false, ''],
  ]);
});
