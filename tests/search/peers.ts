/** Other searches over the same pages, as their documentation sets them up: what ours is measured against. */
import FlexSearch from 'flexsearch';
import Fuse from 'fuse.js';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { readTexts, sectionsOf } from '../../scripts/search/texts.ts';
import { stockPagefind } from './built.ts';
import type { Searcher } from './measure.ts';

interface Page {
  id: string;
  title: string;
  headings: string;
  text: string;
}
const fields = ['title', 'headings', 'text'] as const;

/** All peers by name, over the pages of a built site. */
export async function peersOver(site: string): Promise<Record<string, Searcher>> {
  const pages = readTexts(`${site}/pagefind`).map((page): Page => {
    const headings = sectionsOf(page).map(({ heading }) => heading);
    return { id: page.url, title: page.meta.title ?? '', headings: headings.join('. '), text: page.content };
  });
  return {
    Pagefind: await stockPagefind(site),
    MiniSearch: miniSearch(pages),
    FlexSearch: flexSearch(pages),
    Lunr: lunrSearch(pages),
    Fuse: fuse(pages),
  };
}

function miniSearch(pages: readonly Page[]): Searcher {
  const index = new MiniSearch<Page>({
    fields: [...fields],
    searchOptions: { boost: { title: 4, headings: 2 }, prefix: true, fuzzy: 0.2 },
  });
  index.addAll(pages);
  return (query) => index.search(query).map(({ id }) => String(id));
}

function flexSearch(pages: readonly Page[]): Searcher {
  const index = new FlexSearch.Document({
    document: { id: 'id', index: [...fields] },
    tokenize: 'forward',
    encoder: 'LatinAdvanced',
  } as never);
  for (const page of pages) index.add(page as never);
  return (query) => [
    ...new Set(index.search(query, { suggest: true } as never).flatMap(({ result }) => result as unknown as string[])),
  ];
}

function lunrSearch(pages: readonly Page[]): Searcher {
  const index = lunr(function () {
    this.ref('id');
    this.field('title', { boost: 4 });
    this.field('headings', { boost: 2 });
    this.field('text');
    for (const page of pages) this.add(page);
  });
  // Its own query language stumbles over punctuation.
  return (query) => index.search(query.replace(/[^\p{L}\p{N}\s.]/gu, ' ')).map(({ ref }) => ref);
}

function fuse(pages: readonly Page[]): Searcher {
  const index = new Fuse(pages, {
    keys: [{ name: 'title', weight: 4 }, { name: 'headings', weight: 2 }, 'text'],
    ignoreLocation: true,
    threshold: 0.4,
  });
  return (query) => index.search(query).map(({ item }) => item.id);
}
