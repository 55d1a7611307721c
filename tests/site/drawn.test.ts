import { describe, expect, it } from 'vitest';
import { addressBook } from '../../src/site/addresses.ts';
import { composeProsePage } from '../../src/site/page.ts';
import { readContent } from '../../src/reader/read.ts';
import { usesOf } from '../../src/site/uses.ts';
import { formatProblem } from '../../src/prose/problem.ts';
import { kitchenSink, sinkWith } from '../root.ts';

const { site } = readContent(kitchenSink);
const faultsOf = (...edits: Parameters<typeof sinkWith>) => readContent(sinkWith(...edits)).problems.map(formatProblem);

it('puts the data of charts, map and grid where the text names them, in the order of their files', () => {
  const { blocks } = composeProsePage(site, 'toolkits', 'sample');
  const drawn = blocks.flatMap((block) =>
    block.kind === 'chart'
      ? [block.chart.id]
      : block.kind === 'region-map'
        ? block.regions.map(({ name }) => name)
        : block.kind === 'agency-grid'
          ? block.agencies.map(({ kind }) => kind)
          : [],
  );
  expect(drawn).toEqual(['counts', 'spans', 'answers', 'Twin Cities', 'King', 'School', 'Court']);
});

it('gives each chart, region and agency an address, and the agencies a line in the contents', () => {
  const page = composeProsePage(site, 'toolkits', 'sample');
  expect([...addressBook(site).get('/toolkits/sample/')!]).toEqual(
    expect.arrayContaining(['counts', 'region-map', 'region-king', 'grid-school', 'grid-court']),
  );
  expect(page.toc.filter(({ anchor }) => anchor.startsWith('grid-'))).toEqual([
    { level: 3, anchor: 'grid-school', text: 'School' },
    { level: 3, anchor: 'grid-court', text: 'Court' },
  ]);
});

it('counts their citations as the page’s', () => {
  expect(usesOf(site, 'slides').find(({ address }) => address === '/toolkits/sample/')!.places).toEqual(
    expect.arrayContaining(['A chart', 'A map', 'A grid']),
  );
});

describe('faults', () => {
  it.each<[string, Record<string, [string, string]>, RegExp]>([
    [
      'an unknown chart',
      { 'toolkits/sample.mdx': ['<Chart id="counts" />', '<Chart id="count" />\n\n<Chart id="counts" />'] },
      /sample\.mdx:\d+: unknown chart `count`\. Did you mean `counts`\?/,
    ],
    [
      'a chart that is drawn nowhere',
      { 'toolkits/sample.mdx': ['<Chart id="counts" />\n', ''] },
      /counts\.yaml:1: the chart `counts` is drawn nowhere\. Write <Chart id="counts" \/>/,
    ],
    [
      'a chart without a source',
      { 'charts/counts.yaml': ['<Cite source="slides" at="A chart" />', ''] },
      /counts\.yaml:8: no source is cited here\. Add <Cite/,
    ],
    [
      'a bar without a number',
      { 'charts/counts.yaml': ['value: 4', 'written: four'] },
      /counts\.yaml:6: a bar needs `value`/,
    ],
    [
      'an axis without numbers',
      { 'charts/spans.yaml': ['ticks: [0, 3, 6]\n', ''] },
      /spans\.yaml:1: a chart of kind `gantt` needs `ticks`/,
    ],
    [
      'a value beyond the axis',
      { 'charts/answers.yaml': ['value: 40', 'value: 400'] },
      /answers\.yaml:10: the value lies beyond the axis/,
    ],
    [
      'a span that ends before it starts',
      { 'charts/spans.yaml': ['end: 6', 'end: 2'] },
      /spans\.yaml:8: the span ends before it starts/,
    ],
    [
      'a county that Washington does not have',
      { 'regions.yaml': ['[King]', '[Kign]'] },
      /regions\.yaml:7: `counties` cannot be `Kign`\. Did you mean `King`\?/,
    ],
    [
      'a stage without a point',
      { 'agencies.yaml': ['identification: [Parties]\n  ', ''] },
      /agencies\.yaml:13: `identification` is missing/,
    ],
    [
      'a pull-out inside a pull-out',
      { 'handouts/sheet.yaml': ['body: ', 'body: |\n      <Chart id="counts" />\n\n      '] },
      /sheet\.yaml:\d+: pull-outs and drawings show only in the text of a page/,
    ],
  ])('explains %s', (_name, edits, expected) => {
    expect(faultsOf(edits)).toEqual([expect.stringMatching(expected)]);
  });
});
