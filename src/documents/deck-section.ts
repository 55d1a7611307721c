/** The slides of one section as a deck of its own, cut from the deck of its toolkit: the same words, the same numbers of sources. */
import { absolute } from '../site/public-address.ts';
import { closingOf, numbersIn, sourceSlides } from './deck-sources.ts';
import type { Deck } from './deck-model.ts';

/**
 * The slides of the section, then the sources that they cite. The deck leads within the site (`/…`); its section leads to the web.
 * @param base the public address of the site; without it no slide leads to a page
 * @throws Error when the section has no slides
 */
export function sectionDeck(deck: Deck, anchor: string, base?: string): Deck {
  const own = deck.slides.filter(({ section }) => section?.anchor === anchor);
  const title = own[0]?.section?.title;
  if (!title) throw new Error('No slide sums up this section.');
  const cited = new Set(numbersIn(own));
  const notes = deck.slides
    .flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'sources' ? part.notes : [])))
    .map((note) => ({ ...note, places: note.places.filter(({ n }) => cited.has(n)) }))
    .filter(({ places }) => places.length > 0);
  return {
    ...deck,
    name: `${deck.name}-${anchor}`,
    title: `${deck.title}: ${title}`,
    slides: [...(onTheWeb(own, base) as Deck['slides']), ...sourceSlides(notes, closingOf(deck, base))],
  };
}

const isOwn = (href: unknown): boolean => typeof href === 'string' && href.startsWith('/');

/** The same with links to the web; without a base, links within the site are only their words. */
function onTheWeb(value: unknown, base?: string): unknown {
  if (Array.isArray(value))
    return value.flatMap((one: { kind?: string; href?: string; children?: unknown }) =>
      !base && one?.kind === 'link' && isOwn(one.href) ? onTheWeb(one.children) : [onTheWeb(one, base)],
    );
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]): [string, unknown][] => {
      if (key !== 'href' || !isOwn(one)) return [[key, onTheWeb(one, base)]];
      return base ? [[key, absolute(base, one as string)]] : [];
    }),
  );
}
