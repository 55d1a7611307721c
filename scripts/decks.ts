/** Writes the deck of each toolkit as a script beside its slides: what a section becomes a PowerPoint file of, on the reader's device. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeDeck } from '../src/documents/compose-decks.ts';
import type { Deck } from '../src/documents/deck-model.ts';
import { inAscii, type Raster } from '../src/formats/pptx/pictures.ts';
import { rasterizer } from '../src/formats/pptx/rasterizer.ts';
import type { Site } from '../src/schemas/index.ts';
import { readAsset } from './assets.ts';

/** Writes `toolkits/<id>/present/deck.js` for each toolkit with slides. */
export async function addDecks(out: string, site: Site): Promise<void> {
  const raster = await rasterizer({ read: readAsset });
  for (const id of Object.keys(site.slides)) {
    const deck = composeDeck({ site, figures: {}, url: '/' }, id);
    const folder = join(out, 'toolkits', id, 'present');
    mkdirSync(folder, { recursive: true });
    const slides = JSON.stringify({ deck, pictures: picturesOf(deck, raster) });
    writeFileSync(join(folder, 'deck.js'), `(globalThis.csec??={}).slides=${slides};\n`);
  }
}

/** Drawings with letters, drawn here: a browser has other faces. By what the file holds before; the PNG in base64. */
function picturesOf(deck: Deck, raster: Raster): Record<string, { svg: string; png: string }> {
  const drawings = deck.slides.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'chart' ? inAscii(part.drawing.svg) : [])),
  );
  return Object.fromEntries(
    drawings.map((drawing) => {
      const { svg, png } = raster(drawing)!;
      return [drawing, { svg, png: Buffer.from(png).toString('base64') }];
    }),
  );
}
