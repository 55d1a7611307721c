/** Sets of a template, its annexes, its short version and its summary. */
import { describe, expect, it } from 'vitest';
import type { DocBlock } from '../../src/documents/document.ts';
import { fillTemplate, setSwitch, shortest, withoutSets } from '../../src/documents/fill-template.ts';
import { promisesIn } from '../../src/documents/pull-outs/promises.ts';
import { editionsOf } from '../../src/documents/template-editions.ts';
import { wordsOf } from '../../src/documents/document.ts';
import { formatProblem } from '../../src/prose/problem.ts';
import { readContent } from '../../src/reader/read.ts';
import { publicationOf } from '../formats/publication.ts';
import { root, sinkWith } from '../root.ts';

const publication = publicationOf(root);
const agreement = publication.site.templates['memorandum-of-understanding']!;
const clausesOf = ({ articles }: typeof agreement) => articles.flatMap(({ clauses }) => clauses);
const ids = (entry: typeof agreement) => clausesOf(entry).map(({ id }) => id);

describe('the sets of the agreement', () => {
  it('leave out their articles, clauses and points, and the blanks that nobody is asked for any more', () => {
    const short = shortest(agreement);
    expect(ids(short)).toEqual(
      expect.arrayContaining(['members', 'protocol', 'all-members', 'aggregate-only', 'reporting', 'amendments']),
    );
    expect(ids(short)).not.toEqual(expect.arrayContaining(['voting']));
    expect(clausesOf(short).some(({ points }) => points)).toBe(false);
    expect(Object.keys(short.blanks)).not.toContain('quorum');
    expect(Object.keys(short.blanks)).toContain('protocol-date');
    expect(short.articles.some(({ annex }) => annex)).toBe(false);
  });

  it('keep every clause that a task force has a duty to keep: rules on children stand in no set', () => {
    for (const id of [
      'no-case-team',
      'no-identifiers',
      'small-numbers',
      'one-child',
      'no-case-talk',
      'reporting',
      'own-duties',
      'privacy-of-members',
    ])
      expect(ids(shortest(agreement)), id).toContain(id);
  });

  it('go one by one', () => {
    const without = withoutSets(agreement, { [setSwitch('media')]: 'yes' });
    expect(ids(agreement).filter((id) => !ids(without).includes(id))).toEqual([
      'spokesperson',
      'no-child-in-media',
      'publicity',
      'survivors-in-media',
    ]);
    expect(withoutSets(agreement, {})).toBe(agreement);
    expect(ids(fillTemplate(agreement, { [setSwitch('media')]: 'yes' }).entry)).toEqual(ids(without));
  });

  it('make a short version of about 900 words from the same text, and one page of promises', () => {
    const [short, summary] = editionsOf(publication, { kind: 'templates', entry: agreement });
    const words = (blocks: readonly DocBlock[]) =>
      blocks.flatMap((block) => (block.kind === 'clause' ? wordsOf(block.children).split(/\s+/) : [])).length;
    expect(words(short!.parts[0]!.blocks)).toBeLessThan(1_100);
    expect(short!.name).toBe('csec-template-memorandum-of-understanding-short');
    const [table] = summary!.parts[0]!.blocks as Extract<DocBlock, { kind: 'table' }>[];
    expect(table!.rows.map(([who]) => wordsOf(who!))).toEqual([
      'Every member',
      'Juvenile probation',
      'Child welfare',
      'Law enforcement',
      'Prosecuting attorney',
      'Schools',
      'Advocacy organizations',
      'Service providers',
      'Courts',
      'Medical services',
      'Mental health services',
      'Defense and dependency attorneys',
      '',
    ]);
    expect(table!.rows).toHaveLength(promisesIn(agreement).length);
    expect(summary!.parts[0]!.notes).toEqual([]);
  });
});

describe('the check of sets', () => {
  const faults = (to: string) =>
    readContent(
      sinkWith({ 'templates/letter.yaml': ['        optional: true\n', `        optional: true\n${to}`] }),
    ).problems.map(formatProblem);
  it.each([
    ['a set that is not defined', '        set: nowhere\n', 'unknown set `nowhere`'],
    ['points in such a set', '        pointsSet: nowhere\n', 'unknown set `nowhere`'],
  ])('names %s', (_name, to, expected) => {
    expect(faults(to)).toEqual([expect.stringContaining(expected)]);
  });

  it('names a set to which nothing belongs, and an article behind an annex', () => {
    const problems = readContent(
      sinkWith({
        'templates/letter.yaml': [
          'articles:\n',
          'sets:\n  empty: { title: Empty, about: Nothing. }\narticles:\n  - id: first-annex\n    title: List\n    ' +
            'annex: true\n    clauses: [{ id: listed, text: A list. }]\n',
        ],
      }),
    ).problems.map(formatProblem);
    expect(problems).toEqual([
      expect.stringContaining('nothing belongs to the set `empty`'),
      expect.stringContaining('the article `parties` stands behind an annex'),
    ]);
  });
});
