/** The pictures of a deck as the build draws them. */
import { drawingBoard } from '../rasterizer.ts';
import type { Tools } from '../writer.ts';
import type { Raster } from './pictures.ts';

/** Only charts have letters; they are drawn larger than their own size, so that they stay sharp. */
export async function rasterizer(tools: Tools): Promise<Raster> {
  const draw = await drawingBoard(tools);
  return (svg) => draw(svg, { fitTo: { mode: 'zoom', value: svg.includes('<text') ? 2.5 : 1 } });
}
