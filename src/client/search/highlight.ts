/** Marks the words that led here from the search (`exporters/marks.js`), until the reader hides them. */
import { markParameter } from './highlight-parameter.ts';
import { marker } from './excerpts.ts';

/** More marks than this help nobody. */
const most = 300;

function textNodes(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement!.closest('script, style, svg, button, textarea, select, option, [popover], .no-print, mark')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/** Marks words within an element. @returns the marks */
export function markWords(root: Element, words: readonly string[]): HTMLElement[] {
  const isFound = marker(words);
  const marks: HTMLElement[] = [];
  for (const node of textNodes(root)) {
    const pieces = node.data.split(/([\p{L}\p{N}][\p{L}\p{N}.'’]*)/u);
    if (marks.length >= most || !pieces.some((piece, at) => at % 2 === 1 && isFound(piece))) continue;
    node.replaceWith(
      ...pieces.map((piece, at) => {
        if (at % 2 === 0 || !isFound(piece)) return piece;
        const mark = Object.assign(document.createElement('mark'), { className: 'found', textContent: piece });
        marks.push(mark);
        return mark;
      }),
    );
  }
  return marks;
}

function bar(words: string, hide: () => void): HTMLElement {
  const made = Object.assign(document.createElement('p'), { className: 'marked-words no-print' });
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Hide marks' });
  button.addEventListener('click', () => (hide(), made.remove()));
  made.append(`Marked: ${words} `, button);
  return made;
}

const address = new URL(location.href);
const words = address.searchParams.get(markParameter)?.split(' ').filter(Boolean) ?? [];
address.searchParams.delete(markParameter);
history.replaceState(history.state, '', address);
const article = document.querySelector('article');
const marks = article && words.length > 0 ? markWords(article, words) : [];
if (marks.length > 0) {
  const hide = () => marks.forEach((mark) => mark.replaceWith(...mark.childNodes));
  document.body.append(
    bar([...new Set(marks.map((mark) => mark.textContent!.toLowerCase()))].slice(0, 4).join(', '), hide),
  );
}
