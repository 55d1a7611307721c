/** Slides for trainers: one deck for each toolkit that has slides, with speaker notes, under one master in the toolkit’s color. */
import type { Deck } from '../documents/deck-model.ts';
import { composeDeck } from '../documents/compose-decks.ts';
import { toolkitsInOrder } from '../site/page.ts';
import { rasterizer } from './pptx/rasterizer.ts';
import { writePptx } from './pptx/write.ts';
import type { Format } from './writer.ts';

export const pptx: Format<Deck> = {
  extension: 'pptx',
  name: 'PowerPoint',
  use: 'For trainers: short slides with notes for the speaker.',
  mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  jobs: (publication) =>
    toolkitsInOrder(publication.site)
      .filter(({ id }) => id in publication.site.slides)
      .map(({ id, title, number }) => {
        const deck = composeDeck(publication, id);
        return { file: `${deck.name}.pptx`, title, address: deck.address, toolkit: number, input: deck };
      }),

  async write(deck, tools) {
    return writePptx(deck, await rasterizer(tools));
  },
};
