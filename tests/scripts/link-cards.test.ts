import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addCards } from '../../scripts/link-cards.ts';
import { filesIn } from '../../scripts/html.ts';
import { newFolder } from '../scratch.ts';

const page = (title: string, more = '') =>
  [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | Set</title>`,
    `<meta name="description" content="Do &quot;this&quot; &amp; that.">${more}</head>`,
    `<body><article data-toolkit="6"><svg class="mark"><path d="M1 1L90 90"/></svg></article></body></html>`,
  ].join('');

it('draws a card for each page, once, and names it with its address and its words', async () => {
  const [site, cache] = [newFolder('cards'), newFolder('kept')];
  mkdirSync(join(site, 'a'));
  mkdirSync(join(site, '6'));
  writeFileSync(join(site, 'index.html'), page('Home', '<meta property="og:title" content="Home">'));
  writeFileSync(join(site, 'a', 'index.html'), page('A'));
  writeFileSync(join(site, '6', 'index.html'), page('Moved', '<meta name="robots" content="noindex">'));
  await addCards(site, cache, 'https://host.example/x/');
  expect(filesIn(site)).toEqual(['6/index.html', 'a/index.html', 'cards/a.png', 'cards/home.png', 'index.html']);
  const html = readFileSync(join(site, 'a', 'index.html'), 'utf8');
  expect(html).toContain('<meta property="og:image" content="https://host.example/x/cards/a.png">');
  expect(html).toContain('<meta property="og:image:alt" content="Toolkit 6. A. Do &quot;this&quot; &amp; that.">');
  expect(readFileSync(join(site, 'index.html'), 'utf8').match(/og:title/g)).toHaveLength(1);
  // A PNG of 1200 by 630.
  const png = readFileSync(join(site, 'cards', 'a.png'));
  expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 1200, 630]);

  const times = () => readdirSync(cache).map((file) => statSync(join(cache, file)).mtimeMs);
  const before = times();
  writeFileSync(join(site, 'a', 'index.html'), page('A'));
  await addCards(site, cache, 'https://host.example/x/');
  expect(times()).toEqual(before);
});
