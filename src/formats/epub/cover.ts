/** The cover: the name of the book and the drawings of the toolkits, each in its color. */
import type { Document } from '../../documents/document.ts';
import { hues } from '../../documents/drawings.ts';
import { drawings } from '../../site/toolkit-marks.ts';
import { h, type Attributes, type Child, type Element } from '../markup/element.ts';
import { page, type Page } from './page.ts';
import { xmlFile } from './xml.ts';

const [width, height, margin] = [1200, 1800, 120];
const [paper, ink] = ['#faf7f0', '#22302f'];

/** The cover as a picture of its own, to be drawn for the shelf of a reading program. */
export function coverImage(document: Document): string {
  return xmlFile(cover(document, { width, height }));
}

/** The cover as the first page. */
export function coverPage(document: Document): Page {
  const words = `Cover. ${document.title}. ${document.promise}`;
  return page(
    'cover',
    'Cover',
    h('section', { class: 'cover', 'epub:type': 'cover' }, cover(document, { role: 'img', 'aria-label': words })),
  );
}

function cover({ title, kicker, promise }: Document, attributes: Attributes): Element {
  const lines = wrapped(title, 16);
  const below = 330 + lines.length * 120;
  return h(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, ...attributes },
    h('rect', { width, height, fill: paper }),
    text(kicker, 200, { 'font-size': 44, 'letter-spacing': 4 }),
    lines.map((line, index) => text(line, 330 + index * 120, { 'font-size': 112, 'font-weight': 600 })),
    wrapped(promise, 44).map((line, index) => text(line, below + index * 62, { 'font-size': 46 })),
    Object.values(drawings).map((path, index) =>
      tile(path, hues[index % hues.length]!, margin + (index % 3) * 330, 850 + Math.floor(index / 3) * 290),
    ),
  );
}

function tile(path: string, hue: string, x: number, y: number): Child {
  return h(
    'g',
    { transform: `translate(${x} ${y})` },
    h('rect', { width: 300, height: 260, rx: 18, fill: hue }),
    h('path', {
      d: path,
      transform: 'translate(63 43) scale(1.81)',
      fill: 'none',
      stroke: paper,
      'stroke-width': 2.6,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }),
  );
}

function text(words: string, y: number, attributes: Attributes): Child {
  return h('text', { x: margin, y, fill: ink, 'font-family': 'Literata, Georgia, serif', ...attributes }, words);
}

/** Words in lines of about so many characters. */
function wrapped(words: string, length: number): string[] {
  const lines = [''];
  for (const word of words.split(' ')) {
    if (lines.at(-1) && `${lines.at(-1)} ${word}`.length > length) lines.push('');
    lines[lines.length - 1] += (lines.at(-1) ? ' ' : '') + word;
  }
  return lines;
}
