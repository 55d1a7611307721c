/** Charts as slides show them, low and wide with large letters for the back row: the pages’ own drawings are tall. */
import { answers, chartInWords, groupsOf, valueOf } from '../site/chart-words.ts';
import { escaped, onPaper, type Drawing } from './drawings.ts';
import type { Entry } from '../schemas/index.ts';

/** A drawing whose letters are `letters` units high. */
export interface Projected extends Drawing {
  letters: number;
}
/** 22 of 720 units are 28 pixels where a chart has 900 of them, as beside a code on a slide of 1280. */
const letters = 22.5;

type Chart = Entry<'charts'>;
const width = 720;
/** Below the ground line: the numbers of the scale, in one line. */
const foot = 32;
const words = (x: number, y: number, text: string, more = '') =>
  `<text x="${x}" y="${y}" font-size="${letters}"${more}>${escaped(text)}</text>`;

/** A chart as a slide shows it. */
export function projected(chart: Chart, hue: string): Projected {
  const drawing = { bars: barsDrawing, gantt: spansDrawing, answers: stripsDrawing }[chart.kind](chart, hue);
  return { ...drawing, letters, alt: chartInWords(chart) };
}

type Drawn = Pick<Drawing, 'svg' | 'width' | 'height'>;

/** The scale of a chart from `from` to `to`: lines at its ticks, numbers below, and at their left the unit. */
function scale({ ticks = [0], unit }: Chart, from: number, to: number) {
  const x = (amount: number) => Math.round(from + (amount / ticks.at(-1)!) * (to - from));
  const below = (bottom: number) =>
    [
      ...ticks.map(
        (tick) =>
          `<path class="fig-grid" d="M${x(tick)} 0V${bottom}"/>${words(x(tick), bottom + 25, String(tick), ' class="fig-small" text-anchor="middle"')}`,
      ),
      words(0, bottom + 25, unit, ' class="fig-small"'),
    ].join('');
  return { x, below };
}

/** Amounts: the words above the bar, the value behind it. */
function barsDrawing({ rows, ticks }: Chart, hue: string): Drawn {
  const row = 66;
  const most = ticks?.at(-1) ?? Math.max(...rows.map(({ value = 0 }) => value));
  const parts = rows.map((bar, index) => {
    const y = index * row;
    const length = Math.round(((bar.value ?? 0) / most) * 560);
    const more = bar.orMore ? `<path class="fig-more" d="M${length} ${y + 44}h40"/>` : '';
    const rect = `<rect class="fig-bar" x="0" y="${y + 33}" width="${length}" height="22"/>`;
    return words(0, y + 24, bar.label) + rect + more + words(length + (bar.orMore ? 48 : 8), y + 52, valueOf(bar));
  });
  return { svg: onPaper(parts.join(''), width, rows.length * row, hue), width, height: rows.length * row };
}

/** Spans of time: the words at the left, the bar on the same line. */
function spansDrawing(chart: Chart, hue: string): Drawn {
  const row = 34;
  const { x, below } = scale(chart, 490, 705);
  const bottom = chart.rows.length * row;
  const rows = chart.rows.map(
    ({ label, start, end }, index) =>
      `${words(0, index * row + 24, label)}<rect class="fig-bar" x="${x(start!)}" y="${index * row + 9}" width="${x(end!) - x(start!)}" height="16" rx="2"/>`,
  );
  return { svg: onPaper(below(bottom) + rows.join(''), width, bottom + foot, hue), width, height: bottom + foot };
}

/** Single answers: a strip for each group, a dot for each answer with a number, stacked where they meet; the others are counted. */
function stripsDrawing(chart: Chart, hue: string): Drawn {
  // The title says what was asked.
  const { x, below: axis } = scale({ ...chart, unit: '' }, 290, 695);
  let y = 0;
  const groups = groupsOf(chart).map(({ label, rows }) => {
    const levels = stack(rows.flatMap((answer) => markOf(answer, x) ?? []));
    // The words of a group are two lines high.
    const base = (y += Math.max(42, levels.length * 17 + 8));
    const silent = rows.filter(({ value, start }) => value === undefined && start === undefined).length;
    y += 12;
    return [
      words(0, base - 4, `${label}, ${answers(rows.length)}`),
      `<path class="fig-line" d="M290 ${base}H695"/>`,
      ...levels.flatMap((level, index) => level.map(({ at }) => at(base - 11 - index * 17))),
      ...(silent > 0 ? [words(0, base + 23, `${silent} without a number`, ' class="fig-small"')] : []),
    ].join('');
  });
  return { svg: onPaper(axis(y) + groups.join(''), width, y + foot, hue), width, height: y + foot };
}

/** The mark of one answer: how far it reaches, and its drawing at a height. */
interface Mark {
  left: number;
  right: number;
  at: (y: number) => string;
}

function markOf(
  { value, start, end, rough, orMore }: Chart['rows'][number],
  x: (amount: number) => number,
): Mark | undefined {
  if (start !== undefined && end !== undefined)
    return {
      left: x(start) - 3,
      right: x(end) + 3,
      at: (y) => `<path class="fig-range" d="M${x(start)} ${y}H${x(end)}"/>`,
    };
  if (value === undefined) return undefined;
  const center = x(value);
  const arrow = (y: number) => (orMore ? `<path class="fig-arrow" d="M${center + 7} ${y}h18m-6 -5l6 5l-6 5"/>` : '');
  return {
    left: center - 7,
    right: center + (orMore ? 27 : 7),
    at: (y) => `${arrow(y)}<circle class="${rough ? 'fig-ring' : 'fig-dot'}" cx="${center}" cy="${y}" r="6"/>`,
  };
}

/** Marks in levels, from the bottom, so that none covers another. */
function stack(marks: readonly Mark[]): Mark[][] {
  const levels: Mark[][] = [];
  for (const mark of marks.toSorted((a, b) => a.left - b.left)) {
    const free = levels.find((level) =>
      level.every(({ left, right }) => mark.left > right + 1 || mark.right < left - 1),
    );
    if (free) free.push(mark);
    else levels.push([mark]);
  }
  return levels;
}
