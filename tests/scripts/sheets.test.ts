import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { changePages } from '../../scripts/pages.ts';
import { sheets } from '../../scripts/sheets.ts';
import { newFolder } from '../scratch.ts';

const link = (name: string, media = ''): string => `<link rel="stylesheet" href="/_astro/${name}.css"${media}>`;
const print = ' media="print"';
const page = (head: string, body = ''): string =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;

/** A site of one page, with the sheets that it names. @returns its folder, and the page after the pass */
async function arranged(html: string): Promise<{ site: string; links: string[] }> {
  const site = newFolder('sheets');
  mkdirSync(join(site, '_astro'));
  for (const name of ['a', 'b', 'c', 'd']) writeFileSync(join(site, '_astro', `${name}.css`), `.${name}{color:red}`);
  writeFileSync(join(site, '_astro', 'site.css'), ':root{--measure:42rem}');
  writeFileSync(join(site, '_astro', 'text.css'), '.foot{color:red}');
  writeFileSync(join(site, 'index.html'), html);
  await changePages(site, [sheets(site)]);
  const after = readFileSync(join(site, 'index.html'), 'utf8');
  return { site, links: after.match(/<body>|<link[^>]*>/g)!.map((tag) => tag.replace(/.*_astro\/|\.css"/g, '')) };
}

it('joins the sheets for paper, and those of a tool, in their order and their place, and takes the single ones away', async () => {
  const { site, links } = await arranged(page(link('a', print) + link('b', print) + link('c') + link('d')));
  expect(links).toEqual([
    expect.stringMatching(/^print-\w+ media="print">$/),
    expect.stringMatching(/^own-\w+>$/),
    '<body>',
  ]);
  const read = (name: string): string => readFileSync(join(site, '_astro', `${name.split(/[ >]/)[0]}.css`), 'utf8');
  expect(links.slice(0, 2).map(read)).toEqual(['.a{color:red}\n.b{color:red}', '.c{color:red}\n.d{color:red}']);
  expect(['a', 'c'].filter((name) => existsSync(join(site, '_astro', `${name}.css`)))).toEqual([]);
});

it('puts the sheet of the text behind that of the site, and leaves it where a text names it', async () => {
  const inHead = await arranged(page(link('text') + link('a', print) + link('b') + link('site') + link('c')));
  expect(inHead.links).toEqual(['a media="print">', 'b>', 'site>', 'text>', 'c>', '<body>']);
  const inText = await arranged(page(link('site'), `<p>First</p>${link('text')}`));
  expect(inText.links).toEqual(['site>', '<body>', 'text>']);
  expect(existsSync(join(inHead.site, '_astro', 'text.css'))).toBe(true);
});

it.each([
  ['a sheet for all between two', link('a', print) + link('c') + link('b', print)],
  ['a sheet of the site between two', link('a') + link('site') + link('b')],
])('joins nothing over %s', async (_, head) => {
  expect((await arranged(page(head))).links).toHaveLength(4);
});
