/** A record as markup for the site's own pages: words to read, with the marks of its sources. */
import type { Part } from '../../documents/document.ts';
import { blocksOfPart } from './blocks.ts';
import { h, written, type Child } from './element.ts';
import type { Drawn, Medium } from './medium.ts';

/** Elements that HTML writes without an end. */
const voids = ['br'];

/** The HTML of a part. Its headings stand at the second level and below; nothing in it can be filled in. */
export function pageMarkup(part: Part): string {
  return written(blocksOfPart(part, medium), (name, start) =>
    voids.includes(name) ? `<${start}>` : `<${start}></${name}>`,
  );
}

const blank = (words: string): Child => h('span', { class: 'blank' }, words);

const medium: Medium = {
  id: (anchor) => anchor,
  // As CopyLink.astro draws it.
  share: (anchor, name) =>
    h('a', { class: 'copy', href: `#${anchor}`, 'aria-label': `Share: ${name}`, 'data-pagefind-ignore': '' }),
  level: (level) => level,
  noteId: (n) => `note-${n}`,
  citeId: (n) => `cite-${n}`,
  link: (href, words) => h('a', { href }, words),
  cite: ({ n, first }) =>
    h(
      'sup',
      {},
      h(
        'a',
        { href: `#note-${n}`, id: first ? `cite-${n}` : undefined, class: 'cite', 'aria-label': `Note ${n}` },
        `${n}`,
      ),
    ),
  blank: ({ label: words, value }) => (value ? h('strong', {}, value) : blank(words)),
  line: (_label, value) =>
    value ? h('strong', {}, value) : h('span', { class: 'rule', role: 'img', 'aria-label': 'to fill in by hand' }),
  step: (_step, _list, words, help) => [words, help],
  cell: (_column, _row, value) => value,
  gridCaption: (caption) => caption,
  emptyRows: () => 0,
  drawing,
  table: (table, caption) =>
    h(
      'div',
      { class: 'scroll', role: caption ? 'region' : 'group', 'aria-label': caption || 'Table', tabindex: 0 },
      table,
    ),
};

/** A drawing in the colors of the page, without its own, which are those of paper. */
function drawing({ svg, width, height, alt }: Drawn): Child {
  const [, inner] = /^<svg[^>]*>(?:<style>[^<]*<\/style>)?([\s\S]*)<\/svg>\s*$/.exec(svg) ?? [];
  if (inner === undefined) throw new Error('the drawing is no SVG');
  return { ...h('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': alt }), markup: inner };
}
