import { expect, it } from 'vitest';
import { addressBook } from '../../src/model/addresses.ts';
import { composeProsePage, composePullOutPage, findPullOut, readingMinutes, termsIn } from '../../src/model/page.ts';
import { readContent } from '../../src/model/read.ts';
import { usesOf } from '../../src/model/uses.ts';
import type { Cite } from '../../src/prose/tree.ts';
import { kitchenSink } from '../root.ts';

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
  expect(page.notes.map(({ source, places }) => [source.id, places.map(({ n }) => n)])).toEqual([['slides', [1, 4, 5, 6, 7, 8, 9, 10]], ['law', [2, 3]]]);
});

it('leaves the model itself as it was', () => {
  const before = JSON.stringify(site.toolkits);
  composeProsePage(site, 'toolkits', 'sample');
  expect(JSON.stringify(site.toolkits)).toBe(before);
});

it('shows pull-outs where the text names them, a template as its outline', () => {
  const { blocks } = composeProsePage(site, 'toolkits', 'sample');
  const shown = blocks.filter((block) => block.kind === 'pull-out');
  expect(shown.map(({ pullOut }) => pullOut.kind)).toEqual(['checklists', 'duties', 'templates', 'forms', 'timelines', 'rosters', 'handouts']);
  const letter = shown[2]!.pullOut;
  expect(letter.kind === 'templates' && letter.entry.articles.map(({ title, clauses }) => [title, clauses.length])).toEqual([['Parties', 0]]);
});

it('knows every place of every page', () => {
  const book = addressBook(site);
  expect([...book.get('/toolkits/sample/')!]).toEqual(expect.arrayContaining(['a-heading', 'smaller', 'steps', 'steps-before', 'steps-ask', 'table-school', 'in-short', 'sources']));
  expect([...book.get('/templates/letter/')!]).toEqual(expect.arrayContaining(['parties', 'between', 'point-a', 'signatures']));
  expect(book.get('/5/')).toBeDefined();
  expect(book.get('/glossary/')!.has('mou')).toBe(true);
});

it('numbers a template in the order of its page: text, points, guidance, blanks last', () => {
  const { pullOut } = composePullOutPage(site, findPullOut(site, { ref: 'templates', id: 'letter' })!);
  expect(Object.keys(pullOut.entry).indexOf('blanks')).toBeGreaterThan(Object.keys(pullOut.entry).indexOf('articles'));
});

it('lists terms once and the pages that use a source', () => {
  expect(termsIn(site.toolkits['sample'])).toEqual(['mou']);
  expect(usesOf(site, 'law')).toEqual([
    { address: '/toolkits/sample/', title: 'Toolkit 5: The sample “toolkit”', places: ['(1)', '(2)'] },
    { address: '/forms/measures/', title: site.forms['measures']!.title, places: expect.any(Array) as string[] },
  ]);
  expect(readingMinutes({ words: 231 })).toBe(2);
});

it('counts only the citations of the text itself where pull-outs are named and not shown', () => {
  const cited = (embeds: 'whole' | 'named') => composeProsePage(site, 'toolkits', 'sample', embeds).notes.flatMap(({ places }) => places.map(({ place }) => place));
  expect(cited('whole')).toContain('Third slide');
  expect(cited('named')).not.toContain('Third slide');
});
