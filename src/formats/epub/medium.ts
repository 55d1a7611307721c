/** What the book draws in its own way: for reading, so places to write in are lines and boxes. */
import type { Field, Part } from '../../documents/document.ts';
import { h, type Child } from '../markup/element.ts';
import type { Drawn, Medium } from '../markup/medium.ts';
import { raised, type Resolve } from '../markup/places.ts';

/** More empty rows say nothing to somebody who reads. */
const shown = 3;
/** No anchor of the content holds a dot. */
const noteId = (n: number) => `note.${n}`;
const citeId = (n: number) => `cite.${n}`;

export function mediumOf(part: Part, resolve: Resolve): Medium {
  const up = raised(part);
  return {
    id: (anchor) => anchor,
    level: (level) => level - up,
    noteId,
    citeId,
    link: (href, words) => h('a', { href: resolve(href) }, words),
    cite: ({ n, first }) =>
      h(
        'sup',
        {},
        h(
          'a',
          {
            'epub:type': 'noteref',
            role: 'doc-noteref',
            href: `#${noteId(n)}`,
            id: first ? citeId(n) : undefined,
            'aria-label': `Note ${n}`,
          },
          `[${n}]`,
        ),
      ),
    blank,
    line: (_label, value) =>
      value ? filled(value) : h('span', { class: 'rule', role: 'img', 'aria-label': 'to fill in' }),
    step: ({ done = false, written }, { boxes, write }, words, help) => [
      h('p', {}, boxes ? box(done) : undefined, words),
      help,
      written ? h('p', { class: 'written' }, `${write}: ${written}`) : undefined,
    ],
    cell: (_column, _row, value) => value,
    gridCaption: (caption, empty) =>
      empty > 0 ? `${caption} (${empty} empty ${empty === 1 ? 'row' : 'rows'} to fill in)` : caption,
    emptyRows: (empty) => Math.min(empty, shown),
    drawing,
    table: (table) => table,
  };
}

const filled = (value: string): Child => h('span', { class: 'filled' }, value);

/** What was written, or the label on a line. */
function blank({ label, size, value }: Field): Child {
  return value ? filled(value) : h('span', { class: size === 'lines' ? 'blank lines' : 'blank' }, `[${label}]`);
}

function box(done: boolean): Child {
  return [h('span', { class: 'box', role: 'img', 'aria-label': done ? 'Done:' : 'To do:' }, done ? '☑' : '☐'), ' '];
}

/** A drawing in the text, on paper of its own, since its colors are those of paper also where the reader's page is dark. */
function drawing({ svg, width, height, alt }: Drawn): Child {
  const [, inner] = /^<svg[^>]*>([\s\S]*)<\/svg>\s*$/.exec(svg) ?? [];
  if (inner === undefined) throw new Error('the drawing is no SVG');
  const paper = `<rect width="${width}" height="${height}" fill="#fff"/>`;
  return {
    ...h(
      'svg',
      { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': alt },
      h('title', {}, alt),
    ),
    markup: paper + inner,
  };
}
