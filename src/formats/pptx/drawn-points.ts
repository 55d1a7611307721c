/** Points as shapes that a trainer can move and change: steps on a line, cards, one box over the others, before and after. */
import type PptxGenJS from 'pptxgenjs';
import type { DeckPart, PointsLook } from '../../documents/deck-model.ts';
import type { DocInline } from '../../documents/document.ts';
import { fit, type Passage } from './fit.ts';
import { colors, sizes, type Box } from './look.ts';
import { paragraph } from './text.ts';

type Points = Extract<DeckPart, { kind: 'points' }>;
type Columns = Extract<DeckPart, { kind: 'compare' }>['columns'];
type Slide = PptxGenJS.Slide;

/** The space between boxes, and between the edge of a box and its words, in inches. */
const [between, margin] = [0.25, 0.15];
/** The space between the paragraphs of a box, as a share of the letter size. */
const gap = 0.45;
/** The width of a step's number with the space behind it. */
const step = { dot: 0.6, room: 0.85 };

/** The boxes of the words of each look, in the order of the points: the first way in which the words fit is taken. */
const places: Record<PointsLook, ((count: number, box: Box) => Box[])[]> = {
  path: [(count, box) => rowsOf(count, box).map((row) => ({ ...row, x: row.x + step.room, w: row.w - step.room }))],
  cards: [2, 3].map(
    (across) => (count, box) =>
      rowsOf(Math.ceil(count / across), box)
        .flatMap((row) => columnsOf(across, row))
        .slice(0, count),
  ),
  tree: [
    (count, box) => {
      const [top, under] = rowsOf(2, box, 0.7) as [Box, Box];
      return [{ ...top, x: top.x + top.w / 6, w: (top.w * 2) / 3 }, ...columnsOf(count - 1, under)];
    },
  ],
};

function rowsOf(count: number, box: Box, gap = between): Box[] {
  const h = (box.h - gap * (count - 1)) / count;
  return Array.from({ length: count }, (_, index) => ({ ...box, y: box.y + index * (h + gap), h }));
}
function columnsOf(count: number, box: Box): Box[] {
  const w = (box.w - between * (count - 1)) / count;
  return Array.from({ length: count }, (_, index) => ({ ...box, x: box.x + index * (w + between), w }));
}

const inside = ({ x, y, w, h }: Box, by: number): Box => ({ x: x + by, y: y + by / 2, w: w - 2 * by, h: h - by });

/** The size of letters in which every point fits its shape, and the shapes; undefined when there is none. */
function laid({ points, look }: Points, box: Box): { size: number; boxes: Box[] } | undefined {
  const by = look === 'path' ? 0 : margin;
  for (const way of places[look!]) {
    const boxes = way(points.length, box);
    const each = points.map((point, index) =>
      fit({ paragraphs: [point], gap: 0, indent: 0 }, inside(boxes[index]!, by), sizes.points),
    );
    if (each.every((size) => size !== undefined)) return { size: Math.min(...each), boxes };
  }
  return undefined;
}

/** Draws points into a box. @returns whether they fit */
export function drawPoints(part: Points, box: Box, slide: Slide): boolean {
  const drawn = laid(part, box);
  if (!drawn) return false;
  const { boxes, size } = drawn;
  if (part.look === 'path') drawLine(boxes, slide);
  if (part.look === 'tree') drawBranches(boxes, slide);
  part.points.forEach((point, index) => {
    const place = boxes[index]!;
    if (part.look === 'path') drawStep(point, index, place, size, slide);
    else drawCard(point, index, place, size, slide);
  });
  return true;
}

const line = (slide: Slide, name: string, box: Box) =>
  slide.addShape('line', { ...box, line: { color: colors.hue, width: 2 }, objectName: name });

/** A line behind the numbers of the steps. */
function drawLine(boxes: readonly Box[], slide: Slide): void {
  const [first, last] = [boxes[0]!, boxes.at(-1)!];
  const y = first.y + first.h / 2;
  line(slide, 'Path', { x: first.x - step.room + step.dot / 2, y, w: 0, h: last.y + last.h / 2 - y });
}

function drawStep(point: readonly DocInline[], index: number, place: Box, size: number, slide: Slide): void {
  const dot = { x: place.x - step.room, y: place.y + place.h / 2 - step.dot / 2, w: step.dot, h: step.dot };
  slide.addText([{ text: String(index + 1), options: { fontSize: 24, bold: true, color: colors.paper } }], {
    ...dot,
    shape: 'ellipse',
    fill: { color: colors.hue },
    align: 'center',
    valign: 'middle',
    margin: 0,
    objectName: `Number ${index + 1}`,
  });
  slide.addText(paragraph(point, size), { ...place, margin: 0, valign: 'middle', objectName: `Step ${index + 1}` });
}

function drawCard(point: readonly DocInline[], index: number, place: Box, size: number, slide: Slide): void {
  drawBox(paragraph(point, size), place, `Card ${index + 1}`, slide);
}

function drawBox(
  runs: PptxGenJS.TextProps[],
  place: Box,
  objectName: string,
  slide: Slide,
  color: string = colors.tint,
): void {
  slide.addText(runs, {
    ...place,
    shape: 'rect',
    fill: { color },
    line: { color: colors.hue, width: 1.5 },
    margin: [(margin / 2) * 72, margin * 72, (margin / 2) * 72, margin * 72],
    valign: 'middle',
    objectName,
  });
}

/** Lines from the first box to each of the others. */
function drawBranches([top, ...under]: readonly Box[], slide: Slide): void {
  const [center, end] = [top!.x + top!.w / 2, top!.y + top!.h];
  const half = (under[0]!.y - end) / 2;
  const centers = under.map(({ x, w }) => x + w / 2);
  line(slide, 'Trunk', { x: center, y: end, w: 0, h: half });
  line(slide, 'Branches', { x: centers[0]!, y: end + half, w: centers.at(-1)! - centers[0]!, h: 0 });
  centers.forEach((x, index) => line(slide, `Branch ${index + 1}`, { x, y: end + half, w: 0, h: half }));
}

/** The width of the arrow from before to after. */
const arrow = 0.9;

/** Draws two columns into a box: what was on paper, an arrow, what is on a tint. @returns whether they fit */
export function drawChange(columns: Columns, box: Box, slide: Slide): boolean {
  const w = (box.w - arrow - 2 * between) / 2;
  const boxes = [box.x, box.x + box.w - w].map((x): Box => ({ ...box, x, w }));
  const passages = columns.map(({ title, points }): Passage => ({
    paragraphs: [[{ kind: 'strong', children: [{ kind: 'text', text: title }] }], ...points],
    gap,
    indent: 0,
  }));
  const each = passages.map((passage, index) => fit(passage, inside(boxes[index]!, margin), sizes.points));
  if (!each.every((size) => size !== undefined)) return false;
  const size = Math.min(...each);
  passages.forEach(({ paragraphs }, index) => {
    const runs = paragraphs.flatMap((nodes, at) =>
      paragraph(nodes, size, at > 0 ? { paraSpaceBefore: size * gap } : {}, at > 0 ? undefined : colors.hue),
    );
    drawBox(runs, boxes[index]!, index === 0 ? 'Before' : 'After', slide, index === 0 ? colors.paper : colors.tint);
  });
  slide.addShape('rightArrow', {
    x: boxes[0]!.x + w + between,
    y: box.y + box.h / 2 - arrow / 2,
    w: arrow,
    h: arrow,
    fill: { color: colors.hue },
    objectName: 'Arrow',
  });
  return true;
}
