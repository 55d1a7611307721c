import type { marks } from '../schemas/toolkit.ts';

const circle = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
const around = (count: number, radius: number, r: number) =>
  Array.from({ length: count }, (_, i) => (2 * Math.PI * i) / count - Math.PI / 2)
    .map((angle) => circle(Math.round(48 + radius * Math.cos(angle)), Math.round(48 + radius * Math.sin(angle)), r))
    .join('');

/** Line drawings on a field of 96 by 96, one path each. */
export const drawings: Record<(typeof marks)[number], string> = {
  table: circle(48, 48, 20) + around(8, 36, 6),
  seed: 'M48 86V48M48 62C30 62 22 50 20 34c16 0 28 8 28 28M48 50c0-18 10-30 28-32 0 18-8 32-28 32M26 86h44',
  tree: `M48 88V40M48 70 28 54M48 62l20-16M48 50 36 38${circle(48, 28, 14)}${circle(24, 46, 10)}${circle(72, 40, 10)}M30 88h36`,
  frame: 'M34 12h28v18H34zM8 64h22v18H8zM37 64h22v18H37zM66 64h22v18H66zM48 30v34M19 64V48h58v16',
  knot: `${circle(48, 48, 9)}${around(6, 34, 7)}M48 39V21M56 43l15-9M56 53l15 9M48 57v18M40 53l-15 9M40 43l-15-9`,
  gavel: 'M30 22 54 46M22 30 46 54M18 34 34 18M42 58 58 42M50 50 84 84M14 84h38M20 76h26v8',
  lamp: `M36 66h24M38 76h20M42 86h12M36 66c0-8-12-14-12-30a24 24 0 0 1 48 0c0 16-12 22-12 30M48 66V48M40 40l8 8 8-8`,
  tally: 'M20 24v48M34 24v48M48 24v48M62 24v48M10 66 76 30M84 24v48M10 86h78',
  bridge:
    'M8 62h80M8 62V34M88 62V34M8 40c12 22 28 22 40 0 12 22 28 22 40 0M48 40v22M28 55v7M68 55v7M8 62v18M48 62v18M88 62v18M4 80h88',
};
