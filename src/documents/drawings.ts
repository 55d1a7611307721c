/**
 * Drawings for files, each a whole SVG of fixed size in the colors of paper. The pages draw the same data to their own
 * width (`components/`).
 */
import type { Entry } from '../schemas/index.ts';
import { answers, chartInWords, groupsOf, valueOf } from '../site/chart-words.ts';
import type { Schedule } from '../tools/plan.ts';
import { letters, timeBars } from '../tools/time-axis.ts';

export interface Drawing {
  svg: string;
  width: number;
  height: number;
  /** All that it shows, in words. */
  alt: string;
}

/** One color for each toolkit, from 1; the site's style sheet names the same ones. */
export const hues = [
  '#1d5c63',
  '#466020',
  '#24603f',
  '#34537c',
  '#71406f',
  '#8b3a48',
  '#7a4c12',
  '#494a8f',
  '#1b5d80',
] as const;
/** The color of a toolkit, or of what belongs to none. After the last one they begin anew. */
export function hueOf(toolkit: number | undefined): string {
  return hues[((toolkit ?? 1) - 1) % hues.length]!;
}

const ink = '#22302f';
const soft = '#4d5a58';
/** Words as they stand in an SVG. */
export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

type Attributes = Readonly<Record<string, string | number>>;
/** What the classes of the site's drawings look like on paper. */
const looksIn = (hue: string): Record<string, Attributes> => ({
  'fig-small': { fill: soft },
  'fig-bar': { fill: hue },
  'fig-dot': { fill: hue },
  bar: { fill: hue },
  'fig-ring': { fill: '#fff', stroke: hue, 'stroke-width': 2.2 },
  'fig-range': { stroke: hue, 'stroke-width': 6, 'stroke-linecap': 'round' },
  'fig-arrow': { fill: 'none', stroke: hue, 'stroke-width': 2 },
  'fig-grid': { fill: 'none', stroke: '#b9b2a3', 'stroke-width': 1 },
  'fig-line': { fill: 'none', stroke: '#b9b2a3', 'stroke-width': 1 },
  'fig-box': { fill: '#fff', stroke: hue, 'stroke-width': 1.5 },
  'fig-ground': { fill: '#fff' },
  'fig-land': { fill: '#faf7f0', stroke: '#75705f' },
  'fig-area': { fill: hue, 'fill-opacity': 0.2, stroke: hue, 'stroke-width': 2 },
  'fig-more': { stroke: hue, 'stroke-width': 3, 'stroke-dasharray': '5 4' },
});

/**
 * Gives a drawing the size and colors of paper: its classes are those of the site's drawings. Each element says itself how it
 * looks, since not every program that shows a file reads styles, or paints a stroke behind its letters.
 */
export function onPaper(inner: string, width: number, height: number, hue: string): string {
  const looks = looksIn(hue);
  const drawn = inner.replace(/<(\w+)((?:\s[^<>]*?)?)(\/?)>/g, (_, tag: string, written: string, end: string) => {
    const classes = /\sclass="([^"]*)"/.exec(written)?.[1]?.split(' ') ?? [];
    const look: Attributes = {
      ...(tag === 'text' ? { 'font-family': "'Source Sans 3', sans-serif", fill: ink } : {}),
      ...Object.assign({}, ...classes.map((name) => looks[name])),
    };
    const own = written.replace(/\s([\w-]+)="[^"]*"/g, (attribute, name: string) => (name in look ? '' : attribute));
    const added = Object.entries(look).map(([name, value]) => ` ${name}="${value}"`);
    return `<${tag}${own}${added.join('')}${end}>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${drawn}</svg>`;
}

/** A drawing of `content/figures/` on paper. @throws Error when it has no viewBox */
export function figureDrawing(source: string, alt: string, hue: string): Drawing {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(source) ?? [];
  const inner = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(source)?.[1];
  if (!width || !height || !inner) throw new Error('the drawing has no viewBox “0 0 width height”');
  return { svg: onPaper(inner, Number(width), Number(height), hue), width: Number(width), height: Number(height), alt };
}

/** Bars over time: one for each step of a timeline. */
export function barsDrawing(timeline: Schedule, hue: string): Drawing {
  const { width, height, bottom, marks, bars, alt } = timeBars(timeline);
  const lines = marks.map(
    ({ x, label, beside }) =>
      `<path class="fig-line" d="M${x} 0V${bottom}"/><text class="fig-small" font-size="${letters}" ` +
      `x="${beside.x}" y="${beside.y}" text-anchor="${beside.anchor}">${escaped(label)}</text>`,
  );
  const rects = bars.map(
    (bar) => `<rect class="bar" x="${bar.x}" y="${bar.y}" width="${bar.width}" height="${bar.height}" rx="2"/>`,
  );
  return { svg: onPaper([...lines, ...rects].join(''), width, height, hue), width, height, alt };
}

/** A chart of a few numbers, each with its words. */
export function chartDrawing(chart: Entry<'charts'>, hue: string): Drawing {
  const { inner, height } = { bars: drawBars, gantt: drawSpans, answers: drawAnswers }[chart.kind](chart);
  return { svg: onPaper(inner, 720, height, hue), width: 720, height, alt: chartInWords(chart) };
}

const text = (x: number, y: number, words: string, more = '') =>
  `<text x="${x}" y="${y}" font-size="16"${more}>${escaped(words)}</text>`;

/** Words on lines of a grid, which they cover. */
const over = (x: number, y: number, words: string, more = '') =>
  `<rect class="fig-ground" x="${x}" y="${y - 15}" width="${words.length * 8}" height="19"/>${text(x, y, words, more)}`;

function axis(ticks: readonly number[], unit: string, bottom: number, from: number, to: number): string {
  const end = ticks.at(-1)!;
  const at = (tick: number) => Math.round(from + (tick / end) * (to - from));
  const anchor = (index: number) => (index === 0 ? 'start' : index === ticks.length - 1 ? 'end' : 'middle');
  const marks = ticks.map((tick, index) => {
    const words = text(at(tick), bottom + 24, String(tick), ` class="fig-small" text-anchor="${anchor(index)}"`);
    return `<path class="fig-grid" d="M${at(tick)} 0V${bottom + 6}"/>${words}`;
  });
  return `${marks.join('')}<path class="fig-line" d="M${from} ${bottom}H${to}"/>${text(to, bottom + 46, unit, ' class="fig-small" text-anchor="end"')}`;
}

function drawBars({ rows, ticks }: Entry<'charts'>): { inner: string; height: number } {
  const end = ticks?.at(-1) ?? Math.max(...rows.map(({ value = 0 }) => value));
  const parts = rows.map((bar, index) => {
    const y = index * 52;
    const length = Math.round(((bar.value ?? 0) / end) * 600);
    const more = bar.orMore ? `<path class="fig-more" d="M${length} ${y + 34}h40"/>` : '';
    const value = text(length + (bar.orMore ? 48 : 8), y + 40, valueOf(bar), ' font-weight="600"');
    const rect = `<rect class="fig-bar" x="0" y="${y + 24}" width="${length}" height="20"/>`;
    return `${text(0, y + 18, bar.label)}${rect}${more}${value}`;
  });
  return { inner: parts.join(''), height: rows.length * 52 };
}

function drawSpans({ rows, ticks, unit }: Entry<'charts'>): { inner: string; height: number } {
  const end = ticks!.at(-1)!;
  const x = (amount: number) => Math.round((amount / end) * 716);
  const parts = rows.map(
    (bar, index) =>
      `${over(0, index * 44 + 18, bar.label)}<rect class="fig-bar" x="${x(bar.start!)}" y="${index * 44 + 24}" ` +
      `width="${x(bar.end! - bar.start!)}" height="12"/>`,
  );
  return { inner: axis(ticks!, unit, rows.length * 44, 0, 716) + parts.join(''), height: rows.length * 44 + 52 };
}

function drawAnswers(chart: Entry<'charts'>): { inner: string; height: number } {
  const [from, to, row] = [250, 705, 26];
  const end = chart.ticks!.at(-1)!;
  const x = (amount: number) => Math.round(from + (amount / end) * (to - from));
  let y = 0;
  const parts = groupsOf(chart).map(({ label, rows }) => {
    const title = over(0, (y += row + 6), `${label}, ${answers(rows.length)}`, ' font-weight="600"');
    const lines = rows.map((answer) => {
      const at = (y += row) - 5;
      const range =
        answer.start === undefined ? '' : `<path class="fig-range" d="M${x(answer.start)} ${at}H${x(answer.end!)}"/>`;
      const dot =
        answer.value === undefined
          ? ''
          : `<circle class="${answer.rough ? 'fig-ring' : 'fig-dot'}" cx="${x(answer.value)}" cy="${at}" r="6"/>`;
      const arrow = answer.orMore
        ? `<path class="fig-arrow" d="M${x(answer.value!) + 6} ${at}h20m-6 -5l6 5l-6 5"/>`
        : '';
      return over(0, y, valueOf(answer)) + range + arrow + dot;
    });
    return title + lines.join('');
  });
  return { inner: axis(chart.ticks!, chart.unit, y + 12, from, to) + parts.join(''), height: y + 64 };
}
