import { expect, it } from 'vitest';
import { editionOf } from '../../src/site/edition.ts';
import { readContent } from '../../src/reader/read.ts';
import { kitchenSink } from '../root.ts';

it('is as new as the newest page, whatever sort of page that is', () => {
  const { site } = readContent(kitchenSink);
  const newer = { ...site, rosters: { table: { ...site.rosters['table']!, reviewed: '2031-02-03' } } };
  expect(editionOf(newer, '1.2.3')).toEqual({ version: '1.2.3', reviewed: '2031-02-03' });
});
