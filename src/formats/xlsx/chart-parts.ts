/** The parts of an Excel file that charts need, which the library does not write: charts, their drawing, and how a sheet leads to them. */
import { escaped } from '../../documents/drawings.ts';
import type { Chart } from './charts.ts';

const office = 'http://schemas.openxmlformats.org';
const types = {
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
} as const;
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const emu = (points: number) => Math.round(points * 12_700);

/** A sheet with charts. */
export interface ChartSheet {
  /** Its name, and the path of its part: `xl/worksheets/sheet3.xml`. */
  name: string;
  path: string;
  charts: readonly Chart[];
  /** `#rrggbb` */
  hue: string;
}

/** The parts to add, by their paths. */
export function chartParts(sheet: ChartSheet): Record<string, string> {
  const { charts, path } = sheet;
  if (charts.length === 0) return {};
  const chartNames = charts.map((_chart, index) => `chart${index + 1}.xml`);
  return {
    [relationsOf(path)]: relations([['drawing', '../drawings/drawing1.xml']]),
    'xl/drawings/drawing1.xml': drawing(charts),
    'xl/drawings/_rels/drawing1.xml.rels': relations(chartNames.map((name) => ['chart', `../charts/${name}`])),
    ...Object.fromEntries(charts.map((chart, index) => [`xl/charts/${chartNames[index]!}`, chartXml(chart, sheet)])),
  };
}

/** A part of the library's with what leads to the charts. */
export function withCharts(path: string, xml: string, sheet: ChartSheet): string {
  if (sheet.charts.length === 0) return xml;
  if (path === sheet.path) {
    // In the order of Office's schema: behind what is printed, before what belongs to tables.
    const link = `<drawing xmlns:r="${office}/officeDocument/2006/relationships" r:id="rId1"/>`;
    return xml.replace(/(?=<(?:legacyDrawing|tableParts|extLst)\b|<\/worksheet>)/, link);
  }
  if (path !== '[Content_Types].xml') return xml;
  const parts = [
    ['drawings/drawing1.xml', types.drawing],
    ...sheet.charts.map((_chart, index) => [`charts/chart${index + 1}.xml`, types.chart]),
  ];
  const overrides = parts.map(([name, type]) => `<Override PartName="/xl/${name}" ContentType="${type}"/>`).join('');
  return xml.replace('</Types>', `${overrides}</Types>`);
}

const relationsOf = (path: string) => path.replace(/([^/]+)$/, '_rels/$1.rels');

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${office}/package/2006/relationships">${all.join('')}</Relationships>`;
}

function drawing(charts: readonly Chart[]): string {
  const anchors = charts.map(
    ({ title, row, width, height }, index) =>
      `<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row - 1}</xdr:row>` +
      `<xdr:rowOff>${emu(5)}</xdr:rowOff></xdr:from><xdr:ext cx="${emu(width)}" cy="${emu(height)}"/>` +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="Chart ${index + 1}" ` +
      `descr="${escaped(`Bar chart of the numbers above: ${title}`)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="${office}/drawingml/2006/chart"><c:chart r:id="rId${index + 1}"/>` +
      '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>',
  );
  return (
    `${declaration}<xdr:wsDr xmlns:xdr="${office}/drawingml/2006/spreadsheetDrawing" ` +
    `xmlns:a="${office}/drawingml/2006/main" xmlns:c="${office}/drawingml/2006/chart" ` +
    `xmlns:r="${office}/officeDocument/2006/relationships">${anchors.join('')}</xdr:wsDr>`
  );
}

/** A bar chart that computes nothing: without stored numbers, every program reads the cells. */
function chartXml({ title, names, series }: Chart, { name, hue }: ChartSheet): string {
  const at = (cells: string) => `<c:f>${escaped(`'${name}'!${cells}`)}</c:f>`;
  const colors = [hue.slice(1).toUpperCase(), 'B9B3A0', '75705F'];
  const letters = (size: number, bold = '') =>
    `<a:defRPr sz="${size}"${bold}><a:solidFill><a:srgbClr val="22302F"/></a:solidFill><a:latin typeface="Arial"/></a:defRPr>`;
  const all = series.map(
    (one, index) =>
      `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef>${at(one.name)}</c:strRef></c:tx>` +
      `<c:spPr><a:solidFill><a:srgbClr val="${colors[index % colors.length]}"/></a:solidFill></c:spPr>` +
      `<c:invertIfNegative val="0"/><c:cat><c:strRef>${at(names)}</c:strRef></c:cat>` +
      `<c:val><c:numRef>${at(one.amounts)}</c:numRef></c:val></c:ser>`,
  );
  const axis = (id: number, other: number, scale: string, more: string) =>
    `<c:axId val="${id}"/><c:scaling>${scale}</c:scaling><c:delete val="0"/>${more}<c:crossAx val="${other}"/>`;
  const marks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>';
  const format = '<c:numFmt formatCode="General" sourceLinked="0"/>';
  const grid =
    '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D4C7"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';
  return (
    `${declaration}<c:chartSpace xmlns:c="${office}/drawingml/2006/chart" xmlns:a="${office}/drawingml/2006/main" ` +
    `xmlns:r="${office}/officeDocument/2006/relationships"><c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich>` +
    `<a:bodyPr/><a:p><a:pPr>${letters(1200, ' b="1"')}</a:pPr><a:r><a:rPr lang="en-US" sz="1200" b="1"/>` +
    `<a:t>${escaped(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/>' +
    `<c:varyColors val="0"/>${all.join('')}<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>` +
    `<c:catAx>${axis(1, 2, '<c:orientation val="maxMin"/>', `<c:axPos val="l"/>${format}${marks}<c:tickLblPos val="low"/>`)}` +
    '<c:crosses val="autoZero"/></c:catAx><c:valAx>' +
    axis(
      2,
      1,
      '<c:orientation val="minMax"/><c:min val="0"/>',
      `<c:axPos val="b"/>${grid}${format}${marks}<c:tickLblPos val="nextTo"/>`,
    ) +
    `<c:crosses val="max"/></c:valAx></c:plotArea>` +
    (series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : '') +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    `<c:txPr><a:bodyPr/><a:p><a:pPr>${letters(1000)}</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr></c:chartSpace>`
  );
}
