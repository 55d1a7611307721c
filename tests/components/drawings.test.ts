import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { chartInWords, groupsOf, percent, valueOf } from '../../src/site/chart-words.ts';
import { borders, outline, shapeOf, size } from '../../src/site/washington.ts';
import { readContent } from '../../src/reader/read.ts';
import { counties } from '../../src/schemas/region.ts';
import { kitchenSink, root } from '../root.ts';

const { charts } = readContent(kitchenSink).site;

it('says in words all that a chart shows, with the values as they were written', () => {
  expect(chartInWords(charts['counts']!)).toBe('Bar chart. Three counts. Things. 2001: 4. 2002: nearly 8.');
  expect(chartInWords(charts['spans']!)).toBe('Bars on a line of time. Two spans. Months. Begin: 0 to 3. End: 3 to 6.');
  expect(chartInWords(charts['answers']!)).toBe(
    'Dot chart of single answers. Five answers. Size. Here, 3 answers: I don’t know; 20; 10-15. There, 2 answers: about 30; 40 or more.',
  );
});

it('keeps the order of first use in groups, and places values between two percentages', () => {
  expect(groupsOf(charts['answers']!).map(({ label, rows }) => [label, rows.map(valueOf).length])).toEqual([
    ['Here', 3],
    ['There', 2],
  ]);
  expect([percent(0, 50, 30, 100), percent(25, 50, 30, 100), percent(1, 3)]).toEqual([30, 65, 33.33]);
});

it('knows the counties that the shapes know', () => {
  expect(counties).toHaveLength(39);
  expect(counties.filter((name) => shapeOf([name]).path === '')).toEqual([]);
});

it('draws the map in few bytes and leaves nothing out', () => {
  const regions = parse(readFileSync(join(root, 'content', 'regions.yaml'), 'utf8')) as Record<
    string,
    { counties: string[] }
  >;
  const shapes = Object.values(regions).map(({ counties: names }) => shapeOf(names));
  expect(outline.length + borders.length + shapes.map(({ path }) => path).join('').length).toBeLessThan(8_000);
  for (const {
    path,
    middle: [x, y],
  } of shapes) {
    expect(path).toMatch(/^M\d+ \d+l.*Z$/);
    expect(x > 0 && x < size.width && y > 0 && y < size.height).toBe(true);
  }
});
