/** A page in the frame of another one, or on a projector: `?view=bare` shows it without menus, `?view=bare#agenda` only that part of it. */
import { make } from './dom.ts';

/** What names the columns of a row, what opens over the page, and the way out of it. */
const companions = 'thead, caption, colgroup, dialog, [popover], .leave';

/** True where the page is shown bare. The first script of the page says so, before anything is drawn. */
export const isBare = document.documentElement.dataset['view'] === 'bare';

const rankOf = (element: Element): number => Number(/^H([1-6])$/.exec(element.tagName)?.[1] ?? 7);

/** What belongs to a place: from a heading on all up to the next one of its rank; else the place itself. */
function partAt(place: Element): Element[] {
  const start = place.closest('h2, h3, h4, h5, h6') ?? place;
  const part = [start];
  if (rankOf(start) === 7) return part;
  for (let next = start.nextElementSibling; next && rankOf(next) > rankOf(start); next = next.nextElementSibling)
    part.push(next);
  return part;
}

/** Hides what stands beside a part, up to the whole text. */
function hideBeside(part: readonly Element[], sheet: Element): void {
  let inside = part;
  for (let parent = part[0]!.parentElement!; sheet.contains(parent); parent = parent.parentElement!) {
    for (const child of parent.children)
      child.toggleAttribute('data-beside', !inside.includes(child) && !child.matches(companions));
    inside = [parent];
  }
}

/** The sources that a part cites stay with it, and what its marks mean. */
function keepSources(part: readonly Element[], sheet: Element): void {
  const cited = part.flatMap((element) => [...element.querySelectorAll('a[href^="#note-"]')]);
  const notes = sheet.querySelector('.notes');
  if (notes && cited.length > 0 && !part.some((element) => notes.contains(element))) {
    const places = new Set(cited.map((link) => document.getElementById(link.getAttribute('href')!.slice(1))));
    notes.removeAttribute('data-beside');
    for (const source of notes.querySelectorAll('li'))
      source.toggleAttribute('data-beside', ![...source.querySelectorAll('span')].some((place) => places.has(place)));
  }
  if (part.some((element) => element.querySelector('.suggestion')))
    sheet.querySelector('.suggestion-legend')?.removeAttribute('data-beside');
}

/** Shows only the place that the address names; nothing changes where it names none of this text. */
function showPart(): void {
  const sheet = document.querySelector('.sheet');
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!sheet || !place || !sheet.contains(place) || /^(note|cite)-/.test(place.id) || place.matches('h1')) return;
  const part = partAt(place);
  for (const hidden of sheet.querySelectorAll('[data-beside]')) hidden.removeAttribute('data-beside');
  hideBeside(part, sheet);
  keepSources(part, sheet);
  document.documentElement.toggleAttribute('data-part', true);
  // The line that says whence it comes stands below it.
  const byline = sheet.querySelector('.byline');
  if (byline) {
    byline.removeAttribute('data-beside');
    sheet.append(byline);
  }
  const whole = document.querySelector<HTMLAnchorElement>('[data-whole]');
  if (whole) whole.hash = place.id;
}

/** Shows the page bare; its source line leads to the whole page. */
export function showBare(): void {
  const whole = make('a', { href: location.href.replace(/[?#].*/s, ''), target: '_top', 'data-whole': '' });
  whole.textContent = 'The whole page';
  const line = document.querySelector('[data-address]');
  line?.prepend(`${document.querySelector('h1')?.textContent.trim()} · `);
  line?.append(' · ', whole);
  showPart();
  addEventListener('hashchange', showPart);
}
