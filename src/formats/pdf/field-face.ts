/**
 * The face of what people type into fields: Source Sans 3 with the letters of Washington’s tribal languages, Spanish, Vietnamese,
 * Ukrainian and Greek. Codes of characters are their Unicode numbers, so that every program that fills in a field finds them.
 */
import { PDFName, PDFString, type PDFContext, type PDFRef } from '@cantoo/pdf-lib';
import { zlibSync } from 'fflate';

/** The name of the face in a form. */
export const fieldFace = 'SourceSans3';

export interface Face {
  /** The TrueType file with the letters that are wanted, compressed. */
  file: Uint8Array;
  length: number;
  /** Two bytes for each character: the glyph that shows it; compressed. */
  glyphs: Uint8Array;
  /** Widths of characters in thousandths of the size, as PDF writes them: the first of a run, then its widths. */
  widths: (number | number[])[];
  ascent: number;
  descent: number;
  box: number[];
}

/** Blocks of Unicode, first and last: Latin with all its accents, phonetic letters, Greek, Cyrillic, signs. */
const wanted: readonly (readonly [number, number])[] = [
  [0x20, 0x4ff],
  [0x1d00, 0x1eff],
  [0x2000, 0x22ff],
];
const tables = ['head', 'hhea', 'maxp', 'hmtx', 'loca', 'glyf', 'cvt ', 'fpgm', 'prep'];

/** @param ttf a TrueType file with long offsets or short ones, and a table of characters in format 4 */
export function faceOf(ttf: Uint8Array<ArrayBuffer>): Face {
  const view = new DataView(ttf.buffer, ttf.byteOffset, ttf.byteLength);
  const table = (tag: string): DataView | undefined => {
    for (let at = 12; at < 12 + view.getUint16(4) * 16; at += 16)
      if (String.fromCharCode(...ttf.subarray(at, at + 4)) === tag)
        return new DataView(ttf.buffer, ttf.byteOffset + view.getUint32(at + 8), view.getUint32(at + 12));
    return undefined;
  };
  const [head, hhea, hmtx, maxp] = [table('head')!, table('hhea')!, table('hmtx')!, table('maxp')!];
  const unit = 1000 / head.getUint16(18);
  const measures = hhea.getUint16(34);
  const widthOf = (glyph: number) => Math.round(hmtx.getUint16(4 * Math.min(glyph, measures - 1)) * unit);
  const known = characters(table('cmap')!).filter(([code]) =>
    wanted.some(([first, last]) => code >= first && code <= last),
  );
  const glyphs = new Uint8Array(2 * (known.at(-1)![0] + 1));
  for (const [code, glyph] of known) glyphs.set([glyph >> 8, glyph & 255], 2 * code);
  const outlines = new Outlines(table('loca')!, table('glyf')!, head.getInt16(50) === 1, maxp.getUint16(4));
  const { loca, glyf } = outlines.only(known.map(([, glyph]) => glyph));
  const file = fileOf(
    tables.flatMap((tag) => {
      const part = table(tag);
      if (!part) return [];
      const bytes = tag === 'loca' ? loca : tag === 'glyf' ? glyf : bytesOf(part).slice();
      // Offsets are long ones now.
      if (tag === 'head') bytes[51] = 1;
      return [[tag, bytes] as const];
    }),
  );
  return {
    file: zlibSync(file, { level: 9 }),
    length: file.length,
    glyphs: zlibSync(glyphs, { level: 9 }),
    widths: runs(known.map(([code, glyph]) => [code, widthOf(glyph)])),
    ascent: Math.round(hhea.getInt16(4) * unit),
    descent: Math.round(hhea.getInt16(6) * unit),
    box: [36, 38, 40, 42].map((at) => Math.round(head.getInt16(at) * unit)),
  };
}

/** How wide words are, in parts of the size. */
export function widthOf({ widths }: Face, text: string): number {
  const run = (code: number): number => {
    const at = widths.findIndex(
      (first, place) =>
        typeof first === 'number' && first <= code && code < first + (widths[place + 1] as number[]).length,
    );
    return at < 0 ? 0 : (widths[at + 1] as number[])[code - (widths[at] as number)]!;
  };
  return [...text].reduce((sum, letter) => sum + run(letter.codePointAt(0)!), 0) / 1000;
}

const embedded = new WeakMap<PDFContext, PDFRef>();

/** Puts a face into a PDF, once. @returns its font, for a dictionary of resources */
export function embedFace({ context }: { context: PDFContext }, face: Face): PDFRef {
  const font = embedded.get(context) ?? newFont(context, face);
  embedded.set(context, font);
  return font;
}

function newFont(context: PDFContext, face: Face): PDFRef {
  const name = PDFName.of('SourceSans3-Regular');
  const compressed = { Filter: 'FlateDecode' };
  const file = context.register(context.stream(face.file, { ...compressed, Length1: face.length }));
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 32,
      FontBBox: face.box,
      ItalicAngle: 0,
      Ascent: face.ascent,
      Descent: face.descent,
      CapHeight: 660,
      StemV: 84,
      FontFile2: file,
    }),
  );
  const letters = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: 0,
      W: face.widths,
      CIDToGIDMap: context.register(context.stream(face.glyphs, compressed)),
    }),
  );
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [letters],
      ToUnicode: context.register(context.stream(sameCodes)),
    }),
  );
}

const bytesOf = ({ buffer, byteOffset, byteLength }: DataView) =>
  new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);

/** Each character with its glyph, in order: the part of the table that says so for all of the first 65,536. */
function characters(cmap: DataView): [number, number][] {
  const at = Array.from({ length: cmap.getUint16(2) }, (_, index) => cmap.getUint32(4 + 8 * index + 4)).find(
    (offset) => cmap.getUint16(offset) === 4,
  )!;
  const double = cmap.getUint16(at + 6);
  return Array.from({ length: double / 2 }, (_, index) => index * 2).flatMap((segment) => {
    const [ends, starts] = [at + 14 + segment, at + 16 + double + segment];
    const [end, start] = [cmap.getUint16(ends), cmap.getUint16(starts)];
    const [delta, offset] = [cmap.getUint16(starts + double), cmap.getUint16(starts + 2 * double)];
    return Array.from({ length: end - start + 1 }, (_, index) => start + index).flatMap((code): [number, number][] => {
      if (code === 0xffff) return [];
      const named = offset === 0 ? code : cmap.getUint16(starts + 2 * double + offset + 2 * (code - start));
      const glyph = offset !== 0 && named === 0 ? 0 : (named + delta) & 0xffff;
      return glyph === 0 ? [] : [[code, glyph]];
    });
  });
}

/** The outlines of a face. Numbers of glyphs stay; those that nobody needs become empty. */
class Outlines {
  private readonly loca: DataView;
  private readonly glyf: DataView;
  private readonly long: boolean;
  private readonly count: number;
  constructor(loca: DataView, glyf: DataView, long: boolean, count: number) {
    this.loca = loca;
    this.glyf = glyf;
    this.long = long;
    this.count = count;
  }

  only(glyphs: readonly number[]): { loca: Uint8Array; glyf: Uint8Array } {
    const kept = new Set<number>();
    const keep = (glyph: number): void => {
      if (kept.has(glyph)) return;
      kept.add(glyph);
      this.partsOf(glyph).forEach(keep);
    };
    [0, ...glyphs].forEach(keep);
    const loca = new DataView(new ArrayBuffer(4 * (this.count + 1)));
    const pieces: Uint8Array[] = [];
    let size = 0;
    for (let glyph = 0; glyph < this.count; glyph++) {
      loca.setUint32(4 * glyph, size);
      if (!kept.has(glyph)) continue;
      const piece = bytesOf(this.outline(glyph));
      const padded = new Uint8Array(Math.ceil(piece.length / 4) * 4);
      padded.set(piece);
      pieces.push(padded);
      size += padded.length;
    }
    loca.setUint32(4 * this.count, size);
    return { loca: bytesOf(loca), glyf: joined(pieces) };
  }

  private outline(glyph: number): DataView {
    const at = (index: number) => (this.long ? this.loca.getUint32(4 * index) : 2 * this.loca.getUint16(2 * index));
    const { buffer, byteOffset } = this.glyf;
    return new DataView(buffer, byteOffset + at(glyph), at(glyph + 1) - at(glyph));
  }

  /** The glyphs that one is put together from. */
  private partsOf(glyph: number): number[] {
    const outline = this.outline(glyph);
    if (outline.byteLength === 0 || outline.getInt16(0) >= 0) return [];
    const parts: number[] = [];
    for (let at = 10, more = true; more;) {
      const flags = outline.getUint16(at);
      parts.push(outline.getUint16(at + 2));
      at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
      more = (flags & 0x20) !== 0;
    }
    return parts;
  }
}

/** A TrueType file of these tables. Readers of PDF look at no checksums. */
function fileOf(parts: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const power = 2 ** Math.floor(Math.log2(parts.length));
  const head = new DataView(new ArrayBuffer(12 + 16 * parts.length));
  head.setUint32(0, 0x00010000);
  [parts.length, 16 * power, Math.log2(power), 16 * (parts.length - power)].forEach((value, index) =>
    head.setUint16(4 + 2 * index, value),
  );
  let offset = head.byteLength;
  const bodies: Uint8Array[] = [];
  [...parts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .forEach(([tag, bytes], index) => {
      const at = 12 + 16 * index;
      [...tag].forEach((letter, place) => head.setUint8(at + place, letter.charCodeAt(0)));
      head.setUint32(at + 8, offset);
      head.setUint32(at + 12, bytes.length);
      const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
      padded.set(bytes);
      bodies.push(padded);
      offset += padded.length;
    });
  return joined([bytesOf(head), ...bodies]);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Neighbors in one list: `65 [500 520] 97 [480]`. */
function runs(widths: readonly [number, number][]): (number | number[])[] {
  const all: (number | number[])[] = [];
  widths.forEach(([code, width], index) => {
    if (index > 0 && widths[index - 1]![0] === code - 1) (all.at(-1) as number[]).push(width);
    else all.push(code, [width]);
  });
  return all;
}

/** Codes are Unicode numbers. A range may not cross a change of the first byte. */
const sameCodes = (() => {
  const hex = (high: number, low: string) => `<${high.toString(16).padStart(2, '0')}${low}>`;
  const pages = Array.from({ length: 0x23 }, (_, high) => `${hex(high, '00')} ${hex(high, 'ff')} ${hex(high, '00')}`);
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${pages.length} beginbfrange
${pages.join('\n')}
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
})();
