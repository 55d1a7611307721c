/**
 * The one pass over what the library writes: it promises parts that do not exist, orders lists as no schema allows, knows no
 * placeholders that inherit, and leaves a broken picture beside every SVG. The result depends on the deck only.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { setName } from '../../schemas/names.ts';
import { dated, reproducible } from '../office.ts';
import { placeholders, type PlaceholderName } from './layouts.ts';
import { face, theme } from './look.ts';
import type { Raster } from './pictures.ts';

/** What the pass needs to know of the deck. `hue` and `tint` as `rrggbb`. */
export interface About {
  reviewed: string;
  titles: readonly string[];
  hue: string;
  tint: string;
}

/** The finished file for the bytes of the library. */
export function clean(bytes: Uint8Array, deck: About, raster: Raster): Uint8Array {
  const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('/')));
  numberCharts(parts);
  for (const [path, data] of parts) {
    if (path.endsWith('.svg')) {
      const drawn = raster(strFromU8(data));
      if (!drawn) continue;
      parts.set(path, strToU8(drawn.svg));
      parts.set(
        path.replace(/(\d+)\.svg$/, (_, n: string) => `${Number(n) - 1}.png`),
        drawn.png,
      );
    } else if (path.endsWith('.xlsx')) {
      parts.set(path, reproducible(data, dated(deck.reviewed)));
    }
  }
  const edit = (path: string, change: (xml: string) => string) =>
    parts.set(path, strToU8(change(strFromU8(parts.get(path)!))));
  for (const path of parts.keys()) {
    if (/^ppt\/(slides|slideLayouts|slideMasters)\/[^/]+\.xml$/.test(path)) edit(path, shapes);
    if (/^ppt\/slideLayouts\/[^/]+\.xml$/.test(path)) edit(path, inherited);
    // A flat chart has two axes; the library names a third.
    if (/^ppt\/charts\/[^/]+\.xml$/.test(path))
      edit(path, (xml) => xml.replace(/(<c:axId [^>]*>\s*<c:axId [^>]*>)\s*<c:axId [^>]*>(?=<\/c:barChart>)/, '$1'));
    if (/^ppt\/notesSlides\/[^/]+\.xml$/.test(path)) edit(path, paragraphs);
  }
  edit('ppt/theme/theme1.xml', (xml) => themed(xml, deck));
  // Two masters never share a theme.
  parts.set('ppt/theme/theme2.xml', parts.get('ppt/theme/theme1.xml')!);
  edit('ppt/notesMasters/_rels/notesMaster1.xml.rels', (xml) => xml.replace('theme1.xml', 'theme2.xml'));
  const points = [...parts.keys()].find(
    (path) =>
      path.startsWith('ppt/slideLayouts/slide') && strFromU8(parts.get(path)!).includes('<p:cSld name="Points">'),
  )!;
  edit('ppt/slideMasters/slideMaster1.xml', (xml) => master(xml, strFromU8(parts.get(points)!)));
  edit('ppt/presentation.xml', (xml) =>
    xml.replace(/(<p:sldIdLst>.*<\/p:sldIdLst>)(<p:notesMasterIdLst>.*<\/p:notesMasterIdLst>)/s, '$2$1'),
  );
  edit('docProps/app.xml', (xml) => properties(xml, deck.titles));
  edit('[Content_Types].xml', (xml) => contentTypes(xml, parts));
  return reproducible(zipSync(Object.fromEntries(parts), { level: 0 }), dated(deck.reviewed));
}

/** Charts are counted through the life of the program: here from 1. */
function numberCharts(parts: Map<string, Uint8Array>): void {
  const name = /(chart|Microsoft_Excel_Worksheet)(\d+)(\.xml|\.xlsx)/g;
  const numbers = [...parts.keys()]
    .flatMap((path) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(path)?.[1] ?? [])
    .sort((a, b) => Number(a) - Number(b));
  const renumbered = (text: string) =>
    text.replace(
      name,
      (_, kind: string, n: string, extension: string) => `${kind}${numbers.indexOf(n) + 1}${extension}`,
    );
  for (const [path, data] of [...parts]) {
    const text = /\.rels$|^\[Content_Types\]/.test(path) ? strToU8(renumbered(strFromU8(data))) : data;
    if (renumbered(path) !== path) parts.delete(path);
    parts.set(renumbered(path), text);
  }
}

/** Shapes with the name of a placeholder become one, and a paragraph keeps its properties once. */
function shapes(xml: string): string {
  // The library numbers its shapes from 1, and the number of the slide 25.
  let id = 0;
  return xml
    .replace(/(<p:cNvPr id=")\d+/g, (_, start: string) => `${start}${(id += 1)}`)
    .replace(
      /(<p:cNvPr id="\d+" name=")([^"]*)(">?\/?>?(?:<\/p:cNvPr>)?)\s*<p:cNvSpPr\b[^>]*?(?:\/>|>.*?<\/p:cNvSpPr>)\s*<p:nvPr>.*?<\/p:nvPr>/gs,
      (whole, start: string, name: string, end: string) => {
        const placeholder = placeholders[name as PlaceholderName];
        return placeholder
          ? `${start}${name.replace(' Placeholder 0', '')}${end}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${placeholder}/></p:nvPr>`
          : whole;
      },
    )
    .replace(/<a:p>.*?<\/a:p>/gs, (paragraph) => {
      const [first] = /<a:pPr\b[^>]*?(?:\/>|>.*?<\/a:pPr>)/s.exec(paragraph) ?? [''];
      return paragraph.replace(/<a:pPr\b[^>]*?(?:\/>|>.*?<\/a:pPr>)/gs, '').replace('<a:p>', `<a:p>${first}`);
    });
}

/** The form of a placeholder’s example text becomes what its slides inherit. */
function inherited(xml: string): string {
  return xml
    .replace(/(type="slidenum">.*?<a:t>)\d+/s, '$1‹#›')
    .replace(
      /<a:lstStyle\/><a:p><a:pPr\b([^>]*)>(.*?)<\/a:pPr><a:r><a:rPr\b([^>]*)>(.*?)<\/a:rPr>/gs,
      (whole, attributes: string, spacing: string, form: string, color: string) => {
        const level = `<a:lvl1pPr${attributes}>${spacing}<a:defRPr${form.replace(' dirty="0"', '')}>${color}</a:defRPr></a:lvl1pPr>`;
        return whole.replace('<a:lstStyle/>', `<a:lstStyle>${level}</a:lstStyle>`);
      },
    );
}

/** The master holds the placeholders of the layout for points: title, text, footer, number. */
function master(xml: string, layout: string): string {
  const own = [...layout.matchAll(/<p:sp>.*?<\/p:sp>/gs)]
    .map(([shape]) => shape)
    .filter((shape) => shape.includes('<p:ph ') && !shape.includes(placeholders.Source));
  return xml
    .replace(
      '<p:cSld><p:spTree>',
      '<p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>',
    )
    .replace(/<\/p:grpSpPr>.*<\/p:spTree>/s, `</p:grpSpPr>${own.join('')}</p:spTree>`)
    .replace(/(<p:titleStyle>\s*<a:lvl1pPr) algn="ctr"/, '$1 algn="l"')
    .replace(/<p:hf [^>]*\/>/, '<p:hf hdr="0" dt="0"/>');
}

/** Each line of the notes is a paragraph. */
function paragraphs(xml: string): string {
  return xml.replace(
    /<a:p>(<a:r><a:rPr[^>]*\/><a:t>)([^<]*)(<\/a:t><\/a:r>)(<a:endParaRPr[^>]*\/>)<\/a:p>/,
    (_, open: string, text: string, close: string, end: string) =>
      text
        .split(/\r?\n/)
        .map((line) => `<a:p>${open}${line}${close}${end}</a:p>`)
        .join(''),
  );
}

function themed(xml: string, { hue, tint }: About): string {
  const color = (text: string, name: string, value: string) =>
    text.replace(new RegExp(`<a:${name}>.*?</a:${name}>`), `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`);
  const named: [string, string][] = [
    ['dk1', theme.ink],
    ['lt1', theme.paper],
    ['dk2', theme.soft],
    ['lt2', tint],
    ['accent1', hue],
    ['hlink', hue],
    ['folHlink', hue],
  ];
  return named
    .reduce((text, [name, value]) => color(text, name, value), xml)
    .replace('name="Office Theme"', `name="${setName}"`);
}

/** The file’s own list of its fonts, theme and slides. */
function properties(xml: string, titles: readonly string[]): string {
  const names = [face, setName, ...titles].map(
    (name) => `<vt:lpstr>${name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</vt:lpstr>`,
  );
  return xml
    .replace(
      /<TitlesOfParts>.*<\/TitlesOfParts>/s,
      () =>
        `<TitlesOfParts><vt:vector size="${names.length}" baseType="lpstr">${names.join('')}</vt:vector></TitlesOfParts>`,
    )
    .replace('<vt:i4>2</vt:i4>', '<vt:i4>1</vt:i4>');
}

/** Only parts and kinds of files that exist, and the second theme. */
function contentTypes(xml: string, parts: ReadonlyMap<string, unknown>): string {
  const extensions = new Set([...parts.keys()].map((path) => path.split('.').at(-1)!));
  return xml
    .replace(/\s*<Override PartName="\/([^"]*)"[^>]*\/>/g, (whole, path: string) =>
      parts.has(path) ? whole.trim() : '',
    )
    .replace(/<Default Extension="([^"]*)"[^>]*\/>/g, (whole, extension: string) =>
      extensions.has(extension) ? whole : '',
    )
    .replace(
      '</Types>',
      '<Override PartName="/ppt/theme/theme2.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>',
    );
}
