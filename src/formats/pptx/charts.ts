/** Charts of a deck: PowerPoint’s own where bars say all, so that a trainer can change them; else a picture. */
import type PptxGenJS from 'pptxgenjs';
import type { DeckPart } from '../../documents/deck-model.ts';
import { colors, type Box } from './look.ts';
import { dataOf } from './pictures.ts';

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
  slide.addImage({
    data: dataOf(svg),
    altText: alt,
    objectName: 'Chart',
    x: box.x,
    y: box.y,
    w: width * scale,
    h: height * scale,
  });
}

/** The smallest letters of a chart, in points. */
const smallest = 12;

const bars: PptxGenJS.IChartOpts = {
  barDir: 'bar',
  barGapWidthPct: 45,
  chartColors: [colors.hue],
  chartArea: { roundedCorners: false },
  // The library's types forget this value: the first row on top.
  catAxisOrientation: 'maxMin' as 'minMax',
  catAxisLabelColor: colors.ink,
  catAxisLabelFontSize: 18,
  catAxisLineShow: false,
  valAxisHidden: true,
  valAxisMinVal: 0,
  valGridLine: { style: 'none' },
  showLegend: false,
  showTitle: false,
  showValue: true,
  dataLabelColor: colors.ink,
  dataLabelFontSize: 18,
  dataLabelFormatCode: 'General',
};
