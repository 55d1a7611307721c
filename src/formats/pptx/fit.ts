/** Measures text before it is placed, so that nothing runs over: the largest of a few sizes is taken, and too much text is an error. */
import type { DocInline } from '../../documents/document.ts';
import type { Box } from './look.ts';
import { runsOf } from './text.ts';
import { widthOf } from './widths.ts';

/** What stands in one box: paragraphs, the space between them as a share of the letter size, and the indent of their bullets in points. */
export interface Passage {
  paragraphs: readonly (readonly DocInline[])[];
  gap: number;
  indent: number;
  bold?: boolean;
}

/** Lines of Arial stand 1.15 letter sizes apart in PowerPoint and LibreOffice. */
const leading = 1.17;

/** The largest of the sizes (in points, descending) at which a passage fits its box, or undefined. */
export function fit(passage: Passage, box: Box, sizes: readonly number[]): number | undefined {
  return sizes.find((size) => heightOf(passage, size, box.w) <= box.h);
}

/** How high a passage stands, in inches, at a size in points and a width in inches; endless when a word is wider than the box. */
export function heightOf({ paragraphs, gap, indent, bold = false }: Passage, size: number, width: number): number {
  const room = width * 72 - indent - 2;
  const lines = paragraphs.reduce((sum, paragraph) => sum + linesIn(paragraph, size, room, bold), 0);
  return (lines * size * leading + Math.max(0, paragraphs.length - 1) * size * gap) / 72;
}

function linesIn(paragraph: readonly DocInline[], size: number, room: number, bold: boolean): number {
  // Pieces that no line break may part: a word with the small number behind it.
  const pieces: number[] = [];
  let open = false;
  for (const run of runsOf(paragraph, size)) {
    run.text.split(/( )/).forEach((text) => {
      if (text === '') return;
      const width = widthOf(text, run.size * (run.raised ? 0.67 : 1), bold || run.bold);
      if (text !== ' ' && open) pieces[pieces.length - 1]! += width;
      else pieces.push(width);
      open = text !== ' ';
    });
    if (run.break) {
      pieces.push(room);
      open = false;
    }
  }
  let lines = 1;
  let used = 0;
  for (const width of pieces) {
    if (width > room) return Infinity;
    if (used + width > room) {
      lines += 1;
      used = 0;
    }
    used += width;
  }
  return lines;
}
