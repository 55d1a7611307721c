/** Drawings as other programs show them: each of its words must leave ink where it stands. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wholeSet } from '../../src/documents/site-documents.ts';
import { publicationOf } from '../formats/publication.ts';
import { newFolder } from '../scratch.ts';

/** A picture in shades of gray, from 0 (black) to 255. */
export interface Picture {
  width: number;
  height: number;
  shades: Uint8Array;
}
/** A program that draws a file in SVG: the path in, the picture out. */
export type Engine = (file: string) => Picture;

/** Every drawing of the files of a root, as SVG. */
export function drawingsOf(root: string): string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('kind' in value && value.kind === 'figure' && 'svg' in value) found.add(String(value.svg));
    Object.values(value).forEach(walk);
  };
  walk(wholeSet(publicationOf(root)));
  return [...found];
}

/** The picture of a file, by MuPDF: SVG as it draws it, PNG as somebody else drew it. */
export const byMuPdf: Engine = (file) => {
  const shades = execFileSync('mutool', ['draw', '-q', '-r', '144', '-F', 'pgm', '-o', '-', file], {
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [head = '', width, height] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(shades.subarray(0, 60).toString('latin1')) ?? [];
  return { width: Number(width), height: Number(height), shades: shades.subarray(head.length) };
};

/** The words of a drawing that cannot be seen in its picture. */
export function unseen(svg: string, engine: Engine): string[] {
  const file = join(newFolder('drawing'), 'drawing.svg');
  writeFileSync(file, svg);
  const { width, height, shades } = engine(file);
  const [, across, down] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)!.map(Number);
  const [right, below] = [width / across!, height / down!];
  return [...svg.matchAll(/<text([^>]*)>([^<]*)/g)].flatMap(([, attributes = '', words = '']) => {
    if (!/\w/.test(words)) return [];
    const number = (name: string) => Number(new RegExp(` ${name}="([-\\d.]+)"`).exec(attributes)?.[1] ?? 0);
    const [x, y, size] = [number('x'), number('y') + (attributes.includes('dy="0.35em"') ? 6 : 0), number('font-size')];
    const long = words.length * size * 0.4;
    const from = { middle: x - long / 2, end: x - long }[/anchor="(middle|end)"/.exec(attributes)?.[1] ?? ''] ?? x;
    let [ink, all] = [0, 0];
    for (let row = Math.round((y - 0.5 * size) * below); row < Math.round(y * below); row++)
      for (let column = Math.round(from * right); column < Math.round((from + long) * right); column++) {
        all += 1;
        // The gray of a label is darker than the ground of anything that it stands on.
        if (shades[row * width + column]! < 140) ink += 1;
      }
    const part = ink / all;
    // Letters cover a tenth to a half of their line; a dark ground covers all of it.
    return part > 0.05 && part < 0.7 ? [] : [`${words}: ${Math.round(part * 100)} % of its place is dark`];
  });
}
