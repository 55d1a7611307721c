/** The way from a slide to its section: a code to scan and the short address, where this copy of the site knows one. */
import { publicRoot } from '../shell/site.ts';
import { codeDrawing } from '../share/code.ts';

/** Draws the codes of all slides. @returns false where no address is known */
export function drawWays(): boolean {
  const root = publicRoot();
  if (!root) return false;
  for (const way of document.querySelectorAll<HTMLElement>('[data-way]')) {
    const address = `${root}${document.body.dataset['number']}/#${way.dataset['way']}`;
    const words = document.createElement('span');
    words.textContent = address.replace(/^https?:\/\//, '');
    way.prepend(codeDrawing(address));
    way.append(words);
  }
  return true;
}
