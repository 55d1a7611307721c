/** A document as one page that holds all it needs. */
import { renderSVG } from 'uqr';
import type { Document, Part } from '../../documents/document.ts';
import { setName } from '../../schemas/names.ts';
import { hueOf } from '../../documents/drawings.ts';
import { blocksOfPart } from '../markup/blocks.ts';
import { h, written, type Child, type Element } from '../markup/element.ts';
import type { Medium } from '../markup/medium.ts';
import { sources } from '../markup/notes.ts';
import { resolverOf } from '../markup/places.ts';
import { language, license } from '../markup/words.ts';
import { codeInWords, reviewedOn, words } from '../words.ts';
import { contents, contentsId } from './contents.ts';
import { unkept } from './fields.ts';
import { idOf, link, mediumOf } from './medium.ts';

/** What the page is made with: its style sheet, and the policy that allows it and nothing else. */
export interface Setting {
  style: string;
  policy: string;
}

/** Where the text begins. No anchor of the content holds a dot. */
const startId = 'page.start';

/** The whole file. @throws Error naming the content file and the block */
export function pageOf(document: Document, setting: Setting): string {
  const { parts, toolkit, title } = document;
  // The cover carries the title of a toolkit; in a set of sheets, each has its own.
  const isFirst = (part: Part) => part === parts[0] && part.title === title;
  const resolve = resolverOf(document, (part, anchor) => `#${anchor ? idOf(part, isFirst(part), anchor) : part.id}`);
  const mediumFor = (part: Part) => mediumOf(part, isFirst(part), resolve);
  const body = h(
    'body',
    {},
    h('a', { class: 'skip-link', href: `#${startId}` }, 'Skip to the text'),
    h('header', { class: 'top' }, h('p', {}, setName)),
    h(
      'main',
      {},
      cover(document),
      h(
        'div',
        { class: 'columns' },
        contents(document, isFirst, mediumFor),
        h(
          'div',
          { class: 'text', id: startId, tabindex: -1 },
          parts.map((part) => (isFirst(part) ? opening(part, mediumFor(part)) : pullOut(part, mediumFor(part)))),
        ),
      ),
    ),
    foot(document),
    // Boxes that belong to it are not ticked again when the page is reloaded.
    h('form', { id: unkept, method: 'dialog', autocomplete: 'off', hidden: '' }),
  );
  return htmlFile(h('html', { lang: language, 'data-toolkit': toolkit }, head(document, setting), body));
}

function head({ title, kicker, promise, url, toolkit, mark }: Document, { style, policy }: Setting): Element {
  return h(
    'head',
    {},
    h('meta', { charset: 'utf-8' }),
    h('meta', { 'http-equiv': 'content-security-policy', content: policy }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('title', {}, `${title} · ${kicker} · ${setName}`),
    h('meta', { name: 'description', content: promise }),
    url && h('link', { rel: 'canonical', href: url }),
    // Without an icon of its own, a served page is asked for one.
    h('link', { rel: 'icon', href: `data:image/svg+xml,${encodeURIComponent(icon(hueOf(toolkit), mark))}` }),
    { ...h('style'), markup: style },
  );
}

function icon(hue: string, mark = ''): string {
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -12 120 120"><rect x="-12" y="-12" width="120" ' +
    `height="120" rx="24" fill="${hue}"/><path d="${mark}" fill="none" stroke="#fff" stroke-width="6" ` +
    'stroke-linecap="round" stroke-linejoin="round"/></svg>'
  );
}

function cover({ parts, kicker, title, promise, reviewed, url, toolkit, mark }: Document): Child {
  return [
    h(
      'header',
      { class: 'cover', ...(parts[0]!.title === title ? { id: parts[0]!.id } : {}) },
      mark && h('svg', { class: 'mark', viewBox: '0 0 96 96', 'aria-hidden': 'true' }, h('path', { d: mark })),
      h('p', { class: 'kicker' }, kicker),
      h('h1', {}, title),
      h('p', { class: 'promise' }, promise),
    ),
    h(
      'p',
      { class: 'reviewed' },
      reviewedOn(reviewed),
      url ? [' · ', link(url, toolkit ? 'This toolkit online' : 'This page online')] : undefined,
    ),
    url
      ? {
          ...h('div', { class: 'code', role: 'img', 'aria-label': codeInWords(url) }),
          markup: renderSVG(url, { border: 2 }),
        }
      : undefined,
    h(
      'p',
      { class: 'one-page' },
      'This file is one page and works without a network. What you tick and type here is sent nowhere, and it ' +
        'is gone when you close the page: print it, or use ',
      url ? link(url, 'the site') : 'the site',
      ' to keep your words.',
    ),
  ];
}

/** The part whose title stands on the cover. */
function opening(part: Part, medium: Medium): Child {
  return [
    blocksOfPart(part, medium),
    part.notes.length > 0
      ? h('section', { class: 'sources' }, h('h2', { id: 'sources' }, words.sources), sources(part.notes, medium))
      : undefined,
  ];
}

function pullOut(part: Part, medium: Medium): Child {
  // No anchor ends in a dot.
  const titleId = medium.id('title.');
  return h(
    'section',
    { class: 'part', id: part.id, 'aria-labelledby': titleId },
    h(
      'header',
      {},
      h('p', { class: 'kicker' }, part.kicker),
      h('h2', { id: titleId }, part.title),
      h('p', { class: 'promise' }, part.promise),
      h(
        'p',
        { class: 'reviewed' },
        reviewedOn(part.reviewed),
        part.url ? [' · ', link(part.url, 'This page online')] : undefined,
        h('a', { class: 'back', href: `#${contentsId}` }, words.contents),
      ),
    ),
    blocksOfPart(part, medium),
    part.notes.length > 0
      ? h('section', { class: 'sources' }, h('h3', {}, words.sources), sources(part.notes, medium))
      : undefined,
  );
}

function foot({ url }: Document): Child {
  return h(
    'footer',
    {},
    h('p', {}, words.aboutToolkit),
    h('p', {}, 'Flexible advice, not legal advice. Have counsel review an agreement before you sign it.'),
    h('p', {}, 'Words and drawings: ', link(license.url, license.name), '. Quotations belong to their sources.'),
    url ? h('p', {}, 'A newer version may be at ', link(url, url), '.') : undefined,
  );
}

/** Elements that hold nothing and do not end. */
const voids = ['br', 'input', 'link', 'meta'];

function htmlFile(root: Element): string {
  return `<!doctype html>\n${written(root, (name, start) => (voids.includes(name) ? `<${start}>` : `<${start}></${name}>`))}\n`;
}
