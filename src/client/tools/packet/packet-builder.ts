/** <packet-builder>: a choice of parts in an order, held by the address of the page and, if asked, on the device. */
import { fragmentOf, movedPart, namesIn, partsNamed, withPart } from '../../../tools/packet.ts';
import { announce, focusedOrder, make, orderButtons, refocus } from '../../shell/dom.ts';
import { noAddress, publicPage } from '../../shell/site.ts';
import { bindControls } from '../../store/controls.ts';
import { store } from '../../store/store.ts';
import { bindFinder, offeredIn, showChosen, type Offered } from './choices.ts';
import type { Cover } from './cover.ts';
import { PacketDocument } from './packet-document.ts';

class PacketBuilder extends HTMLElement {
  private readonly sheet = store.sheet(this.dataset['sheet']!);
  private readonly taskForce = store.sheet('task-force');
  private readonly offered = offeredIn(this);
  private readonly moved = new Map(Object.entries(JSON.parse(this.dataset['earlier']!) as Record<string, string>));
  private readonly ready = [...this.querySelectorAll<HTMLElement>('[data-parts]')].map((card) => ({
    card,
    title: card.dataset['title']!,
    parts: card.dataset['parts']!,
  }));
  private readonly document = new PacketDocument();
  /** The choice of a link, until the reader changes it: what they keep stays as it is. */
  private linked: string[] | undefined;
  private complete: Promise<void> = Promise.resolve();

  connectedCallback(): void {
    this.closest('article')!.after(this.document.element);
    bindFinder(this.get('.choices'));
    bindControls(this.get('.packet-cover-fields'), this.sheet);
    this.addEventListener(
      'change',
      ({ target }) => target instanceof HTMLInputElement && target.name === 'part' && this.tick(target),
    );
    for (const { card, parts } of this.ready)
      card.querySelector('[data-use]')!.addEventListener('click', () => this.take(parts.split(',')));
    const actions: Record<string, () => void> = {
      print: () => void this.complete.then(() => print()),
      copy: () => void this.copy(),
      empty: () => this.replace([], 'The packet is empty'),
      back: () => this.replace(this.earlier, 'The packet from before is back'),
    };
    for (const [name, action] of Object.entries(actions))
      this.get(`[data-do=${name}]`).addEventListener('click', action);
    this.get('[data-offer] button').addEventListener('click', () => this.sheet.set('for', this.taskForce.get('name')));
    this.sheet.subscribe(({ fields }) => (fields.includes('parts') ? this.show() : this.showWords()));
    this.taskForce.subscribe(() => this.showWords());
    addEventListener('hashchange', () => this.follow());
    const title = document.title;
    // The name under which a browser saves the print.
    addEventListener('beforeprint', () => (document.title = this.parts.length > 0 ? this.cover.title : title));
    addEventListener('afterprint', () => (document.title = title));
    this.show();
    this.follow();
  }

  /** What is chosen, in order. */
  private get parts(): string[] {
    return this.linked ?? this.kept('parts');
  }

  /** The choice that another one has replaced. */
  private get earlier(): string[] {
    return this.linked ? this.kept('parts') : this.kept('before');
  }

  private get chosen(): Offered[] {
    return this.parts.map((name) => this.offered.get(name)!);
  }

  private get link(): string {
    return (publicPage() ?? location.href.replace(/[?#].*/s, '')) + fragmentOf(this.parts);
  }

  private get cover(): Cover {
    const ready = this.ready.find(({ parts }) => parts === this.parts.join(','));
    return {
      title: this.sheet.get('title').trim() || (ready?.title ?? 'Task force packet'),
      whom: this.sheet.get('for').trim(),
      occasion: this.sheet.get('occasion').trim(),
      link: this.link,
    };
  }

  private get(selector: string): HTMLElement {
    return this.querySelector<HTMLElement>(selector)!;
  }

  /** A choice in the sheet. A file may have brought anything there: only what is offered counts. */
  private kept(field: 'parts' | 'before'): string[] {
    return this.known(namesIn(`#p=${this.sheet.get(field)}`)?.names ?? []).parts;
  }

  private known(names: readonly string[]): { parts: string[]; missing: string[] } {
    return partsNamed(names, new Set(this.offered.keys()), this.moved);
  }

  /** Takes the choice of the page's address, and says what of it is not here. */
  private follow(): void {
    const link = namesIn(location.hash);
    if (!link) return;
    const { parts, missing } = this.known(link.names);
    const faults = [
      missing.length > 0 &&
        `Not on this site any more: ${missing
          .map((name) => `“${name.slice(0, 80)}”`)
          .slice(0, 8)
          .join(', ')}${missing.length > 8 ? ` and ${missing.length - 8} others` : ''}.`,
      link.unreadable > 0 && 'Some of the link cannot be read.',
    ].filter((fault) => fault !== false);
    this.get('[data-message]').textContent =
      faults.length === 0
        ? ''
        : `${faults.join(' ')} ${parts.length > 0 ? 'The other parts of the link are here.' : 'The link brought no part.'}`;
    if (parts.length === 0 || parts.join() === this.parts.join()) return;
    this.linked = parts;
    this.show();
  }

  private tick({ value, checked }: HTMLInputElement): void {
    this.choose(checked ? withPart(this.parts, value) : this.parts.filter((part) => part !== value));
  }

  /** Takes a ready-made packet, and leads to where it can be changed and printed. */
  private take(parts: readonly string[]): void {
    this.replace(parts, 'The packet is ready');
    this.get('#your-packet').focus();
  }

  /** Puts another choice in the place of this one, which can be taken back. */
  private replace(parts: readonly string[], done: string): void {
    if (parts.join() !== this.parts.join()) this.choose(parts, this.parts);
    announce(done);
  }

  private choose(
    parts: readonly string[],
    before: readonly string[] = this.linked && this.kept('parts').length > 0 ? this.kept('parts') : this.kept('before'),
  ): void {
    this.linked = undefined;
    this.get('[data-message]').textContent = '';
    const isKept = this.sheet.get('parts') === parts.join(',');
    this.sheet.setMany({ parts: parts.join(','), before: before.join(',') });
    history.replaceState(null, '', fragmentOf(this.parts) || location.pathname + location.search);
    // The sheet says nothing when it already held this choice.
    if (isKept) this.show();
  }

  private show(): void {
    const { chosen } = this;
    showChosen(this, this.parts);
    this.get('[data-chosen]').textContent =
      chosen.length === 0
        ? 'Nothing is chosen yet. Use a ready-made packet, or tick parts.'
        : chosen.length === 1
          ? 'One part.'
          : `${chosen.length} parts.`;
    for (const name of ['print', 'copy', 'empty'])
      (this.get(`[data-do=${name}]`) as HTMLButtonElement).disabled = chosen.length === 0;
    this.get('[data-do=back]').hidden = this.earlier.length === 0 || this.earlier.join() === this.parts.join();
    this.showList(chosen);
    this.complete = this.document.show(this.cover, chosen);
    this.showWords();
  }

  private showList(chosen: readonly Offered[]): void {
    const pressed = focusedOrder();
    const list = this.get('[data-list]');
    const place = [...list.children].findIndex((item) => item.contains(document.activeElement));
    const items = chosen.map(({ name, title, from }, index) => {
      const actions = {
        move: (by: -1 | 1) => this.choose(movedPart(this.parts, name, by)),
        remove: () => this.choose(this.parts.filter((part) => part !== name)),
      };
      const buttons = orderButtons(`part ${index + 1}, ${title}`, name, this.parts, actions);
      return make('li', {}, make('span', { class: 'packet-item' }, title, make('small', {}, ` ${from}`)), buttons);
    });
    list.replaceChildren(...items);
    if (pressed)
      refocus(list, pressed, () =>
        (list.children[place] ?? list.lastElementChild ?? this).querySelector<HTMLElement>(
          '[data-order^=remove], [data-find]',
        ),
      );
  }

  private showWords(): void {
    if (this.parts.length > 0) this.document.showCover(this.cover, this.chosen);
    this.get('[name=title]').setAttribute('placeholder', this.cover.title);
    const name = this.taskForce.get('name').trim();
    this.get('[data-offer]').hidden = name === '' || name === this.sheet.get('for').trim();
    this.get('[data-offer] button').textContent = `Use “${name}”`;
  }

  private async copy(): Promise<void> {
    if (!publicPage()) return announce(noAddress);
    try {
      await navigator.clipboard.writeText(this.link);
      announce('Link copied');
    } catch {
      announce('Copying is blocked here. The address bar holds the same link.');
    }
  }
}

customElements.define('packet-builder', PacketBuilder);
