/**
 * Cards: the picture that a mail, a chat or a slide shows where somebody pastes the address of a page. They need that address, so
 * there are none without it. What was drawn before comes from `.cache/cards/`, which is safe to delete.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import MagicString from 'magic-string';
import { escaped, hueOf } from '../src/documents/drawings.ts';
import { drawingBoard, type DrawingBoard } from '../src/formats/rasterizer.ts';
import { setName } from '../src/schemas/names.ts';
import { readAsset } from './assets.ts';
import { sha256, sumOfCode, writeWhole } from './cache.ts';
import { attribute, elementsOf, filesIn, readText, type Element } from './html.ts';

/** Where the cards are in the site. */
export const cardFolder = 'cards/';
const [width, height, margin] = [1200, 630, 80];

/** What a card shows. */
interface Card {
  title: string;
  promise: string;
  /** Above the title: “Toolkit 5”. */
  kicker?: string | undefined;
  /** The number of the toolkit whose color it wears. */
  toolkit?: number | undefined;
  /** The drawing of the toolkit, on a field of 96 by 96. */
  mark?: string | undefined;
}

/** Draws the cards of a built site and names them in its pages. @param url the public address, with its closing slash */
export async function addCards(site: string, cache: string, url: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const code = sumOfCode(['src/formats/rasterizer.ts']);
  let board: DrawingBoard | undefined;
  for (const file of filesIn(site).filter((name) => name.endsWith('index.html'))) {
    const html = readText(site, file);
    const card = cardOf(html);
    if (!card) continue;
    const svg = drawn(card);
    const kept = join(cache, `${sha256(code, svg)}.png`);
    if (!existsSync(kept)) {
      board ??= await drawingBoard({ read: readAsset } as Parameters<typeof drawingBoard>[0]);
      writeWhole(kept, board(svg, {}).png);
    }
    const name = `${cardFolder}${file.replace(/\/?index\.html$/, '') || 'home'}.png`;
    mkdirSync(dirname(join(site, name)), { recursive: true });
    writeFileSync(join(site, name), readFileSync(kept));
    writeFileSync(join(site, file), withCard(html, card, url + name));
  }
}

const contentOf = (all: readonly Element[], name: string): string | undefined => {
  const meta = all.find(
    (element) =>
      element.tagName === 'meta' && [attribute(element, 'name'), attribute(element, 'property')].includes(name),
  );
  return meta && attribute(meta, 'content');
};

/** What the card of a page shows; none for pages that only lead on. */
function cardOf(html: string): Card | undefined {
  const all = [...elementsOf(html)];
  const title = all.find(({ tagName }) => tagName === 'title')?.childNodes[0];
  const promise = contentOf(all, 'description');
  if (!promise || !title || !('value' in title) || contentOf(all, 'robots') === 'noindex') return undefined;
  // Pages of cards show other toolkits, too.
  const own = all.find(
    (element) => ['html', 'article'].includes(element.tagName) && attribute(element, 'data-toolkit') !== undefined,
  );
  const toolkit = own && Number(attribute(own, 'data-toolkit'));
  const mark = own ? all.findIndex((element) => attribute(element, 'class') === 'mark') : -1;
  return {
    title: title.value.replace(/ \| .*$/, ''),
    promise,
    kicker: toolkit ? `Toolkit ${toolkit}` : undefined,
    toolkit,
    mark: mark < 0 ? undefined : attribute(all[mark + 1]!, 'd'),
  };
}

/** Names a card in a page, with its words for those who cannot see it. */
export function withCard(html: string, { title, promise, kicker }: Card, address: string): string {
  const all = [...elementsOf(html)];
  const alt = [kicker, title, promise].filter(Boolean).join('. ');
  const has = (name: string) => contentOf(all, name) !== undefined;
  const wanted: [string, string][] = [
    ['og:title', title],
    ['og:description', promise],
    ['og:image', address],
    ['og:image:type', 'image/png'],
    ['og:image:width', String(width)],
    ['og:image:height', String(height)],
    ['og:image:alt', alt],
    ['twitter:card', 'summary_large_image'],
  ];
  const quoted = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const metas = wanted
    .filter(([name]) => !has(name))
    .map(
      ([name, value]) => `<meta ${name.startsWith('og:') ? 'property' : 'name'}="${name}" content="${quoted(value)}">`,
    );
  const text = new MagicString(html);
  const head = all.find(({ tagName }) => tagName === 'head')!;
  text.appendLeft(head.sourceCodeLocation!.endTag!.startOffset, metas.join(''));
  return text.toString();
}

/** Words as lines of about so many letters, the last one cut when there are too many. */
function lines(words: string, length: number, most: number): string[] {
  const all: string[] = [];
  for (const word of words.split(/\s+/)) {
    const last = all.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= length) all[all.length - 1] = `${last} ${word}`;
    else all.push(word);
  }
  return all.length > most ? [...all.slice(0, most - 1), `${all[most - 1]}…`] : all;
}

/** A card as a drawing: the color of the toolkit, its drawing, number, title and promise. */
function drawn({ title, promise, kicker, toolkit, mark }: Card): string {
  const titled = lines(title, mark ? 22 : 24, 3);
  const promised = lines(promise, mark ? 42 : 50, 5);
  // Without a drawing the words have the whole width.
  const [large, small, gap] = mark ? [68, 38, 70] : [78, 44, 82];
  const size = titled.length > 2 ? 58 : large;
  const block = (titled.length - 1) * size * 1.18 + gap + (promised.length - 1) * small * 1.32;
  const text = (y: number, letters: number, words: string, more = '') =>
    `<text x="${margin}" y="${y}" font-size="${letters}" fill="#fff"${more}>${escaped(words)}</text>`;
  let y = Math.max(222, 352 - block / 2);
  const heading = titled.map((line, index) =>
    text((y += index === 0 ? 0 : size * 1.18), size, line, ' font-family="Literata" font-weight="600"'),
  );
  y += gap;
  const words = promised.map((line, index) => text(y + index * small * 1.32, small, line));
  const pen = 'fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"';
  const drawing = `<g transform="translate(860 185) scale(2.7)"><path d="${mark}" ${pen}/></g>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<path fill="${hueOf(toolkit)}" d="M0 0h${width}v${height}H0z"/>`,
    text(110, 34, kicker ? `${setName} · ${kicker}` : setName, ' font-weight="600"'),
    ...heading,
    ...words,
    mark ? drawing : '',
    '</svg>',
  ].join('');
}
