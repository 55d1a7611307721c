/** Pictures of a deck: each an SVG whose letters are outlines, with a PNG for programs that draw no SVG. */
import { renderSVG } from 'uqr';
import { drawingBoard } from '../rasterizer.ts';
import type { Tools } from '../writer.ts';

/** Turns an SVG into outlines and a PNG. */
export type Raster = (svg: string) => { svg: string; png: Uint8Array };

/** Only charts have letters; they are drawn larger than their own size, so that they stay sharp. */
export async function rasterizer(tools: Tools): Promise<Raster> {
  const draw = await drawingBoard(tools);
  return (svg) => draw(svg, { fitTo: { mode: 'zoom', value: svg.includes('<text') ? 2.5 : 1 } });
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
