import { describe, expect, it } from 'vitest';
import { barsDrawing, chartDrawing } from '../../src/documents/drawings.ts';
import { pullOutDocument, toolkitDocument, type Publication } from '../../src/documents/site-documents.ts';
import type { Schedule } from '../../src/tools/plan.ts';
import { readContent } from '../../src/reader/read.ts';
import { timeAxis, timeBars } from '../../src/tools/time-axis.ts';
import { kitchenSink, root } from '../root.ts';

const real = readContent(root).site;
const sink = readContent(kitchenSink).site;
const plan = (around: string | undefined, ...steps: [start: number, length: number][]): Schedule => ({
  unit: 'days',
  around,
  periods: [
    { id: 'a', title: 'A', steps: steps.map(([start, length], index) => ({ id: `s${index}`, start, length })) },
  ],
});
/** Plans whose day 0 is near their end, in their middle, and at their start. */
const plans = [
  plan('the meeting', [-42, 7], [-7, 7]),
  plan('the meeting', [-42, 7], [35, 7]),
  plan('the meeting', [-84, 7], [-7, 7]),
  plan('the meeting', [-21, 7], [-7, 7]),
  plan('the meeting', [-10, 3], [0, 1]),
  plan('the yearly meeting', [-28, 21], [0, 14]),
  plan('the meeting', [0, 14]),
  ...Object.values(real.timelines),
  ...Object.values(sink.timelines),
];

/** How far each mark and text of a drawing reaches from left to right, letters half as wide as high. */
function extents(svg: string): { what: string; left: number; right: number; bottom: number }[] {
  const number = (text: string, name: string) => Number(new RegExp(` ${name}="([-\\d.]+)"`).exec(text)?.[1] ?? 0);
  return [...svg.matchAll(/<(rect|circle|path|text)( [^>]*)>([^<]*)/g)].map(
    ([, tag = '', attributes = '', words = '']) => {
      const x = number(attributes, tag === 'circle' ? 'cx' : 'x');
      if (tag === 'rect')
        return {
          what: attributes,
          left: x,
          right: x + number(attributes, 'width'),
          bottom: number(attributes, 'y') + number(attributes, 'height'),
        };
      if (tag === 'circle')
        return {
          what: attributes,
          left: x - number(attributes, 'r'),
          right: x + number(attributes, 'r'),
          bottom: number(attributes, 'cy') + number(attributes, 'r'),
        };
      if (tag === 'path') {
        const [, left = 0, , bottom = 0] = /d="M([-\d.]+) ([-\d.]+)(?:V([\d.]+))?/.exec(attributes) ?? [];
        return { what: attributes, left: Number(left), right: Number(left), bottom: Number(bottom) };
      }
      const long = words.length * number(attributes, 'font-size') * 0.5;
      const before = { end: long, middle: long / 2 }[/text-anchor="(end|middle)"/.exec(attributes)?.[1] ?? ''] ?? 0;
      return { what: words, left: x - before, right: x - before + long, bottom: number(attributes, 'y') };
    },
  );
}

describe('drawings', () => {
  it('have every mark and word within their edges', () => {
    const drawings = [
      ...plans.map((each) => barsDrawing(each, '#123456')),
      ...[...Object.values(real.charts), ...Object.values(sink.charts)].map((chart) => chartDrawing(chart, '#123456')),
    ];
    for (const { svg, width, height } of drawings) {
      const found = extents(svg);
      expect(found.length).toBeGreaterThan(2);
      expect(found.filter(({ left, right, bottom }) => left < 0 || right > width || bottom > height)).toEqual([]);
    }
  });

  it.each([
    ['letters of every day', 6.5, false],
    ['large letters, without the crowded ones', 12, true],
  ] as const)('keep the words under the bars of a plan apart: %s', (_, letter, large) => {
    for (const [{ around }, { marks }] of plans.map((each) => [each, timeBars(each)] as const)) {
      const shown = marks.filter(({ label, crowded }) => label && (!large || !crowded));
      expect(shown.map(({ label }) => label)).toContain(around ?? shown[0]!.label);
      const words = shown.map(({ label, beside: { x, anchor } }) =>
        anchor === 'start' ? { from: x, to: x + label.length * letter } : { from: x - label.length * letter, to: x },
      );
      words
        .slice(1)
        .forEach(({ from }, index) => expect(from, shown[index + 1]!.label).toBeGreaterThan(words[index]!.to));
    }
  });

  it('keep the first words and the occasion in large letters', () => {
    const { marks } = timeBars(real.timelines['meeting-cycle']!);
    const shown = marks.filter(({ crowded }) => !crowded).map(({ label }) => label);
    expect(shown).toEqual(['week −4', '−2', '−1', 'the meeting', '2', '3']);
  });

  it('say from when to when, and not more', () => {
    const alt = (...steps: [number, number][]) =>
      timeAxis(plan('the meeting', ...steps)).alt.replace('; the list below says the same in words.', '');
    expect(alt([-10, 3], [0, 14])).toBe(
      'A bar for each of 2 steps from 10 days before the meeting to 2 weeks after it',
    );
    expect(alt([-10, 7])).toBe('A bar for one step from 10 days before the meeting');
    expect(alt([0, 7], [7, 7])).toBe('A bar for each of 2 steps over 2 weeks after the meeting');
  });

  it('show names as they are, whatever signs they hold', () => {
    const publication: Publication = {
      site: { ...sink, regions: { king: { ...sink.regions['king']!, name: 'King & <Pierce>' } } },
      figures: { dot: '<svg viewBox="0 0 9 9"><g/></svg>' },
    };
    const figures = toolkitDocument(publication, 'sample').parts[0]!.blocks.filter((block) => block.kind === 'figure');
    expect(figures.find(({ anchor }) => anchor === 'region-map')!.svg).toContain('>King &amp; &lt;Pierce></text>');
  });
});

it('says what can be chosen before the table of voices', () => {
  const { parts } = pullOutDocument(
    { site: real, figures: {} },
    { kind: 'rosters', entry: Object.values(real.rosters).find(({ voices }) => voices.length > 0)! },
  );
  expect(parts[0]!.blocks.map(({ kind }) => kind)).toEqual(['grid', 'definitions', 'grid']);
  expect(JSON.stringify(parts[0]!.blocks[1])).toContain(
    '"One of: Has a say; Present, without a say; Not yet; Not known."',
  );
});

it('begins no sentence with a space where a choice has no advice', () => {
  const form = { ...sink.forms['log']!, columns: sink.forms['log']!.columns };
  const [definitions] = pullOutDocument({ site: sink, figures: {} }, { kind: 'forms', entry: form }).parts[0]!.blocks;
  expect(definitions).toMatchObject({
    kind: 'definitions',
    items: [{ term: 'People' }, { term: 'Place', children: [{ children: [{ text: 'One of: Here, There.' }] }] }],
  });
});
