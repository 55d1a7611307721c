/** Terms: links to the glossary that become buttons here, which open a card. What draws the cards comes with their first use. */
import { make } from './dom.ts';
import { loadScript } from './load-script.ts';
import { siteRoot } from './site.ts';

const load = (): Promise<void> => loadScript(new URL('exporters/terms.js', siteRoot()).href);

/** Opens the card of a term; where none comes, its place in the glossary. From then on the browser opens it by itself. */
async function open(button: HTMLButtonElement, link: HTMLAnchorElement): Promise<void> {
  await load().catch(() => {});
  if (button.popoverTargetElement) return;
  const id = link.hash.slice(1);
  const card = document.getElementById(`term-${id}`) ?? globalThis.csec?.termCard?.(id, link.getAttribute('href')!);
  if (!card) return location.assign(link.href);
  if (!card.isConnected) document.querySelector('.sheet')!.append(card);
  button.setAttribute('popovertarget', card.id);
  button.click();
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('a.term')) {
  const button = make('button', { type: 'button', class: 'term', onclick: () => void open(button, link) });
  button.append(...link.childNodes);
  link.replaceWith(button);
}
// Whoever points at a term is about to press it.
for (const event of ['pointerover', 'focusin'])
  document.addEventListener(event, ({ target }) => {
    if ((target as Element).closest('button.term:not([popovertarget])')) load().catch(() => {});
  });
