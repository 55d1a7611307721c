/** Draws the card of a term. Loaded, with the cards of all terms, on the first use of one. */
import type { Inline } from '../../prose/tree.ts';
import { suggestionMark, suggestionTag } from '../../schemas/names.ts';
import type { TermCard } from '../../site/term-cards.ts';
import { make } from '../shell/dom.ts';
import { pageAddress } from '../shell/site.ts';

/** What the build puts here. */
declare const TERM_CARDS: Record<string, TermCard>;

type Drawn = Node | string;
const drawn = (nodes: readonly Inline[]): Drawn[] => nodes.flatMap(drawnNode);

function drawnNode(node: Inline): Drawn[] {
  switch (node.kind) {
    case 'text':
      return [node.text];
    case 'break':
      return [make('br')];
    case 'strong':
      return [make('strong', {}, ...drawn(node.children))];
    case 'emphasis':
      return [make('em', {}, ...drawn(node.children))];
    case 'link':
      return [make('a', { href: pageAddress(node.href) }, ...drawn(node.children))];
    case 'suggestion':
      return [...drawn(node.children), suggested()];
    // On a card, terms are plain words.
    case 'term':
      return drawn(node.children);
    case 'cite':
    case 'blank':
      return [];
  }
}

/** As Suggested.astro draws it. */
const suggested = (): HTMLElement =>
  make(
    'span',
    { class: 'suggestion', title: suggestionTag },
    make('span', { 'aria-hidden': 'true' }, suggestionMark),
    make('span', { class: 'sr-only' }, ` (${suggestionTag})`),
  );

/** The card of a term; undefined where the glossary has none. @param address its place in the glossary */
export function termCard(id: string, address: string): HTMLElement | undefined {
  const card = TERM_CARDS[id];
  if (!card) return undefined;
  const { term, expansion, editorsReading, definition } = card;
  const more = (expansion ? `: ${expansion}` : '') + (editorsReading ? ' (the editors’ reading)' : '');
  return make(
    'div',
    { class: 'term-card', popover: '', id: `term-${id}` },
    make('p', {}, make('strong', {}, term), more),
    ...definition.map((nodes) => make('p', {}, ...drawn(nodes))),
    make('p', {}, make('a', { href: address }, 'See it in the glossary')),
  );
}
(globalThis.csec ??= {}).termCard = termCard;
