/** The citations of a part: numbered from 1 in the order of the part, with only the notes that it uses. */
import { defaultTreeAdapter as adapter } from 'parse5';
import { attribute, type Element } from '../html.ts';
import { elementsIn, find, hasClass, setAttribute, setText, type Node } from './tree.ts';

/** Numbers the citations of a part anew, and takes out of its notes whatever it does not cite; notes without a place go whole. */
export function renumberNotes(part: Node): void {
  const numbers = new Map<string, number>();
  for (const link of [...elementsIn(part)].filter(isCitation)) {
    const old = attribute(link, 'href')!.replace('#note-', '');
    const isFirst = !numbers.has(old);
    if (isFirst) numbers.set(old, numbers.size + 1);
    const number = String(numbers.get(old));
    setText(link, number);
    setAttribute(link, 'href', `#note-${number}`);
    setAttribute(link, 'aria-label', `Source ${number}`);
    setAttribute(link, 'id', isFirst ? `cite-${number}` : undefined);
  }
  const notes = find(part, (element) => hasClass(element, 'notes'));
  if (notes && numbers.size === 0) adapter.detachNode(notes);
  else if (notes) orderNotes(notes, numbers);
}

const isCitation = (element: Element): boolean =>
  element.tagName === 'a' &&
  /^#note-\d+$/.test(attribute(element, 'href') ?? '') &&
  hasClass(element.parentNode as Element, 'cite');

function orderNotes(notes: Element, numbers: ReadonlyMap<string, number>): void {
  const list = find(notes, ({ tagName }) => tagName === 'ul')!;
  const kept = [...elementsIn(list)]
    .filter(({ tagName }) => tagName === 'li')
    .flatMap((source) => {
      const places = [...elementsIn(source)]
        .filter((element) => /^note-\d+$/.test(attribute(element, 'id') ?? ''))
        .map((place) => ({ place, number: numbers.get(attribute(place, 'id')!.slice('note-'.length)) }));
      adapter.detachNode(source);
      for (const { place } of places) adapter.detachNode(place);
      const cited = places
        .flatMap(({ place, number }) => (number ? [{ place, number }] : []))
        .sort((a, b) => a.number - b.number);
      for (const { place, number } of cited) {
        setAttribute(place, 'id', `note-${number}`);
        const back = find(place, (element) => hasClass(element, 'back'))!;
        setText(back, String(number));
        setAttribute(back, 'href', `#cite-${number}`);
        setAttribute(back, 'aria-label', `Back to ${number} in the text`);
        adapter.appendChild(source, place);
        adapter.insertText(source, ' ');
      }
      return cited.length > 0 ? [{ source, first: cited[0]!.number }] : [];
    });
  for (const { source } of kept.sort((a, b) => a.first - b.first)) adapter.appendChild(list, source);
}
