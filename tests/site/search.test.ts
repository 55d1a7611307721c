import { beforeAll, expect, inject, it } from 'vitest';
import type { Search } from '../../src/client/search/search.ts';
import { builtSearch } from '../search/built.ts';
import { drawHeadings, measureHeadings } from '../search/headings.ts';
import { judgedSet, type Judged } from '../search/judged.ts';
import { measure, oursFrom } from '../search/measure.ts';

let search: Search;
let queries: Judged[];
beforeAll(() => {
  search = builtSearch(inject('site'));
  queries = judgedSet().filter(({ part }) => part === 'measured');
});

it('answers the judged queries that it was never tuned on', async () => {
  const figures = await measure(
    queries.filter(({ grades }) => grades.size > 0),
    oursFrom(search),
  );
  expect(figures.ndcg).toBeGreaterThanOrEqual(0.84);
  expect(figures.first).toBeGreaterThanOrEqual(0.88);
  expect(figures.three).toBeGreaterThanOrEqual(0.95);
  expect(figures.nothing).toBeLessThanOrEqual(0.01);
});

it('leads every query of crisis to help first, and finds nothing for nonsense', async () => {
  const firsts = judgedSet().filter(({ kind }) => kind === 'crisis');
  for (const { query } of firsts)
    expect([query, (await search.ask(query)).crisis?.call.map(({ href }) => href)]).toEqual([
      query,
      expect.arrayContaining(['tel:911']),
    ]);
  for (const { query } of judgedSet().filter(({ grades }) => grades.size === 0)) {
    const { crisis, results } = await search.ask(query);
    expect([query, crisis, results]).toEqual([query, undefined, []]);
  }
});

it('finds misspelt words as the right ones', async () => {
  const misspelt = queries.filter(({ kind }) => kind === 'one-slip' || kind === 'two-slips');
  expect((await measure(misspelt, oursFrom(search))).three).toBeGreaterThanOrEqual(0.95);
});

it('leads a typed heading to its section', async () => {
  const { listed, first } = await measureHeadings(search, drawHeadings(search, 110));
  expect(listed).toBeGreaterThanOrEqual(105);
  expect(first).toBeGreaterThanOrEqual(100);
});
