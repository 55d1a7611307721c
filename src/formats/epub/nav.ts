/** The contents of the book: every part with its headings, the pull-outs within their toolkit, and the landmarks. */
import { wordsOf, type Document, type Part } from '../../documents/document.ts';
import { h, type Child } from '../markup/element.ts';
import { page, type Page } from './page.ts';

export function navPage({ parts }: Document): Page {
  const top = parts.flatMap((part, index) => (part.level === 1 ? [{ part, inside: following(parts, index) }] : []));
  const first = parts[0]!;
  const glossary = parts.find(({ type }) => type === 'glossary');
  return page('nav', 'Contents', [
    h(
      'nav',
      { 'epub:type': 'toc', role: 'doc-toc', 'aria-labelledby': 'page.title' },
      h('h1', { id: 'page.title' }, 'Contents'),
      h(
        'ol',
        {},
        top.map(({ part, inside }) => entry(part, inside)),
      ),
    ),
    h(
      'nav',
      { 'epub:type': 'landmarks', 'aria-label': 'Landmarks', hidden: 'hidden' },
      h(
        'ol',
        {},
        landmark('cover', 'cover.xhtml', 'Cover'),
        landmark('titlepage', 'title.xhtml', 'Title page'),
        landmark('toc', 'nav.xhtml', 'Contents'),
        landmark('bodymatter', `${first.id}.xhtml`, first.title),
        glossary && landmark('glossary', `${glossary.id}.xhtml`, glossary.title),
      ),
    ),
  ]);
}

/** The parts of level 2 right behind a part. */
function following(parts: readonly Part[], index: number): Part[] {
  const end = parts.findIndex((part, place) => place > index && part.level === 1);
  return parts.slice(index + 1, end === -1 ? undefined : end);
}

function entry(part: Part, inside: readonly Part[]): Child {
  const levels = part.blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
  const top = Math.min(...levels);
  const headings = part.blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === top
      ? [
          h(
            'li',
            {},
            h(
              'a',
              { href: `${part.id}.xhtml#${block.anchor}` },
              wordsOf([{ kind: 'text', text: block.number ? `${block.number} ` : '' }, ...block.children]),
            ),
          ),
        ]
      : [],
  );
  const below = [...headings, ...inside.map((one) => entry(one, []))];
  return h(
    'li',
    {},
    h(
      'a',
      { href: `${part.id}.xhtml` },
      part.type === 'library' || part.type === 'glossary' ? part.title : `${part.kicker}: ${part.title}`,
    ),
    below.length > 0 ? h('ol', {}, below) : undefined,
  );
}

function landmark(type: string, href: string, words: string): Child {
  return h('li', {}, h('a', { 'epub:type': type, href }, words));
}
