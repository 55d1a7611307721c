/** What a web page draws in its own way: for working, so steps can be ticked and blanks be filled in. */
import { label, wordsOf, type Part } from '../../documents/document.ts';
import { h, type Child } from '../markup/element.ts';
import type { Drawn, Medium } from '../markup/medium.ts';
import { raised, type Resolve } from '../markup/places.ts';
import { blank, cell, line, step } from './fields.ts';

/** The id of a place of a part. The toolkit’s own places keep the ids that they have on the site. */
export function idOf(part: Part, own: boolean, anchor: string): string {
  return own ? anchor : label(part, anchor);
}

/** @param own true for the part that opens the page, whose title is that of the page */
export function mediumOf(part: Part, own: boolean, resolve: Resolve): Medium {
  const up = raised(part) - (own ? 0 : 1);
  const id = (anchor: string) => idOf(part, own, anchor);
  const noteId = (n: number) => id(`note-${n}`);
  const citeId = (n: number) => id(`cite-${n}`);
  // In the text, only addresses of other sites are printed.
  const site = part.url && new URL(part.url).origin;
  return {
    id,
    level: (level) => level - up,
    noteId,
    citeId,
    link: (href, words) => (site && href.startsWith(site) ? h('a', { href }, words) : link(resolve(href), words)),
    cite: ({ n, first }) =>
      h(
        'sup',
        {},
        h(
          'a',
          { role: 'doc-noteref', href: `#${noteId(n)}`, id: first ? citeId(n) : undefined, 'aria-label': `Note ${n}` },
          `${n}`,
        ),
      ),
    blank,
    line,
    step: (one, list, words, help) => step(one, list, id(one.anchor), wordsOf(one.text).trim(), words, help),
    cell,
    gridCaption: (caption) => caption,
    emptyRows: (empty) => empty,
    drawing,
    table: (table, caption) => scroll(caption, table),
  };
}

/** Addresses of up to so many characters are printed behind the words that lead to them. */
const short = 60;

/** A link within the page, or to the web. */
export function link(href: string, words: Child): Child {
  if (href.startsWith('#')) return h('a', { href }, words);
  const address = href.replace(/^(https?:\/\/|mailto:|tel:)/, '').replace(/\/$/, '');
  return h('a', { href, rel: 'noreferrer', 'data-address': address.length <= short ? address : undefined }, words);
}

/** What may be wider than the screen, and scrolls by itself, also by keyboard. */
function scroll(label: string, child: Child): Child {
  return h('div', { class: 'scroll', role: 'group', 'aria-label': label, tabindex: 0 }, child);
}

/** A drawing in the colors of the page, without its own, which are those of paper. */
function drawing({ svg, width, height, alt, title = 'Drawing' }: Drawn): Child {
  const [, inner] = /^<svg[^>]*>(?:<style>[^<]*<\/style>)?([\s\S]*)<\/svg>\s*$/.exec(svg) ?? [];
  if (inner === undefined) throw new Error('the drawing is no SVG');
  return scroll(title, {
    ...h('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': alt }),
    markup: inner,
  });
}
