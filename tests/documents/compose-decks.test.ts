import { describe, expect, it } from 'vitest';
import type { Deck } from '../../src/documents/deck-model.ts';
import { composeDeck } from '../../src/documents/compose-decks.ts';
import { wordsOf, type DocBlock } from '../../src/documents/document.ts';
import type { Publication } from '../../src/documents/site-documents.ts';
import { readContent } from '../../src/reader/read.ts';
import { kitchenSink, root, sinkWith } from '../root.ts';

const publicationOf = (folder: string, url?: string): Publication => ({
  site: readContent(folder).site,
  figures: {},
  url,
});
const sink = (url?: string): Deck => composeDeck(publicationOf(kitchenSink, url), 'sample');

const lines = (blocks: readonly DocBlock[]): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [wordsOf(block.children)] : block.kind === 'list' ? block.items.flatMap(lines) : [],
  );
const slideOf = (deck: Deck, id: string) => deck.slides.find((slide) => slide.id === id)!;

describe('the deck of the kitchen sink', () => {
  it('puts the written slides between a first and a last one', () => {
    const { slides, toolkit, reviewed } = sink();
    expect(slides.map(({ id, parts }) => [id, ...parts.map(({ kind }) => kind)])).toEqual([
      ['cover', 'cover'],
      ['points', 'points'],
      ['statement', 'statement'],
      ['compare', 'compare'],
      ['chart', 'points', 'chart'],
      ['spans', 'chart'],
      ['answers', 'chart'],
      ['sources-1', 'sources'],
    ]);
    expect([toolkit, reviewed]).toEqual([5, '2026-01-02']);
    expect(slides[0]).toMatchObject({
      title: 'The sample “toolkit”',
      parts: [
        {
          kicker: 'CSEC Task Force Toolkits · Toolkit 5',
          promise: 'It holds every kind of block once.',
          lines: ['For trainers', 'Reviewed January 2, 2026'],
        },
      ],
    });
  });

  it('numbers citations across the deck and lists them at its end', () => {
    const deck = sink();
    expect(slideOf(deck, 'points').parts[0]).toMatchObject({
      points: [
        [{}, { kind: 'strong' }, {}, { kind: 'cite', n: 1 }],
        [{}, { kind: 'suggestion' }],
      ],
    });
    expect(slideOf(deck, 'statement').parts[0]).toMatchObject({ children: [{}, { kind: 'cite', n: 2 }] });
    // A chart brings the citations of its note along.
    expect(slideOf(deck, 'chart').parts[1]).toMatchObject({
      kind: 'chart',
      caption: [{ text: 'Three counts. Things.' }, { kind: 'cite', n: 4 }],
    });
    expect(slideOf(deck, 'sources-1').parts[0]).toMatchObject({
      notes: [
        { title: 'Some slides', places: [{ n: 1 }, { n: 3 }, { n: 4 }] },
        { title: 'A law', warning: 'Read in a public copy.', places: [{ n: 2, place: '(2)' }] },
      ],
      close: [
        'Cite these slides: “The sample in slides.” CSEC Task Force Toolkits, toolkit 5. Reviewed January 2, 2026.',
        'Words and drawings: CC BY 4.0. Quotations belong to their sources.',
      ],
    });
  });

  it('says in the notes what the slide shows, where it stands and where it is from', () => {
    const deck = sink();
    expect(lines(slideOf(deck, 'points').notes)).toEqual([
      'Say the first one.',
      'Then the second.',
      'In the toolkit: “A heading”.',
      'Source: 1 Some slides, First slide.',
    ]);
    expect(lines(slideOf(deck, 'statement').notes)).toContain('Source: 2 Law 1, (2).');
    expect(lines(slideOf(deck, 'chart').notes)[1]).toMatch(/^Bar chart\. .*2002: nearly 8\./);
    expect(lines(slideOf(deck, 'compare').notes).slice(0, 3)).toEqual([
      'Which one do you know?',
      'For you: Let pairs talk first.',
      'What this slide shows is the editors’ suggestion.',
    ]);
    expect(slideOf(deck, 'compare').tag).toBe('Exercise, 5 minutes · Editors’ suggestion');
    expect(deck.slides.every(({ notes }) => notes.length > 0)).toBe(true);
  });

  it('names the sources of what a slide shows in one short line, those of its notes only there', () => {
    const shown = sink().slides.map(({ id, sources }) => [id, sources]);
    expect(shown.filter(([, line]) => line)).toEqual([
      ['points', 'Source: 1 Some slides'],
      ['statement', 'Source: 2 Law 1'],
      ['chart', 'Sources: 3, 4 Some slides'],
      ['spans', 'Source: 4 Some slides'],
      ['answers', 'Source: 4 Some slides'],
    ]);
    const folder = sinkWith({
      'slides/sample.yaml': ['Wait a moment.', 'Wait.<Cite source="slides" at="Third slide" />'],
    });
    const spoken = slideOf(composeDeck(publicationOf(folder), 'sample'), 'statement');
    expect(spoken.sources).toBe('Source: 2 Law 1');
    expect(lines(spoken.notes)).toContain('Sources: 2 Law 1, (2); 3 Some slides, Third slide.');
  });

  it('links to the sections of the toolkit only when the public address is known', () => {
    expect(JSON.stringify(sink())).not.toMatch(/"href":"(?!https:\/\/law\.example)/);
    const deck = sink('https://toolkits.example/sub/');
    expect(slideOf(deck, 'points').section).toEqual({
      anchor: 'a-heading',
      title: 'A heading',
      href: 'https://toolkits.example/sub/toolkits/sample/#a-heading',
    });
    expect(slideOf(deck, 'statement').section).toBeUndefined();
    expect(JSON.stringify(slideOf(deck, 'sources-1'))).toContain('https://toolkits.example/sub/toolkits/sample/');
  });

  it('spreads many sources over slides and closes on the last one', () => {
    const cites = Array.from(
      { length: 400 },
      (_, index) =>
        // Each place has a number of its own, which stands on the slide.
        `<Cite source="slides" at="Place ${index}" />`,
    );
    const long = 'Say the first one.';
    const folder = sinkWith({ 'slides/sample.yaml': [long, `${long}${cites.join('')}<Cite source="law" at="(9)" />`] });
    const sources = composeDeck(publicationOf(folder), 'sample').slides.filter(({ id }) => id.startsWith('sources'));
    expect(sources.map(({ title }) => title)).toEqual(['Sources, 1 of 2', 'Sources, 2 of 2']);
    expect(
      sources.map(({ parts: [part] }) => part?.kind === 'sources' && [part.notes.length, part.close.length]),
    ).toEqual([
      [1, 0],
      [1, 2],
    ]);
  });

  it('ends the title of a citation once', () => {
    const folder = sinkWith({ 'slides/sample.yaml': ['title: The sample in slides', 'title: What is a sample?'] });
    expect(JSON.stringify(composeDeck(publicationOf(folder), 'sample').slides.at(-1))).toContain(
      '“What is a sample?” CSEC',
    );
  });

  it('refuses two slides of one title', () => {
    const folder = sinkWith({ 'slides/sample.yaml': ['title: Numbers', 'title: A statement'] });
    expect(() => composeDeck(publicationOf(folder), 'sample')).toThrow(
      'content/slides/sample.yaml, slide `chart`: the title “A statement” is taken by slide `statement`. Give each slide a title of its own.',
    );
  });
});

describe('the decks of the site', () => {
  const publication = publicationOf(root, 'https://toolkits.example/');

  it('has one for each toolkit', () => {
    expect(Object.keys(publication.site.slides).sort()).toEqual(Object.keys(publication.site.toolkits).sort());
  });

  it.each(Object.keys(publication.site.slides))(
    '%s: 7 to 13 slides, then sources, each with a title of its own and notes',
    (id) => {
      const { slides } = composeDeck(publication, id);
      const sources = slides.filter(({ id }) => id.startsWith('sources-')).length;
      expect(slides.length - sources).toBeGreaterThanOrEqual(7);
      expect(slides.length - sources).toBeLessThanOrEqual(13);
      expect(sources).toBeLessThanOrEqual(5);
      expect(slides.every(({ title, notes }) => title && notes.length > 0)).toBe(true);
    },
  );
});
