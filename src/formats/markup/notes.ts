/** The sources of a part, each with the numbered places cited and the way back to them. */
import type { DocNote } from '../../documents/document.ts';
import { h, type Child } from './element.ts';
import type { Medium } from './medium.ts';

export function sources(notes: readonly DocNote[], medium: Medium): Child {
  return notes.map(({ title, publisher, date, warning, url, places }) => [
    h(
      'p',
      { class: 'source' },
      h('cite', {}, url ? medium.link(url, title) : title),
      `. ${publisher}, ${date}.${warning ? ` ${warning}` : ''}`,
    ),
    h(
      'ul',
      { class: 'notes' },
      places.map(({ n, place }) =>
        h(
          'li',
          { id: medium.noteId(n) },
          `${n}. ${place || 'The whole source'} `,
          h(
            'a',
            { role: 'doc-backlink', href: `#${medium.citeId(n)}`, 'aria-label': `Back to note ${n} in the text` },
            '↩',
          ),
        ),
      ),
    ),
  ]);
}
