/** Charts of a deck: PowerPoint’s own where bars say all, else shapes: a trainer can change both. */
import type PptxGenJS from 'pptxgenjs';
import type { DeckPart } from '../../documents/deck-model.ts';
import { colors, type Box } from './look.ts';
import { drawShapes } from './drawn-chart.ts';

type Chart = Extract<DeckPart, { kind: 'chart' }>;

/** Draws a chart into a box. @throws Error when its words would be too small to read */
export function drawChart(
  { chart, drawing: { svg, width, height, letters, alt } }: Chart,
  box: Box,
  { slide, where }: { slide: PptxGenJS.Slide; where: string },
): void {
  // “Over 70%” is more than a bar of 70: such values are drawn, not computed.
  if (chart.kind === 'bars' && chart.rows.every(({ written, orMore }) => !written && !orMore)) {
    const data = [
      {
        name: chart.unit,
        labels: chart.rows.map(({ label }) => label),
        values: chart.rows.map(({ value }) => value ?? 0),
      },
    ];
    slide.addChart('bar', data, {
      ...bars,
      ...box,
      h: Math.min(box.h, chart.rows.length * 0.9 + 0.3),
      altText: alt,
      objectName: 'Chart',
    });
    return;
  }
  const scale = Math.min(box.w / width, box.h / height, 1 / 55);
  if (scale * letters * 72 < smallest) throw new Error(`${where}: the chart has no room; shorten the points.`);
  drawShapes(slide, svg, box, scale);
}

/** The smallest letters of a chart, in points. */
const smallest = 24;

const bars: PptxGenJS.IChartOpts = {
  barDir: 'bar',
  barGapWidthPct: 45,
  chartColors: [colors.hue],
  chartArea: { roundedCorners: false },
  // The library's types forget this value: the first row on top.
  catAxisOrientation: 'maxMin' as 'minMax',
  catAxisLabelColor: colors.ink,
  catAxisLabelFontSize: 24,
  catAxisLineShow: false,
  valAxisHidden: true,
  valAxisMinVal: 0,
  valGridLine: { style: 'none' },
  showLegend: false,
  showTitle: false,
  showValue: true,
  dataLabelColor: colors.ink,
  dataLabelFontSize: 24,
  dataLabelFormatCode: 'General',
};
