/** What the dialog shows: results as list items, and what it offers where nothing is found. */
import { pageAddress } from '../shell/site.ts';
import type { CrisisData, IndexData } from './index-data.ts';
import { passage } from './excerpts.ts';
import type { Answer, Result } from './search.ts';

type Part = Node | string;
function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...parts: Part[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...parts);
  return made;
}
const link = (url: string, ...parts: Part[]): HTMLAnchorElement => element('a', { href: pageAddress(url) }, ...parts);

const formatNames: Record<string, string> = {
  pdf: 'PDF',
  docx: 'Word',
  xlsx: 'Excel',
  pptx: 'PowerPoint',
  epub: 'EPUB',
  ics: 'Calendar',
  html: 'Web page',
};

/** “Get help now”, with the numbers to call. */
export function helpItem(crisis: CrisisData): HTMLLIElement {
  const numbers = crisis.call.map(({ name, href }) => element('a', { href, className: 'number' }, `Call ${name}`));
  const title = crisis.url.includes('#') ? [` · ${crisis.title}`] : [];
  return element(
    'li',
    { className: 'search-crisis' },
    link(crisis.url, element('b', {}, 'Get help now'), ...title),
    element('p', {}, ...numbers),
  );
}

/** A page with the place on it that answers best, and further places. @param hasPassage whether its text is read for the words around what was found */
export function resultItem(
  { page, best, more, isTerm }: Result,
  hasPassage: boolean,
  answer: Answer,
  formats: string[],
): HTMLLIElement {
  const [name, ...numbers] = page.files ?? [''];
  const kindsOf = numbers.map((format) => formats[format]!);
  const isPullOut = !/^(Toolkit|$)/.test(page.type);
  const kinds = [...new Set((isPullOut ? kindsOf : []).map((format) => formatNames[format] ?? format))];
  const about = [best.heading && page.title, page.type.split(' · ')[0], kinds.join(', ')].filter(Boolean);
  const words = element('span', {}, page.promise);
  const main = link(
    best.url,
    element('b', {}, best.heading || page.title),
    about.length > 0 ? ` · ${about.join(' · ')}` : '',
    words,
  );
  if (hasPassage) void fill(words, page.text, best.url, isTerm ? [] : answer.words);
  const further = more.map(({ url, heading }) => element('li', {}, link(url, element('b', {}, heading))));
  if (answer.format && kindsOf.includes(answer.format)) {
    const file = `${name}.${answer.format}`;
    further.unshift(
      element(
        'li',
        {},
        link(`/downloads/${file}`, element('b', {}, `Download: ${file}`), ` · ${formatNames[answer.format]}`),
      ),
    );
  }
  const list = element('ul', { role: 'list' }, ...further);
  return element('li', isTerm ? { className: 'search-term' } : {}, main, ...(further.length > 0 ? [list] : []));
}

/** Puts the words around what was found in the place of the page's promise. */
async function fill(words: HTMLElement, file: string, url: string, found: readonly string[]): Promise<void> {
  // The results come first; words around them can wait for a moment.
  await new Promise((resolve) => setTimeout(resolve, 30));
  if (!words.isConnected) return;
  try {
    const pieces = await passage(file, url.split('#')[1] ?? '', found);
    if (pieces.length === 0) return;
    words.replaceChildren(
      ...pieces.flatMap(([piece, isMarked]): Part[] => [...(isMarked ? marked(piece) : [piece]), ' ']),
    );
  } catch {
    // The promise stays.
  }
}

/** A word with its mark, and what stands around it without. */
function marked(piece: string): Part[] {
  const [, before, word, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(piece)!;
  return [before!, element('mark', {}, word!), after!];
}

/** Where else to go: help with its numbers, the toolkits, the pull-outs. */
export function elsewhere(data: IndexData): HTMLElement[] {
  const help = data.crisis.find(({ url }) => url === '/help/') ?? data.crisis[0]!;
  const toolkits = data.pages
    .filter(({ url }) => url.startsWith('/toolkits/'))
    .sort((a, b) => number(a.type) - number(b.type));
  const pages = [...toolkits, ...data.pages.filter(({ url }) => url === '/pull-outs/' || url === '/glossary/')];
  return [
    element('ul', { role: 'list', className: 'search-links' }, helpItem({ ...help, url: '/help/' })),
    element(
      'ul',
      { role: 'list', className: 'search-links' },
      ...pages.map(({ url, title, type }) =>
        element('li', {}, link(url, element('b', {}, title), type ? ` · ${type}` : '')),
      ),
    ),
  ];
}
const number = (type: string): number => Number(/\d+/.exec(type)?.[0]);

/** “Showing results for …”, “We say …”, “Look through all texts”. */
export function hints(
  answer: Answer,
  typed: string,
  { literally, everywhere }: { literally: () => void; everywhere: () => void },
): Part[] {
  const parts: Part[] = [];
  if (answer.corrected) {
    const button = element('button', { type: 'button', onclick: literally }, `Search instead for “${typed}”`);
    parts.push(element('p', {}, 'Showing results for ', element('b', {}, answer.corrected), '. ', button));
  }
  if (answer.instead)
    parts.push(
      element(
        'p',
        {},
        `These pages say “${answer.instead}”: a child is never to blame. `,
        link('/about/words-we-use/', 'Words we use, and why'),
      ),
    );
  if (answer.isPart) {
    const button = element('button', { type: 'button', onclick: everywhere }, 'Look through all texts');
    parts.push(element('p', {}, 'Other pages may say it, too. ', button));
  }
  return parts;
}
