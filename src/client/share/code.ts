/** QR codes, drawn on the device: nothing is asked of anybody. */
import { encode } from 'uqr';

/** The quiet zone that readers of codes want: four modules on each side. */
const quiet = 4;

/** Which modules of the code of an address are dark, row by row, with the quiet zone. */
export const modulesOf = (address: string): boolean[][] => encode(address, { border: quiet, ecc: 'M' }).data;

/** A code as the SVG of a path in black on white: one run of dark modules after the other. */
export function codePath(modules: readonly (readonly boolean[])[]): string {
  return modules
    .map((row, y) => {
      let path = '';
      for (let x = 0; x < row.length;) {
        const start = x;
        while (row[x]) x++;
        if (x > start) path += `M${start} ${y}h${x - start}v1h-${x - start}z`;
        else x++;
      }
      return path;
    })
    .join('');
}

const svgSpace = 'http://www.w3.org/2000/svg';

/** A code for the page, with its address in words for those who cannot see it. */
export function codeDrawing(address: string): SVGSVGElement {
  const modules = modulesOf(address);
  const drawing = document.createElementNS(svgSpace, 'svg');
  drawing.setAttribute('viewBox', `0 0 ${modules.length} ${modules.length}`);
  drawing.setAttribute('role', 'img');
  drawing.setAttribute('aria-label', `QR code that leads to ${address}`);
  drawing.setAttribute('shape-rendering', 'crispEdges');
  const ground = document.createElementNS(svgSpace, 'path');
  ground.setAttribute('d', `M0 0h${modules.length}v${modules.length}h-${modules.length}z`);
  ground.setAttribute('fill', '#fff');
  const dark = document.createElementNS(svgSpace, 'path');
  dark.setAttribute('d', codePath(modules));
  dark.setAttribute('fill', '#000');
  drawing.append(ground, dark);
  return drawing;
}
