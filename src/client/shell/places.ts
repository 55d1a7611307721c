/** Fills in what shares a place: `CopyLink.astro` leaves it empty where place and name are those of what stands before it. */
import { make } from './dom.ts';

const places = ':is(h2, h3, h4)[id], li[id]';

/** What shares a place stands right behind its heading, or within its step. */
function placeOf(sign: Element): Element {
  const before = sign.previousElementSibling;
  return before?.matches(places) ? before : sign.closest(places)!;
}

/** The words of a place: of a heading all of them, of a step those that name its box. Marks are not read out. */
function wordsOf(place: Element): string {
  const words = (place.matches('li') ? place.querySelector('p > span')! : place).cloneNode(true) as Element;
  for (const mark of words.querySelectorAll('.suggestion, .cite')) mark.remove();
  return words.textContent.trim();
}

for (const sign of document.querySelectorAll('span.copy')) {
  const place = placeOf(sign);
  // The heading of a pull-out within a toolkit names its frame, which is the place.
  const href = `#${place.closest('.pull-out > header')?.parentElement!.id ?? place.id}`;
  sign.replaceWith(make('a', { class: 'copy', href, 'aria-label': `Share: ${wordsOf(place)}` }));
}
for (const sign of document.querySelectorAll('span.slides-file')) {
  const link = sign.previousElementSibling as HTMLAnchorElement;
  const name = link.getAttribute('aria-label')!.replace('Share', 'PowerPoint slides');
  const title = 'Saves the slides of this section as a PowerPoint file';
  const button = {
    type: 'button',
    class: 'slides-file',
    'data-powerpoint': link.hash.slice(1),
    'aria-label': name,
    title,
  };
  sign.replaceWith(make('button', button));
}
