/** Sizes, places and colors of the slides. Inches on a slide of 13.333 by 7.5; letters in points. */

/** In inches. */
export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** In every office on every system, with widths that are known. */
export const face = 'Arial';

/**
 * Names of theme colors, so that somebody can give the whole deck other ones; `label` belongs to no theme. Each
 * reads at 4.5:1 or better on white and on the tint.
 */
export const colors = { ink: 'tx1', soft: 'tx2', paper: 'bg1', tint: 'bg2', hue: 'accent1', label: '8A3B1E' } as const;
export const theme = { ink: '22302F', soft: '4D5A58', paper: 'FFFFFF' } as const;

export const slide = { w: 13.333, h: 7.5 } as const;
const left = 0.8;
const right = 12.6;

export const areas = {
  title: { x: left, y: 0.55, w: right - left, h: 1.2 },
  /** Below the title, over the whole width. */
  body: { x: left, y: 1.85, w: right - left, h: 4.8 },
  /** Below the title, beside a code. */
  bodyBesideCode: { x: left, y: 1.85, w: 8.9, h: 4.8 },
  /** The code to scan, at the right of the body. */
  code: { x: 10.1, y: 1.85, w: 2.5, h: 2.5 },
  link: { x: 10.1, y: 4.45, w: 2.5, h: 2.2 },
  /** Where the body needs the whole width: the code beside the title, where it leads below the body. */
  wideTitle: { x: left, y: 0.55, w: 10.2, h: 1.2 },
  wideBody: { x: left, y: 1.85, w: right - left, h: 4.65 },
  wideCode: { x: 11.3, y: 0.35, w: 1.3, h: 1.3 },
  wideLink: { x: left, y: 6.58, w: right - left, h: 0.28 },
  /** The pale field with the drawing, at the right of the cover. */
  cover: { x: 9.1, y: 0, w: 4.233, h: 7.5 },
  coverMark: { x: 9.72, y: 2.25, w: 3, h: 3 },
  coverKicker: { x: left, y: 0.6, w: 7.6, h: 0.85 },
  coverTitle: { x: left, y: 1.5, w: 7.6, h: 2.3 },
  coverText: { x: left, y: 4.1, w: 7.6, h: 2.6 },
  /** The foot: where the words are from, and below it the set with the number of the slide. */
  source: { x: left, y: 6.86, w: right - left, h: 0.26 },
  footer: { x: left, y: 7.12, w: 10, h: 0.24 },
  number: { x: 11.6, y: 7.12, w: 1, h: 0.24 },
} as const satisfies Record<string, Box>;

/** Letter sizes to try, the largest first. */
export const sizes = {
  cover: [48, 44, 40, 36],
  subtitle: [24],
  title: [36, 34, 32, 30, 28],
  points: [28, 26, 24],
  statement: [48, 44, 40, 36, 32, 28],
  columnTitle: [26, 24],
  caption: [24],
  sources: [24],
  /** Below a code, which stands for it. */
  address: 14,
  source: [14, 13, 12],
  footer: 12,
} as const;
