/** Slides for trainers: one deck for each toolkit that has slides, with speaker notes, under one master in the toolkit’s color. */
import PptxGenJS from 'pptxgenjs';
import type { Deck } from '../documents/deck.ts';
import { composeDeck } from '../documents/decks.ts';
import { hueOf } from '../documents/drawings.ts';
import { toolkitFile } from '../site/file-names.ts';
import { setName } from '../schemas/names.ts';
import { toolkitsInOrder } from '../site/page.ts';
import { collections } from '../schemas/index.ts';
import { clean } from './pptx/clean.ts';
import { defineLayouts } from './pptx/layouts.ts';
import { face } from './pptx/look.ts';
import { rasterizer } from './pptx/pictures.ts';
import { fillSlide, footerOf, layoutOf } from './pptx/slides.ts';
import type { Format } from './writer.ts';

export const pptx: Format<Deck> = {
  extension: 'pptx',
  name: 'PowerPoint',
  use: 'For trainers: short slides with notes for the speaker.',
  mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  jobs: (publication) =>
    toolkitsInOrder(publication.site)
      .filter(({ id }) => id in publication.site.slides)
      .map((entry) => ({
        file: `${toolkitFile(entry)}.pptx`,
        title: entry.title,
        address: collections.toolkits.address(entry.id),
        toolkit: entry.number,
        input: composeDeck(publication, entry.id),
      })),

  async write(deck, tools) {
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
    const raster = await rasterizer(tools);
    const bytes = (await file.write({ outputType: 'uint8array' })) as Uint8Array;
    const hue = hueOf(deck.toolkit);
    return clean(
      bytes,
      { reviewed: deck.reviewed, titles: deck.slides.map(({ title }) => title), hue: hue.slice(1), tint: paler(hue) },
      raster,
    );
  },
};

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
