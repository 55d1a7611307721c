/** Draws figures as PNG with the face that they name; the same drawing gives the same bytes on every machine. */
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Tools } from '../writer.ts';
import type { Rasterize } from './setting.ts';

const faces = ['400Regular', '600SemiBold'];
let ready: Promise<void> | undefined;

/** The rasterizer with its fonts. */
export async function rasterizer(tools: Tools): Promise<Rasterize> {
  ready ??= initWasm(tools.read('@resvg/resvg-wasm/index_bg.wasm')).catch((error: unknown) => {
    // The library starts once in a process, and the writer of slides may have started it.
    if (!String(error).includes('Already initialized')) throw error;
  });
  await ready;
  const fontBuffers = faces.map((face) => tools.read(`@expo-google-fonts/source-sans-3/${face}/SourceSans3_${face}.ttf`));
  return (svg, width) => {
    const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: width }, background: '#ffffff', font: { fontBuffers, defaultFontFamily: 'Source Sans 3', sansSerifFamily: 'Source Sans 3' } });
    const image = drawing.render();
    const png = image.asPng();
    image.free();
    drawing.free();
    return png;
  };
}
