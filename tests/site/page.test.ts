import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addressBook } from '../../src/site/addresses.ts';
import { allPullOuts, findPullOut } from '../../src/site/pull-outs.ts';
import { composeTermCards } from '../../src/site/term-cards.ts';
import { composeProsePage, composePullOutPage, readingMinutes } from '../../src/site/page.ts';
import { readContent } from '../../src/reader/read.ts';
import { usesOf } from '../../src/site/uses.ts';
import type { Cite } from '../../src/prose/tree.ts';
import { kitchenSink, sinkWith } from '../root.ts';

const { site } = readContent(kitchenSink);

function citesIn(value: unknown): Cite[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('kind' in value && value.kind === 'cite') return [value as Cite];
  return Object.values(value).flatMap(citesIn);
}

it('numbers citations in reading order and shares a number for the same place', () => {
  const page = composeProsePage(site, 'toolkits', 'sample');
  const cites = citesIn([page.inShort, page.blocks]);
  expect(cites.map(({ n }) => n)).toEqual([1, 2, 1, 3, 4, 5, 6, 7, 8, 8, 8, 9, 9, 10, 3, 10]);
  expect(cites.filter(({ first }) => first).map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(page.notes.map(({ source, places }) => [source.id, places.map(({ n }) => n)])).toEqual([
    ['slides', [1, 4, 5, 6, 7, 8, 9, 10]],
    ['law', [2, 3]],
  ]);
});

it('leaves the model itself as it was', () => {
  // Whoever writes into what is frozen, throws.
  const still = frozen(structuredClone(site));
  composeProsePage(still, 'toolkits', 'sample');
  for (const pullOut of allPullOuts(still)) composePullOutPage(still, pullOut);
  expect(still).toEqual(site);
});

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

it('shows pull-outs where the text names them, a template as its outline', () => {
  const { blocks } = composeProsePage(site, 'toolkits', 'sample');
  const shown = blocks.filter((block) => block.kind === 'pull-out');
  expect(shown.map(({ pullOut }) => pullOut.kind)).toEqual([
    'checklists',
    'duties',
    'templates',
    'forms',
    'timelines',
    'rosters',
    'handouts',
  ]);
  const letter = shown[2]!.pullOut;
  expect(
    letter.kind === 'templates' && letter.entry.articles.map(({ title, clauses }) => [title, clauses.length]),
  ).toEqual([['Parties', 0]]);
});

it('knows every place of every page', () => {
  const book = addressBook(site);
  expect([...book.get('/toolkits/sample/')!]).toEqual(
    expect.arrayContaining([
      'a-heading',
      'smaller',
      'steps',
      'steps-before',
      'steps-ask',
      'table-school',
      'in-short',
      'sources',
    ]),
  );
  expect([...book.get('/templates/letter/')!]).toEqual(
    expect.arrayContaining(['parties', 'between', 'point-a', 'signatures']),
  );
  expect(book.get('/5/')).toBeDefined();
  expect(book.get('/glossary/')!.has('mou')).toBe(true);
});

it('numbers a template in the order of its page: text, points, guidance, blanks last', () => {
  const cite = (place: string) => `<Cite source="slides" at="${place}" />`;
  const letter = readFileSync(join(kitchenSink, 'content', 'templates', 'letter.yaml'), 'utf8')
    .replace('A clause to leave out.', `A clause to leave out.${cite('Text')}`)
    .replace(
      '        optional: true\n        guidance: Leave it out where nobody asks.',
      `        guidance: Leave it out.${cite('Guidance')}\n        points: [{ id: point-b, text: '${cite('Point')}' }]`,
    )
    .replace('Use the full name.', `'Use the full name.${cite('Blank')}'`);
  const cited = readContent(sinkWith({ 'templates/letter.yaml': letter })).site;
  const { pullOut } = composePullOutPage(cited, findPullOut(cited, { ref: 'templates', id: 'letter' })!);
  expect(citesIn(pullOut.entry).map(({ place, n }) => [place, n])).toEqual([
    ['Text', 1],
    ['Point', 2],
    ['Guidance', 3],
    ['Blank', 4],
  ]);
});

it('lists the pages that use a source', () => {
  expect(usesOf(site, 'law')).toEqual([
    { address: '/toolkits/sample/', title: 'Toolkit 5: The sample “toolkit”', places: ['(1)', '(2)'] },
    { address: '/forms/measures/', title: site.forms['measures']!.title, places: expect.any(Array) as string[] },
  ]);
  expect(readingMinutes({ words: 231 })).toBe(2);
});

it('has a card for each term: its words without sources', () => {
  const cards = composeTermCards(site);
  expect(Object.keys(cards)).toEqual(Object.keys(site.glossary));
  expect(citesIn(Object.values(site.glossary)).length).toBeGreaterThan(0);
  expect(citesIn(Object.values(cards))).toEqual([]);
  expect(cards['mou']!.definition.flat()).toContainEqual(expect.objectContaining({ kind: 'text' }));
});

it('counts only the citations of the text itself where pull-outs are named and not shown', () => {
  const cited = (embeds: 'whole' | 'named') =>
    composeProsePage(site, 'toolkits', 'sample', embeds).notes.flatMap(({ places }) =>
      places.map(({ place }) => place),
    );
  expect(cited('whole')).toContain('Third slide');
  expect(cited('named')).not.toContain('Third slide');
});
