/** Pages of the book: each is one XHTML file. */
import { longDate } from '../../model/dates.ts';
import { label, type DocBlock, type DocNote, type Document, type Part } from '../../model/document.ts';
import { atBlock } from '../writer.ts';
import { block, type Around } from './blocks.ts';
import { citeId, noteId, type Resolve } from './inlines.ts';
import { h, xmlFile, type Child } from './xml.ts';

export interface Page {
  /** The name of its file without an extension; its id in the package. */
  id: string;
  /** The file. */
  xhtml: string;
  /** It holds a drawing, which the package has to say. */
  svg: boolean;
}

/** The language of all words. */
export const language = 'en-US';
/** The id of a page's title; anchors hold no dot. */
const titleId = 'page.title';

/** A page with its own title, in the shell that all pages share. */
export function page(id: string, title: string, body: Child): Page {
  const xhtml = xmlFile(
    h(
      'html',
      { xmlns: 'http://www.w3.org/1999/xhtml', 'xmlns:epub': 'http://www.idpf.org/2007/ops', lang: language, 'xml:lang': language },
      h('head', {}, h('title', {}, title), h('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' })),
      h('body', {}, body),
    ),
    'html',
  );
  return { id, xhtml, svg: xhtml.includes('<svg ') };
}

/** The page of one part: title, introduction, blocks, sources. @throws Error naming the content file and the block */
export function partPage(part: Part, resolve: Resolve): Page {
  const blocks = [...part.intro, ...part.blocks];
  const around: Around = { resolve, raised: Math.min(...blocks.flatMap((one) => (one.kind === 'heading' ? [one.level] : [])), 4) - 2 };
  const draw = (one: DocBlock, index: number): Child => {
    try {
      return block(one, around);
    } catch (error) {
      throw atBlock(part.file, index, one.kind, error);
    }
  };
  const glossary = part.sort === 'glossary';
  const chapter = h(
    'section',
    { 'epub:type': glossary ? 'glossary' : 'chapter', role: glossary ? 'doc-glossary' : 'doc-chapter', 'aria-labelledby': titleId, class: part.toolkit ? `toolkit-${part.toolkit}` : undefined },
    h(
      'header',
      {},
      h('p', { class: 'kicker' }, part.kicker),
      h('h1', { id: titleId }, part.title),
      h('p', { class: 'promise' }, part.promise),
      h('p', { class: 'reviewed' }, `Reviewed ${longDate(part.reviewed)}`, part.url ? ['. ', h('a', { href: part.url }, 'This page online')] : undefined),
    ),
    blocks.map(draw),
    part.notes.length > 0 ? notes(part.notes) : undefined,
  );
  return page(part.id, part.title, chapter);
}

/** The sources of a part, each with the numbered places cited and the way back to them. */
function notes(all: readonly DocNote[]): Child {
  return h(
    'section',
    { 'epub:type': 'endnotes', role: 'doc-endnotes', 'aria-labelledby': 'page.notes' },
    h('h2', { id: 'page.notes' }, 'Sources'),
    all.map(({ title, publisher, date, warning, url, places }) => [
      h('p', { class: 'source' }, h('cite', {}, url ? h('a', { href: url }, title) : title), `. ${publisher}, ${date}.${warning ? ` ${warning}` : ''}`),
      h(
        'ul',
        { class: 'notes' },
        places.map(({ n, place }) => h('li', { id: noteId(n) }, `${n}. ${place || 'The whole source'} `, h('a', { role: 'doc-backlink', href: `#${citeId(n)}`, 'aria-label': `Back to note ${n} in the text` }, '↩'))),
      ),
    ]),
  );
}

/** The title page: what the book is, how new, and what a reader may do with it. */
export function titlePage({ kicker, title, promise, reviewed, url }: Document): Page {
  return page(
    'title',
    title,
    h(
      'section',
      { 'epub:type': 'titlepage' },
      h('p', { class: 'kicker' }, kicker),
      h('h1', {}, title),
      h('p', { class: 'promise' }, promise),
      h('p', {}, `Last reviewed ${longDate(reviewed)}.`, url ? [' Newer pages may be at ', h('a', { href: url }, url), '.'] : undefined),
      h('p', {}, 'Words and drawings: ', h('a', { href: license.url }, license.name), '. Quotations belong to their sources.'),
    ),
  );
}

/** The license of all words and drawings. */
export const license = { name: 'Creative Commons Attribution 4.0 International', url: 'https://creativecommons.org/licenses/by/4.0/' };

/** The way from any page to a `#part.anchor` of the document. A place that the part does not have leads to its start. */
export function resolverOf({ parts }: Pick<Document, 'parts'>): Resolve {
  const places = new Map<string, string>();
  for (const part of parts) {
    places.set(label(part), `${part.id}.xhtml`);
    for (const anchor of anchorsIn([part.intro, part.blocks])) places.set(label(part, anchor), `${part.id}.xhtml#${anchor}`);
  }
  return (href) => {
    if (!href.startsWith('#')) return href;
    const place = places.get(href.slice(1)) ?? places.get(href.slice(1).split('.')[0]!);
    if (!place) throw new Error(`the link ${href} leads to no part of the book`);
    return place;
  };
}

function anchorsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'anchor' in value && typeof value.anchor === 'string' ? [value.anchor] : [];
  return [...own, ...Object.values(value).flatMap(anchorsIn)];
}
