/** Draws SVG with the face that our drawings name; the same drawing gives the same bytes on every machine. */
import { initWasm, Resvg, type ResvgRenderOptions } from '@resvg/resvg-wasm';
import type { Tools } from './writer.ts';

const faces = ['400Regular', '600SemiBold'];
let ready: Promise<void> | undefined;

/** Draws one SVG: as a PNG, and as an SVG whose letters are outlines. */
export type DrawingBoard = (
  svg: string,
  options: Pick<ResvgRenderOptions, 'fitTo' | 'background'>,
) => { svg: string; png: Uint8Array };

/** The drawing program, which is loaded once in a process, with its letters. */
export async function drawingBoard(tools: Tools): Promise<DrawingBoard> {
  ready ??= initWasm(tools.read('@resvg/resvg-wasm/index_bg.wasm'));
  await ready;
  const fontBuffers = faces.map((face) =>
    tools.read(`@expo-google-fonts/source-sans-3/${face}/SourceSans3_${face}.ttf`),
  );
  return (svg, options) => {
    const drawing = new Resvg(svg, {
      ...options,
      font: {
        fontBuffers: svg.includes('<text') ? fontBuffers : [],
        defaultFontFamily: 'Source Sans 3',
        sansSerifFamily: 'Source Sans 3',
      },
    });
    const image = drawing.render();
    const drawn = { svg: drawing.toString(), png: image.asPng() };
    image.free();
    drawing.free();
    return drawn;
  };
}
