/** The search dialog. Pagefind and its index are loaded on the first search, from this site. */
import type { Pagefind, Result } from 'pagefind-runtime';
import { loadScript } from '../shell/load-script.ts';
import { pageAddress, siteRoot } from '../shell/site.ts';

const shown = 8;
const sections = 3;
/** Milliseconds without a key before the search starts. */
const pause = 120;
let engine: Promise<Pagefind> | undefined;

function load(): Promise<Pagefind> {
  engine ??= loadScript(new URL('exporters/search.js', siteRoot()).href).then(() => globalThis.csec!.search!());
  engine.catch(() => (engine = undefined));
  return engine;
}

const dialog = document.querySelector<HTMLDialogElement>('dialog.search')!;
const input = dialog.querySelector('input')!;
const status = dialog.querySelector('.search-status')!;
const list = dialog.querySelector('.search-results')!;
/** The words whose results stand in the list. */
let drawn = '';
/** The words at which Enter was pressed: their first result opens as soon as it is there. */
let entered: string | undefined;

/** Opens the search and puts the cursor into its field. */
export function openSearch(): void {
  if (!dialog.open) dialog.showModal();
  input.select();
  void load().catch(() => undefined);
}

/** Shows the results of some words, or none. */
function draw(query: string, items: readonly HTMLElement[], words: string): void {
  list.replaceChildren(...items);
  status.textContent = words;
  drawn = query;
  openFirst();
}

/** Opens the first result when Enter was pressed at just these words. */
function openFirst(): void {
  if (entered === drawn) list.querySelector('a')?.click();
}

input.addEventListener('input', () => {
  entered = undefined;
  void search(input.value.trim());
});
dialog.addEventListener('close', () => (entered = undefined));
dialog.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.target === input) {
    event.preventDefault();
    entered = input.value.trim();
    openFirst();
  }
  // A search field would first only clear itself.
  if (event.key === 'Escape') dialog.close();
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  const stops = [input, ...list.querySelectorAll('a')];
  const next = stops.indexOf(document.activeElement as HTMLAnchorElement) + (event.key === 'ArrowDown' ? 1 : -1);
  stops[Math.max(0, Math.min(next, stops.length - 1))]!.focus();
});
dialog.addEventListener('click', (event) => {
  // A click on the backdrop, or on a result of this very page, closes the dialog.
  if (event.target === dialog || (event.target as Element).closest('a')) dialog.close();
});

async function search(query: string): Promise<void> {
  if (query.length < 2) {
    draw(query, [], query ? 'Type one more letter.' : '');
    return;
  }
  try {
    const pagefind = await load();
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (query !== input.value.trim()) return;
    // Only the glossary carries a filter: two values of one filter would make Pagefind's files differ from build to build.
    const [all, glossary] = await Promise.all([
      pagefind.search(query, {}),
      pagefind.search(query, { filters: { part: 'glossary' } }),
    ]);
    const inGlossary = new Set(glossary.results.map(({ id }) => id));
    const found = [...all.results.filter(({ id }) => !inGlossary.has(id)).slice(0, shown), ...glossary.results];
    const results = await Promise.all(found.map((result) => result.data()));
    if (query !== input.value.trim()) return;
    const count = all.results.length;
    draw(
      query,
      results.map(item),
      count === 0
        ? `Nothing found for “${query}”. Try another word, or look in the glossary.`
        : `${count} ${count === 1 ? 'page' : 'pages'} found`,
    );
  } catch {
    draw(
      query,
      [],
      'The search could not be loaded. Check the connection and try again, or use the list of all pages.',
    );
  }
}

function item(result: Result): HTMLLIElement {
  const li = document.createElement('li');
  const parts = result.sub_results.filter(({ url }) => /#(?!_top$)/.test(url)).slice(0, sections);
  li.append(link(result.url, result.meta.title, parts.length === 0 ? result.excerpt : '', result.meta.sort));
  if (parts.length > 0) {
    const ul = document.createElement('ul');
    ul.setAttribute('role', 'list');
    for (const part of parts) {
      const sub = document.createElement('li');
      sub.append(link(part.url, part.title, part.excerpt));
      ul.append(sub);
    }
    li.append(ul);
  }
  return li;
}

/** A result's link. Pagefind escapes the excerpt and adds only <mark>. */
function link(url: string, title: string, excerpt: string, sort?: string): HTMLAnchorElement {
  const a = document.createElement('a');
  a.href = pageAddress(url);
  const name = document.createElement('b');
  name.textContent = title;
  a.append(name);
  if (sort) a.append(` · ${sort}`);
  if (excerpt) {
    const words = document.createElement('span');
    words.innerHTML = excerpt;
    a.append(words);
  }
  return a;
}
