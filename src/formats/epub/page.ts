/** Pages of the book: each is one XHTML file. */
import { longDate } from '../../tools/dates.ts';
import type { Document, Part } from '../../documents/document.ts';
import { blocksOfPart } from '../markup/blocks.ts';
import { h, type Child } from '../markup/element.ts';
import { sources } from '../markup/notes.ts';
import type { Resolve } from '../markup/places.ts';
import { language, license } from '../markup/words.ts';
import { mediumOf } from './medium.ts';
import { xmlFile } from './xml.ts';

export interface Page {
  /** The name of its file without an extension; its id in the package. */
  id: string;
  /** The file. */
  xhtml: string;
  /** It holds a drawing, which the package has to say. */
  svg: boolean;
}

/** The id of a page's title; anchors hold no dot. */
const titleId = 'page.title';

/** A page with its own title, in the shell that all pages share. */
export function page(id: string, title: string, body: Child): Page {
  const xhtml = xmlFile(
    h(
      'html',
      {
        xmlns: 'http://www.w3.org/1999/xhtml',
        'xmlns:epub': 'http://www.idpf.org/2007/ops',
        lang: language,
        'xml:lang': language,
      },
      h('head', {}, h('title', {}, title), h('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' })),
      h('body', {}, body),
    ),
    'html',
  );
  return { id, xhtml, svg: xhtml.includes('<svg ') };
}

/** The page of one part: title, introduction, blocks, sources. @throws Error naming the content file and the block */
export function partPage(part: Part, resolve: Resolve): Page {
  const medium = mediumOf(part, resolve);
  const glossary = part.type === 'glossary';
  const chapter = h(
    'section',
    {
      'epub:type': glossary ? 'glossary' : 'chapter',
      role: glossary ? 'doc-glossary' : 'doc-chapter',
      'aria-labelledby': titleId,
      class: part.toolkit ? `toolkit-${part.toolkit}` : undefined,
    },
    h(
      'header',
      {},
      h('p', { class: 'kicker' }, part.kicker),
      h('h1', { id: titleId }, part.title),
      h('p', { class: 'promise' }, part.promise),
      h(
        'p',
        { class: 'reviewed' },
        `Reviewed ${longDate(part.reviewed)}`,
        part.url ? ['. ', h('a', { href: part.url }, 'This page online')] : undefined,
      ),
    ),
    blocksOfPart(part, medium),
    part.notes.length > 0
      ? h(
          'section',
          { 'epub:type': 'endnotes', role: 'doc-endnotes', 'aria-labelledby': 'page.notes' },
          h('h2', { id: 'page.notes' }, 'Sources'),
          sources(part.notes, medium),
        )
      : undefined,
  );
  return page(part.id, part.title, chapter);
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
      h(
        'p',
        {},
        `Last reviewed ${longDate(reviewed)}.`,
        url ? [' Newer pages may be at ', h('a', { href: url }, url), '.'] : undefined,
      ),
      h(
        'p',
        {},
        'Words and drawings: ',
        h('a', { href: license.url }, license.name),
        '. Quotations belong to their sources.',
      ),
    ),
  );
}
