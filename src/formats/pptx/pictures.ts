/** Pictures of a deck: each an SVG whose letters are outlines, with a PNG for programs that draw no SVG. */
import { renderSVG } from 'uqr';

/** A picture as it goes into a file. */
export interface Picture {
  svg: string;
  png: Uint8Array;
}
/** Turns an SVG into outlines and a PNG. Nothing for one that the library has drawn itself, as it does in a browser, where there are no letters. */
export type Raster = (svg: string) => Picture | undefined;

/** A QR code of an address, with the margin that readers need. */
export function codeOf(address: string): string {
  // Browsers draw a picture only when they know its size.
  return renderSVG(address, { ecc: 'M', border: 3 }).replace(/viewBox="0 0 (\d+) (\d+)"/, '$& width="$1" height="$2"');
}

/** The drawing of a toolkit, in a color of the form `#rrggbb`. */
export function markOf(path: string, color: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="768" height="768"><path d="${path}" fill="none" stroke="${color}" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}

/** A drawing without letters beyond ASCII, as it goes into a file. */
export const inAscii = (svg: string): string =>
  svg.replace(/[^\x00-\x7f]/gu, (character) => `&#${character.codePointAt(0)};`);

/** An SVG as the library takes it. */
export const dataOf = (svg: string): string => `data:image/svg+xml;base64,${btoa(inAscii(svg))}`;
