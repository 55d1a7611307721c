/** Ways through a long template by keyboard: past an article, and to its sources, which cost no Tab each where blanks are filled in. */
import { nameOf } from '../../share/name-of.ts';
import { make } from '../../shell/dom.ts';

/** With so many blanks a template is long. */
const many = 20;

/**
 * Gives each article its ways, seen when they have the focus. Citations in the text stay links for pointers and screen readers; by Tab
 * one link of the article leads to its sources.
 */
export function offerWays(tool: HTMLElement, text: HTMLElement): void {
  const isLong = text.querySelectorAll('.blank').length > many;
  for (const article of text.querySelectorAll<HTMLElement>('.article')) {
    const share = article.querySelector<HTMLAnchorElement>(':is(h2, h4) + .copy')!;
    const title = nameOf(share);
    const cites = [...article.querySelectorAll<HTMLAnchorElement>('.cite a')];
    for (const link of cites) link.tabIndex = -1;
    const numbers = [...new Set(cites.map(({ textContent }) => textContent))];
    const skip = () => after(tool, article)?.focus();
    const ways = [
      ...(isLong ? [make('button', { type: 'button', 'data-skip': true, onclick: skip }, `Skip “${title}”`)] : []),
      ...(numbers.length > 0
        ? [make('a', { href: cites[0]!.hash }, `Sources of “${title}”: ${numbers.join(', ')}`)]
        : []),
    ];
    if (ways.length > 0) share.after(make('div', { class: 'ways no-print' }, ...ways));
  }
}

/** What the focus comes to when an article is skipped: the same button of the next one that shows, or what follows the document. */
function after(tool: HTMLElement, article: HTMLElement): HTMLElement | undefined {
  const shown = [...tool.querySelectorAll<HTMLElement>('[data-skip]')].filter((one) => one.checkVisibility());
  const next = shown[shown.findIndex((one) => article.contains(one)) + 1];
  if (next) return next;
  const end = tool.querySelector<HTMLElement>('.promises h2') ?? document.querySelector<HTMLElement>('.notes h2');
  if (end) end.tabIndex = -1;
  return end ?? undefined;
}
