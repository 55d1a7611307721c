import { describe, expect, it } from 'vitest';
import { numbersIn } from '../../src/documents/deck-sources.ts';
import { sectionDeck } from '../../src/documents/deck-section.ts';
import type { Deck } from '../../src/documents/deck-model.ts';
import { composeDeck } from '../../src/documents/compose-decks.ts';
import { readContent } from '../../src/reader/read.ts';
import { root } from '../root.ts';

const { site } = readContent(root);
const decks = Object.keys(site.slides).map((id) => composeDeck({ site, figures: {}, url: '/' }, id));
const sections = decks.flatMap((deck): [string, Deck][] =>
  [...new Set(deck.slides.flatMap(({ section }) => section?.anchor ?? []))].map((anchor) => [anchor, deck]),
);
const base = 'https://toolkits.example/';
const notesOf = ({ slides }: Deck) =>
  slides.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'sources' ? part.notes : [])));

describe('the slides of a section', () => {
  it('are those of the toolkit that sum it up, and the sources that they cite, with the same numbers', () => {
    expect(sections.length).toBeGreaterThan(50);
    for (const [anchor, deck] of sections) {
      const own = sectionDeck(deck, anchor, base);
      const written = own.slides.filter(({ section }) => section);
      expect(written.map(({ id, title }) => [id, title])).toEqual(
        deck.slides.filter(({ section }) => section?.anchor === anchor).map(({ id, title }) => [id, title]),
      );
      const numbers = notesOf(own).flatMap(({ places }) => places.map(({ n }) => n));
      expect([anchor, numbers.sort((a, b) => a - b)]).toEqual([anchor, numbersIn(written)]);
      const places = new Map(
        notesOf(deck).flatMap((note) => note.places.map(({ n, place }) => [n, note.title + place])),
      );
      for (const note of notesOf(own))
        for (const { n, place } of note.places) expect(places.get(n)).toBe(note.title + place);
      expect(own.slides.at(-1)!.parts[0]).toMatchObject({
        kind: 'sources',
        close: [expect.stringContaining(`${base}toolkits/`), expect.stringContaining('CC BY 4.0')],
      });
    }
  });

  it('lead to the web where an address is known, and else nowhere within the site', () => {
    for (const [anchor, deck] of sections) {
      const own = sectionDeck(deck, anchor, base);
      expect(own.slides[0]!.section!.href).toBe(`${base.slice(0, -1)}${deck.address}#${anchor}`);
      expect(JSON.stringify(own)).not.toContain('"href":"/');
      const offline = sectionDeck(deck, anchor);
      expect(offline.slides[0]!.section).toEqual({ anchor, title: own.slides[0]!.section!.title });
      expect(JSON.stringify(offline)).not.toMatch(/"href":"(\/|undefined)|toolkits\.example/);
    }
  });

  it('have a file with a name of its own, or a message when there are none', () => {
    const [[anchor, deck]] = sections as [[string, Deck]];
    expect(sectionDeck(deck, anchor).name).toBe(`${deck.name}-${anchor}`);
    expect(() => sectionDeck(deck, 'related')).toThrow('No slide sums up this section.');
  });
});
