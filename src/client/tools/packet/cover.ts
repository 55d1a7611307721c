/** The first sheet of a packet: title, for whom, when reviewed, and what is in it. What somebody typed stays text. */
import { longDate } from '../../../tools/dates.ts';
import { make } from '../../shell/dom.ts';
import type { Offered } from './choices.ts';

export interface Cover {
  title: string;
  /** Whom the packet is for; may be empty. */
  whom: string;
  /** A date or an occasion; may be empty. */
  occasion: string;
  /** The link that rebuilds the packet. */
  link: string;
}

/** The cover with its list of contents; `idOf` gives the id of a part's place in the document. */
export function drawCover(
  { title, whom, occasion, link }: Cover,
  parts: readonly Offered[],
  idOf: (name: string) => string,
): HTMLElement {
  const newest = parts
    .map(({ reviewed }) => reviewed)
    .sort()
    .at(-1)!;
  const entries = parts.map(({ name, title: words, from }, index) =>
    make(
      'li',
      {},
      make('span', { class: 'part-number' }, `${index + 1}`),
      make('span', {}, make('a', { href: `#${idOf(name)}` }, words), make('small', {}, ` ${from}`)),
    ),
  );
  const lines = [
    whom && make('p', { class: 'cover-for' }, whom),
    occasion && make('p', { class: 'cover-occasion' }, occasion),
  ].filter((line) => line !== '');
  return make(
    'section',
    { class: 'sheet packet-cover', 'aria-labelledby': 'packet-name' },
    make('p', { class: 'pull-out-kind' }, 'A packet from the CSEC Task Force Toolkits'),
    make('h2', { id: 'packet-name' }, title),
    ...lines,
    make('h3', {}, 'Contents'),
    make('ol', { class: 'packet-contents', role: 'list' }, ...entries),
    make(
      'p',
      { class: 'cover-note' },
      `The newest part was reviewed ${longDate(newest)}. Flexible advice, not legal advice. Words: CC BY 4.0. `,
      make('a', { href: link, 'data-href': link.startsWith('http') ? link : undefined }, 'Build this packet again'),
    ),
  );
}
