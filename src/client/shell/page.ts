/** What every page does beyond its HTML: share, print, remember the colors, open the search. */
import './agency-grid.ts';
import { isBare, showBare } from './bare.ts';
import { announce } from './dom.ts';
import '../offline/offline.ts';
import { openSearch } from '../search/dialog.ts';
import { loadScript } from './load-script.ts';
import { publicPage, siteRoot } from './site.ts';
import './places.ts';
import './terms.ts';
import { nameOf } from '../share/name-of.ts';
import { savePowerpoint } from '../share/slides.ts';
import { colorsMedium } from '../store/colors-medium.ts';

async function copy(text: string, done = 'Link copied'): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(done);
  } catch {
    announce('Copying is blocked here. Select the words, or copy the address bar.');
  }
}

/** Opens what shares a place of this page, or the page. @param name what the place is called */
async function share(anchor: string, name: string): Promise<void> {
  try {
    await loadScript(new URL('exporters/share.js', siteRoot()).href);
    globalThis.csec!.share!(anchor, name);
  } catch (error) {
    announce((error as Error).message);
  }
}

/** Saves the slides of a section as a PowerPoint file. */
async function powerpoint(anchor: string): Promise<void> {
  announce('Writing the slides…');
  announce(await savePowerpoint(anchor).catch((error: Error) => error.message));
}

/** Copies the selected words, or none, with the credit line of the page. */
function copyWithCredit(): void {
  const words = getSelection()?.toString().trim() ?? '';
  const credit = document.querySelector('[data-citation]')?.textContent ?? document.title;
  void copy(
    words ? `${words}\n\n${credit}` : credit,
    words ? 'Words and credit copied' : 'Credit copied. Select words first to copy them with it.',
  );
}
// A press on the button must not clear the selection it is about to copy.
document.addEventListener('mousedown', (event) => {
  if ((event.target as Element).closest('[data-copy-credit]')) event.preventDefault();
});

document.addEventListener('click', (event) => {
  const target = event.target as Element;
  const link = target.closest<HTMLAnchorElement>('a.copy');
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    history.replaceState(null, '', link.hash);
    void share(link.hash.slice(1), nameOf(link));
  }
  const slides = target.closest<HTMLElement>('[data-powerpoint]');
  if (slides) void powerpoint(slides.dataset['powerpoint']!);
  if (target.closest('[data-print]')) print();
  if (target.closest('[data-copy-page]')) void share('', document.querySelector('h1')!.textContent.trim());
  if (target.closest('[data-copy-credit]')) copyWithCredit();
  if (target.closest('[data-search]')) openSearch();
});
document.addEventListener('keydown', (event) => {
  const typing = (event.target as Element).closest?.('input, textarea, select, [contenteditable]');
  if ((event.key === '/' && !typing) || (event.key === 'k' && (event.ctrlKey || event.metaKey))) {
    event.preventDefault();
    openSearch();
  }
});

const pickers = document.querySelectorAll<HTMLSelectElement>('[data-colors]');
function showColors(choice: string | null): void {
  for (const picker of pickers) picker.value = choice ?? '';
  if (choice) document.documentElement.dataset['colors'] = choice;
  else delete document.documentElement.dataset['colors'];
}
function keptColors(): string | null {
  try {
    return colorsMedium.read('colors');
  } catch {
    return null;
  }
}
for (const picker of pickers) picker.value = document.documentElement.dataset['colors'] ?? '';
colorsMedium.watch((key) => (key === undefined || key === 'colors') && showColors(keptColors()));
document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLSelectElement) || !('colors' in target.dataset)) return;
  showColors(target.value);
  try {
    if (target.value) colorsMedium.write('colors', target.value);
    else colorsMedium.remove('colors');
  } catch {
    announce('This browser keeps nothing here: the choice holds for this page.');
  }
});

// Paper cannot be clicked: it shows where the page and its links are found.
for (const link of document.querySelectorAll<HTMLAnchorElement>('.sheet a[href]')) {
  const samePage = link.getAttribute('href')!.startsWith('#');
  if (!samePage && /^https?:/.test(link.href) && link.textContent !== link.href) link.dataset['href'] = link.href;
}
if (isBare) showBare();
const page = publicPage();
if (page) {
  document
    .querySelector('[data-address]')
    ?.append(` · ${page.replace(/^https?:\/\//, '')}${isBare ? location.hash : ''}`);
  document.querySelector('[data-citation]')?.append(` ${page}`);
}

const toc = document.querySelector<HTMLDetailsElement>('[data-toc]');
if (toc && matchMedia('(min-width: 78rem)').matches) toc.open = true;

// A table wider than its place shows that it goes on, until its end is in sight.
function showSliding(table: Element): void {
  table.toggleAttribute('data-slides', table.scrollLeft + table.clientWidth < table.scrollWidth - 4);
}
const sliding = new ResizeObserver((entries) => entries.forEach(({ target }) => showSliding(target)));
for (const table of document.querySelectorAll('.scroll')) {
  sliding.observe(table);
  table.addEventListener('scroll', () => showSliding(table), { passive: true });
}

// Browsers that cannot open folded tables for print by style alone.
let unfolded: HTMLDetailsElement[] = [];
addEventListener('beforeprint', () => {
  unfolded = [...document.querySelectorAll<HTMLDetailsElement>('.data:not([open])')];
  for (const table of unfolded) table.open = true;
});
addEventListener('afterprint', () => unfolded.forEach((table) => (table.open = false)));
