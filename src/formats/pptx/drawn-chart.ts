/**
 * A drawing of ours as shapes that a trainer can move and change. Drawings on paper (`documents/drawings.ts`) hold bars, dots, straight
 * lines and words, each with its own look.
 */
import type PptxGenJS from 'pptxgenjs';
import { colors, type Box } from './look.ts';
import { widthOf } from './widths.ts';

type Attributes = Readonly<Record<string, string>>;
interface Scale {
  /** Inches of a unit of the drawing. */
  unit: number;
  x(at: number): number;
  y(at: number): number;
}
type Draw = (slide: PptxGenJS.Slide, attributes: Attributes, scale: Scale, name: string, words: string) => void;

const number = (attributes: Attributes, name: string) => Number(attributes[name] ?? 0);
/** `#fff` → `ffffff`. */
const inDrawing = (color = '#000') => color.replace(/^#(\w)(\w)(\w)$/, '$1$1$2$2$3$3').replace('#', '');
const filled = (fill: string | undefined) =>
  fill === undefined || fill === 'none' ? {} : { fill: { color: inDrawing(fill) } };
const drawn = ({ stroke, ...more }: Attributes, unit: number) =>
  stroke ? { line: { color: inDrawing(stroke), width: Math.max(1, number(more, 'stroke-width') * unit * 72) } } : {};

const elements: Record<string, Draw> = {
  rect(slide, it, { unit, x, y }, objectName) {
    const place = { x: x(number(it, 'x')), y: y(number(it, 'y')) };
    const size = { w: number(it, 'width') * unit, h: number(it, 'height') * unit };
    slide.addShape('rect', { ...place, ...size, ...filled(it['fill']), ...drawn(it, unit), objectName });
  },
  circle(slide, it, { unit, x, y }, objectName) {
    const r = number(it, 'r');
    const size = 2 * r * unit;
    const place = { x: x(number(it, 'cx') - r), y: y(number(it, 'cy') - r), w: size, h: size };
    slide.addShape('ellipse', { ...place, ...filled(it['fill']), ...drawn(it, unit), objectName });
  },
  path(slide, it, { unit, x, y }, objectName) {
    const [, left, top, direction, end, arrow] = /^M([\d.]+) ([\d.]+)([HVhv])([\d.]+)(m.*)?$/.exec(it['d'] ?? '') ?? [];
    if (!direction) throw new Error(`no shape draws the path ${it['d']}`);
    const [from, across] = [Number(direction === 'V' || direction === 'v' ? top : left), /h/i.test(direction)];
    const length = (direction === direction.toUpperCase() ? Number(end) - from : Number(end)) * unit;
    const line = { ...drawn(it, unit).line, ...(arrow ? { endArrowType: 'arrow' as const } : {}) };
    const size = across ? { w: length, h: 0 } : { w: 0, h: length };
    slide.addShape('line', { x: x(Number(left)), y: y(Number(top)), ...size, line, objectName });
  },
  text(slide, it, { unit, x, y }, objectName, words) {
    const fontSize = Math.floor(number(it, 'font-size') * unit * 72);
    // A little wider than measured, since other faces may stand in for ours.
    const w = (widthOf(words, fontSize, false) * 1.08) / 72;
    const align = ({ middle: 'center', end: 'right' } as const)[it['text-anchor'] ?? ''] ?? 'left';
    const left = x(number(it, 'x')) - { left: 0, center: w / 2, right: w }[align];
    const h = (fontSize * 1.2) / 72;
    const top = y(number(it, 'y')) - (fontSize * 0.95) / 72;
    slide.addText([{ text: words, options: { fontSize, color: colors.ink } }], {
      ...{ x: left, y: top, w, h, align, objectName },
      margin: 0,
      valign: 'middle',
      wrap: false,
    });
  },
};

const plain = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Draws an SVG into a box as shapes, `unit` inches to its unit. @throws Error naming what no shape draws */
export function drawShapes(slide: PptxGenJS.Slide, svg: string, box: Box, unit: number): void {
  const scale: Scale = { unit, x: (at) => box.x + at * unit, y: (at) => box.y + at * unit };
  const inner = svg.replace(/^<svg[^>]*>/, '').replace(/<\/svg>$/, '');
  [...inner.matchAll(/<(\w+)([^>]*?)\/?>(?:([^<]*)<\/\1>)?/g)].forEach(
    ([, tag = '', written = '', words = ''], index) => {
      const attributes = Object.fromEntries(
        [...written.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
      );
      const draw = elements[tag];
      if (!draw) throw new Error(`no shape draws <${tag}>`);
      draw(slide, attributes, scale, `Chart, part ${index + 1}`, plain(words));
    },
  );
}
