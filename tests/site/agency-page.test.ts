/** The pages of kinds of agencies: each gathers its row, its clause, its steps and its worksheet. */
import { expect, it } from 'vitest';
import { readContent } from '../../src/reader/read.ts';
import { addressBook } from '../../src/site/addresses.ts';
import { composeAgencyPage } from '../../src/site/agency-page.ts';
import { plainText } from '../../src/prose/tree.ts';
import { kitchenSink, root } from '../root.ts';

const { site } = readContent(root);

it.each(Object.keys(site.agencies))('%s finds its clause, its steps and its worksheet', (id) => {
  const { agency, clause, steps, worksheet, notes } = composeAgencyPage(site, id);
  expect(clause && plainText(agency.path.flat())).toContain('your clause in the memorandum');
  expect(clause?.template.articles.some(({ clauses }) => clauses.some((one) => one.id === clause.clause.id))).toBe(
    true,
  );
  expect(clause?.number).toMatch(/^\d+\.\d+$/);
  expect(steps?.section.body.length).toBeGreaterThan(0);
  expect(worksheet?.articles.length).toBeGreaterThan(0);
  // The page shows no advice on the worksheet: its sources would stand there for nothing.
  const advised = worksheet!.articles.flatMap((article) => [article, ...article.clauses]);
  expect(advised.filter(({ guidance }) => guidance)).toEqual([]);
  expect(notes[0]!.places[0]!.n).toBe(1);
  expect([...addressBook(site).get(`/agencies/${id}/`)!]).toEqual(
    expect.arrayContaining(['row', 'clause', 'steps', 'worksheet', 'reading']),
  );
});

it('numbers the clause as the memorandum does', () => {
  const probation = composeAgencyPage(site, 'probation').clause!;
  const roles = probation.template.articles.findIndex(({ clauses }) =>
    clauses.some(({ id }) => id === 'juvenile-probation'),
  );
  expect(probation.number).toBe(`${roles + 1}.2`);
});

it('leaves out what the path of an agency does not lead to', () => {
  const { sections, clause, steps } = composeAgencyPage(readContent(kitchenSink).site, 'school');
  expect([clause, steps]).toEqual([undefined, undefined]);
  expect(sections.map(({ anchor }) => anchor)).toEqual(['row', 'reading']);
});
