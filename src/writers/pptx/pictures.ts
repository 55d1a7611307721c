/** Pictures of a deck: each an SVG whose letters are outlines, with a PNG for programs that draw no SVG. */
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { renderSVG } from 'uqr';
import type { Tools } from '../writer.ts';

let ready: Promise<void> | undefined;

/** Turns an SVG into outlines and a PNG. */
export type Raster = (svg: string) => { svg: string; png: Uint8Array };

/** Loads the drawing program, once, and the letters of the drawings. */
export async function rasterizer(tools: Tools): Promise<Raster> {
  ready ??= initWasm(tools.read('@resvg/resvg-wasm/index_bg.wasm')).catch((error: unknown) => {
    // Another writer has loaded it.
    if (!String(error).includes('Already initialized')) throw error;
  });
  await ready;
  const fontBuffers = ['400Regular/SourceSans3_400Regular', '600SemiBold/SourceSans3_600SemiBold'].map((name) => tools.read(`@expo-google-fonts/source-sans-3/${name}.ttf`));
  return (svg) => {
    // Only charts have letters; they are drawn larger than their own size, so that they stay sharp.
    const lettered = svg.includes('<text');
    const drawing = new Resvg(svg, { font: { fontBuffers: lettered ? fontBuffers : [], defaultFontFamily: 'Source Sans 3', sansSerifFamily: 'Source Sans 3' }, fitTo: { mode: 'zoom', value: lettered ? 2.5 : 1 } });
    const image = drawing.render();
    const result = { svg: drawing.toString(), png: image.asPng() };
    image.free();
    drawing.free();
    return result;
  };
}

/** A QR code of an address, with the margin that readers need. */
export function codeOf(address: string): string {
  return renderSVG(address, { ecc: 'M', border: 3 });
}

/** The drawing of a toolkit, in a color of the form `#rrggbb`. */
export function markOf(path: string, color: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="768" height="768"><path d="${path}" fill="none" stroke="${color}" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}

/** An SVG as the library takes it. */
export function dataOf(svg: string): string {
  const ascii = svg.replace(/[^\x00-\x7f]/gu, (character) => `&#${character.codePointAt(0)};`);
  return `image/svg+xml;base64,${btoa(ascii)}`;
}
