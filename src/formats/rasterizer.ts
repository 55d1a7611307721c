/** Draws SVG with the face that our drawings name; the same drawing gives the same bytes on every machine. */
import { initWasm, Resvg, type ResvgRenderOptions } from '@resvg/resvg-wasm';
import type { Tools } from './writer.ts';

const faces = ['source-sans-3/400Regular/SourceSans3_400Regular', 'source-sans-3/600SemiBold/SourceSans3_600SemiBold'];
/** The face of titles, for drawings that name it. */
const display = ['literata/600SemiBold/Literata_600SemiBold'];
let ready: Promise<void> | undefined;

/** Draws one SVG: as a PNG, and as an SVG whose letters are outlines. */
export type DrawingBoard = (
  svg: string,
  options: Pick<ResvgRenderOptions, 'fitTo' | 'background'>,
) => { svg: string; png: Uint8Array };

const boards = new WeakMap<Tools, Promise<DrawingBoard>>();

/** The drawing program, which is loaded once in a process, with its letters. A drawing that several files show is drawn once. */
export function drawingBoard(tools: Tools): Promise<DrawingBoard> {
  const board = boards.get(tools) ?? newBoard(tools);
  boards.set(tools, board);
  return board;
}

async function newBoard(tools: Tools): Promise<DrawingBoard> {
  ready ??= initWasm(tools.read('@resvg/resvg-wasm/index_bg.wasm'));
  await ready;
  const read = (face: string) => tools.read(`@expo-google-fonts/${face}.ttf`);
  const fontBuffers = faces.map(read);
  const withDisplay = [...fontBuffers, ...display.map(read)];
  const known = new Map<string, ReturnType<DrawingBoard>>();
  return (svg, options) => {
    const key = JSON.stringify(options) + svg;
    const before = known.get(key);
    if (before) return before;
    const drawing = new Resvg(svg, {
      ...options,
      font: {
        fontBuffers: svg.includes('Literata') ? withDisplay : svg.includes('<text') ? fontBuffers : [],
        defaultFontFamily: 'Source Sans 3',
        sansSerifFamily: 'Source Sans 3',
      },
    });
    const image = drawing.render();
    const drawn = { svg: drawing.toString(), png: image.asPng() };
    image.free();
    drawing.free();
    known.set(key, drawn);
    return drawn;
  };
}
