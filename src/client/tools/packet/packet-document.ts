/** The document: the cover, then the parts in their order, as they print. */
import { partPrefix } from '../../../tools/packet.ts';
import { make, writeOnce } from '../../shell/dom.ts';
import { publicPage } from '../../shell/site.ts';
import { store } from '../../store/store.ts';
import type { Offered } from './choices.ts';
import { drawCover, type Cover } from './cover.ts';
import { loadPart } from './load.ts';
import { fillIn, sheetsIn } from './filled/fill.ts';

/** Of Trusted Types, where the browser has them, only what is used here. */
declare const trustedTypes:
  | { createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string } }
  | undefined;
/** Parts of the site's own pages, cut by the build, may become markup: nothing that somebody typed is in them. */
const parts =
  typeof trustedTypes === 'undefined' ? undefined : trustedTypes.createPolicy('packet', { createHTML: (html) => html });

/** So many parts are on their way while one is drawn. */
const ahead = 6;

const idOf = (name: string): string => `${partPrefix(name)}part`;

export class PacketDocument {
  readonly element = make('div', { class: 'packet-document', hidden: true });
  private cover: HTMLElement = make('section');
  private readonly parts = make('div');
  private readonly progress = make('span', { 'data-progress': true });
  private readonly html = new Map<string, string>();
  private shown: readonly Offered[] = [];
  private readonly followed = new Set<string>();

  constructor() {
    this.element.append(
      make('p', { class: 'preview-line no-print' }, 'This is your packet, as it prints. ', this.progress),
      this.cover,
      this.parts,
    );
    // The address of the page holds the choice: a link inside of the document moves the page and leaves the address alone.
    this.element.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
      const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (!target) return;
      event.preventDefault();
      target.scrollIntoView();
      if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
      target.focus({ preventScroll: true });
    });
  }

  /** Shows a packet. Parts that stand where they stood are left alone. @returns when all of it is there, or has failed to come */
  async show(cover: Cover, parts: readonly Offered[]): Promise<void> {
    this.shown = parts;
    this.element.hidden = parts.length === 0;
    if (parts.length > 0) this.showCover(cover, parts);
    const names = parts.map(({ name }) => name);
    for (const part of this.drawn) if (!names.includes(part.dataset['part']!)) part.remove();
    parts.forEach((part, index) => {
      const there = this.drawn[index];
      if (there?.dataset['part'] === part.name) return;
      this.parts.insertBefore(this.find(part.name) ?? this.placeFor(part), there ?? null);
    });
    this.number();
    await this.fill(parts);
  }

  /** Brings the parts in their order, one a moment: the first stands at once, and the page answers while the others come. */
  private async fill(parts: readonly Offered[]): Promise<void> {
    const isWaiting = ({ name }: Offered): boolean => this.find(name)?.dataset['waiting'] !== undefined;
    for (const [index, part] of parts.entries()) {
      // Another choice may have been made meanwhile, and may have brought it.
      if (!isWaiting(part)) continue;
      for (const next of parts.slice(index + 1, index + ahead).filter(isWaiting))
        loadPart(next.name).catch(() => undefined);
      this.showProgress();
      await this.fetch(part);
      await new Promise((resolve) => setTimeout(resolve));
    }
    this.showProgress();
  }

  private showProgress(): void {
    const waiting = this.drawn.filter(({ dataset }) => dataset['waiting'] !== undefined).length;
    const all = this.drawn.length;
    writeOnce(this.progress, waiting === 0 ? '' : `${all - waiting} of ${all} parts are here …`);
  }

  /** Shows the cover alone: a title is being typed. */
  showCover(cover: Cover, parts: readonly Offered[]): void {
    const drawn = drawCover(cover, parts, idOf);
    this.cover.replaceWith(drawn);
    this.cover = drawn;
  }

  private get drawn(): HTMLElement[] {
    return [...this.parts.children] as HTMLElement[];
  }

  private find(name: string): HTMLElement | undefined {
    return this.drawn.find(({ dataset }) => dataset['part'] === name);
  }

  /** A place for a part until it comes. */
  private placeFor({ name, title }: Offered): HTMLElement {
    return make(
      'section',
      { class: 'sheet part', id: idOf(name), 'data-part': name, 'data-waiting': true },
      make('p', { class: 'part-title' }, title),
      make('p', {}, 'Loading …'),
    );
  }

  private draw({ name }: Offered, html: string): HTMLElement {
    const template = make('template');
    template.innerHTML = parts?.createHTML(html) ?? html;
    const part = template.content.querySelector<HTMLElement>('.part')!;
    fillIn(part, partPrefix(name));
    this.follow(part);
    part.id = idOf(name);
    part.querySelector('h1, h2, h3')!.prepend(make('span', { class: 'part-number' }));
    showAddresses(part);
    return part;
  }

  private async fetch(part: Offered): Promise<void> {
    try {
      this.html.set(part.name, await loadPart(part.name));
      this.redraw(part);
    } catch (error) {
      const again = make(
        'button',
        { type: 'button', onclick: () => void this.fetch(part).then(() => this.showProgress()) },
        'Try again',
        make('span', { class: 'sr-only' }, `: ${part.title}`),
      );
      this.find(part.name)?.lastElementChild!.replaceChildren((error as Error).message, ' ', again);
    }
  }

  private redraw(part: Offered): void {
    const html = this.html.get(part.name);
    if (html === undefined) return;
    this.find(part.name)?.replaceWith(this.draw(part, html));
    this.number();
  }

  private number(): void {
    this.drawn.forEach((part, index) => {
      const number = part.querySelector('.part-number');
      if (number) writeOnce(number, `${index + 1}. `);
    });
  }

  /** Draws parts anew when what somebody wrote into them changes: a file is opened, another tab writes. */
  private follow(part: HTMLElement): void {
    for (const id of sheetsIn(part).filter((sheet) => !this.followed.has(sheet))) {
      this.followed.add(id);
      store
        .sheet(id)
        .subscribe(() =>
          this.shown.filter(({ name }) => sheetsIn(this.find(name)!).includes(id)).forEach((one) => this.redraw(one)),
        );
    }
  }
}

/** Paper cannot be clicked: it shows where a part and its links are found. */
function showAddresses(part: HTMLElement): void {
  const absolute = (address: string): URL => new URL(address, document.baseURI);
  for (const link of part.querySelectorAll<HTMLAnchorElement>('a[href]:not([href^="#"])')) {
    const { href, protocol } = absolute(link.getAttribute('href')!);
    if (protocol.startsWith('http') && link.textContent !== href) link.dataset['href'] = href;
  }
  for (const line of part.querySelectorAll<HTMLElement>('[data-address]')) {
    const page = publicPage();
    if (page) line.append(` · ${new URL(line.dataset['address']!, page).href.replace(/^https?:\/\//, '')}`);
  }
}
