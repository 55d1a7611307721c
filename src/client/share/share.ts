/** Shares one place: its link, its short link, its citation, a code to scan. One dialog for the whole page, loaded on the first click. */
import './share.css';
import { make } from '../shell/dom.ts';
import { siteRoot } from '../shell/site.ts';
import { codeDrawing } from './code.ts';
import { codePng, codeSvg } from './code-files.ts';
import { nameOf } from './name-of.ts';
import { pageFacts } from './page-facts.ts';
import { bareLinkTo, bibtex, citation, linkTo, ris, shortLinkTo, type Place } from './place.ts';
import { savePowerpoint, slidesFor } from './slides.ts';

const status = make('p', { class: 'share-status', role: 'status' });
const content = make('div');
const dialog = make(
  'dialog',
  { class: 'share', 'aria-labelledby': 'share-title', onclick: (event: MouseEvent) => closeOutside(event) },
  make('form', { method: 'dialog' }, content, status, make('p', {}, make('button', {}, 'Close'))),
);

function closeOutside({ target }: MouseEvent): void {
  if (target === dialog) dialog.close();
}

const button = (words: string, onclick: (event: MouseEvent) => void) =>
  make('button', { type: 'button', onclick: (event: MouseEvent) => onclick(event) }, words);

async function copy(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = done;
  } catch {
    status.textContent = 'Copying is blocked here. Select the words, and copy them by hand:';
    status.append(make('span', { class: 'share-text' }, text));
  }
}

function save(data: Blob | string, name: string, type = 'text/plain'): void {
  const address = URL.createObjectURL(new Blob([data], { type }));
  make('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
  status.textContent = `Saved as ${name}`;
}

async function powerpoint(anchor: string): Promise<void> {
  status.textContent = 'Writing the slides…';
  status.textContent = await savePowerpoint(anchor).catch((error: Error) => error.message);
}

/** The code, and its files; drawn when it is asked for. */
function codeOf({ page, anchor, name }: Place, address: string): HTMLElement {
  const title = anchor ? `${page.title}: ${name}` : name;
  const file = ['csec-toolkits', ...page.path.split('/').filter(Boolean), anchor].filter(Boolean).join('-');
  const drawing = codeDrawing(address);
  return make(
    'figure',
    {},
    drawing,
    make('figcaption', {}, make('strong', {}, title), ' ', make('span', {}, address.replace(/^https?:\/\//, ''))),
    make(
      'p',
      {},
      button('Save as SVG', () => save(codeSvg(address, title), `${file}.svg`, 'image/svg+xml')),
      button('Save as PNG', () => void codePng(address, title).then((png) => save(png, `${file}.png`, 'image/png'))),
    ),
  );
}

/** Everything to share in the article of a draft that a place belongs to: by keyboard one comes to its heading only. */
function partsAround(anchor: string): HTMLElement | undefined {
  const article = document.getElementById(anchor)?.closest('.document .article');
  const links = [...(article?.querySelectorAll<HTMLAnchorElement>('.copy') ?? [])].filter((link) =>
    link.checkVisibility(),
  );
  if (links.length < 2) return undefined;
  const select = make(
    'select',
    {},
    ...links.map((link) =>
      make('option', { value: link.hash.slice(1), selected: link.hash === `#${anchor}` }, nameOf(link)),
    ),
  );
  select.addEventListener('change', () => {
    share(select.value, select.selectedOptions[0]!.text);
    content.querySelector('select')!.focus();
  });
  return make('p', {}, make('label', {}, 'Part: ', select));
}

/** What can be shared where no public address is known, and what cannot. */
const unknown =
  'This copy of the pages does not know an address on the web, so there is no link or QR code to share. You can copy where the place stands in this folder.';

/** Opens the dialog for a place of this page. @param anchor empty for the page itself @param name what the place is called */
export function share(anchor: string, name: string): void {
  const place: Place = { page: pageFacts(), anchor, name };
  const { page } = place;
  const known = page.root !== undefined;
  const [link, short, slides] = [linkTo(place), shortLinkTo(place), slidesFor(anchor)];
  const code = make('div', { class: 'share-code' });
  const file = `csec-toolkits-${page.path.replace(/\/$/, '').replaceAll('/', '-') || 'home'}`;
  content.replaceChildren(
    make('h2', { id: 'share-title' }, `Share “${name}”`),
    make('p', { class: 'share-address' }, short ?? link),
    partsAround(anchor) ?? '',
    ...(known ? [] : [make('p', {}, unknown)]),
    make(
      'div',
      { class: 'share-choices' },
      button(known ? 'Copy link' : 'Copy file and place', () => void copy(link, 'Link copied')),
      ...(short
        ? [button(known ? 'Copy short link' : 'Copy short file and place', () => void copy(short, 'Short link copied'))]
        : []),
      button('Copy as citation', () => void copy(citation(place), 'Citation copied')),
      ...(known ? [button('QR code', () => code.replaceChildren(codeOf(place, short ?? link)))] : []),
      ...(slides ? [make('a', { href: slides }, 'Show as slides')] : []),
      ...(slides && anchor ? [button('PowerPoint', () => void powerpoint(anchor))] : []),
      ...(known ? [button('Copy bare link', () => void copy(bareLinkTo(place), 'Link without menus copied'))] : []),
    ),
    code,
    make(
      'p',
      { class: 'share-files' },
      'This page for reference managers: ',
      button('BibTeX', () => save(bibtex(page), `${file}.bib`)),
      button('RIS', () => save(ris(page), `${file}.ris`)),
    ),
  );
  status.textContent = '';
  if (!dialog.isConnected) {
    const sheet = new URL('exporters/share.css', siteRoot()).href;
    document.head.append(make('link', { rel: 'stylesheet', href: sheet }));
    document.body.append(dialog);
  }
  if (!dialog.open) dialog.showModal();
}
(globalThis.csec ??= {}).share = share;
