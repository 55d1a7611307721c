/** Writes a deck as a PowerPoint file: in the build, and on the reader's device. */
import PptxGenJS from 'pptxgenjs';
import type { Deck } from '../../documents/deck-model.ts';
import { setName } from '../../schemas/names.ts';
import { clean } from './post-process.ts';
import { defineLayouts } from './layouts.ts';
import { face } from './look.ts';
import type { Raster } from './pictures.ts';
import { fillSlide, footerOf, layoutOf } from './slides.ts';

/** The bytes of the file. @throws Error naming the slide when something does not fit */
export async function writePptx(deck: Deck, raster: Raster): Promise<Uint8Array> {
  const file = new PptxGenJS();
  file.layout = 'LAYOUT_WIDE';
  file.theme = { headFontFace: face, bodyFontFace: face };
  file.title = deck.title;
  file.subject = deck.promise;
  file.author = setName;
  file.company = setName;
  // The library begins with an empty layout of its own.
  (file as unknown as { slideLayouts: unknown[] }).slideLayouts.shift();
  defineLayouts(file, footerOf(deck));
  for (const slide of deck.slides) fillSlide(file.addSlide({ masterName: layoutOf(slide.parts) }), slide, deck);
  const bytes = (await file.write({ outputType: 'uint8array' })) as Uint8Array;
  const { reviewed, hue, slides } = deck;
  const titles = slides.map(({ title }) => title);
  return clean(bytes, { reviewed, titles, hue: hue.slice(1), tint: paler(hue) }, raster);
}

/** A color mixed with eleven parts of white: `#1d5c63` → `ecf2f2`. */
function paler(color: string): string {
  return [1, 3, 5]
    .map((at) =>
      Math.round((Number.parseInt(color.slice(at, at + 2), 16) + 255 * 11) / 12)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase();
}
