/** The package file of the book: who made it, how accessible it is, which files it has, and their order. */
import type { Document } from '../../documents/document.ts';
import { h, type Child } from '../markup/element.ts';
import { language, license } from '../markup/words.ts';
import type { Page } from './page.ts';
import { xmlFile } from './xml.ts';
import { setName } from '../../schemas/names.ts';

/** What the book offers readers who do not see it, or not as it was designed. */
const accessibility: readonly (readonly [property: string, value: string])[] = [
  ['schema:accessMode', 'textual'],
  ['schema:accessMode', 'visual'],
  ['schema:accessModeSufficient', 'textual'],
  ...[
    'alternativeText',
    'ARIA',
    'displayTransformability',
    'readingOrder',
    'structuralNavigation',
    'tableOfContents',
    'unlocked',
  ].map((feature) => ['schema:accessibilityFeature', feature] as const),
  ['schema:accessibilityHazard', 'none'],
  [
    'schema:accessibilitySummary',
    'All text can be resized, recolored and read aloud. Headings, lists, tables with header cells, notes ' +
      'with links back, and a table of contents give it structure. Every drawing says in words all that it ' +
      'shows, and drawings of numbers have a table or a list beside them. It was checked by programs, not yet ' +
      'by an independent reviewer, so it claims no level of a standard.',
  ],
];

/**
 * The package file.
 * @param pages in reading order, the first being the cover
 * @param identifier a URN that stays the same for every version of the book
 */
export function packageFile(
  { title, promise, reviewed, url }: Document,
  pages: readonly Page[],
  identifier: string,
): string {
  const meta = (property: string, value: string): Child => h('meta', { property }, value);
  return xmlFile(
    h(
      'package',
      { xmlns: 'http://www.idpf.org/2007/opf', version: '3.0', 'unique-identifier': 'id', 'xml:lang': language },
      h(
        'metadata',
        { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
        h('dc:identifier', { id: 'id' }, identifier),
        h('dc:title', {}, title),
        h('dc:language', {}, language),
        h('dc:creator', {}, setName),
        h('dc:publisher', {}, setName),
        h('dc:description', {}, promise),
        h('dc:date', {}, reviewed),
        h('dc:rights', {}, `${license.name} (${license.url}). Quotations belong to their sources.`),
        url && h('dc:source', {}, url),
        meta('dcterms:modified', `${reviewed}T00:00:00Z`),
        accessibility.map(([property, value]) => meta(property, value)),
        // Where older programs look for the cover.
        h('meta', { name: 'cover', content: 'cover-image' }),
      ),
      h(
        'manifest',
        {},
        pages.map(({ id, svg }) =>
          h('item', {
            id,
            href: `${id}.xhtml`,
            'media-type': 'application/xhtml+xml',
            properties: [id === 'nav' ? 'nav' : '', svg ? 'svg' : ''].filter(Boolean).join(' ') || undefined,
          }),
        ),
        h('item', { id: 'style', href: 'style.css', 'media-type': 'text/css' }),
        h('item', { id: 'cover-image', href: 'cover.png', 'media-type': 'image/png', properties: 'cover-image' }),
      ),
      h(
        'spine',
        {},
        pages.map(({ id }) => h('itemref', { idref: id })),
      ),
    ),
  );
}
