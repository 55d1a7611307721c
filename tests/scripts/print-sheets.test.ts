import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { changed, changePages } from '../../scripts/pages.ts';
import { printSheets } from '../../scripts/print-sheets.ts';
import { newFolder } from '../scratch.ts';

const link = (name: string, media = ''): string => `<link rel="stylesheet" href="/_astro/${name}.css"${media}>`;
const print = ' media="print"';
const page = (...links: string[]): string => `<!doctype html><html><head>${links.join('')}</head><body></body></html>`;

it('joins the sheets for paper in their order and their place, and takes the single ones away', async () => {
  const site = newFolder('print');
  mkdirSync(join(site, '_astro'));
  for (const name of ['a', 'b', 'c']) writeFileSync(join(site, '_astro', `${name}.css`), `.${name}{color:red}`);
  writeFileSync(join(site, 'index.html'), page(link('a', print), link('b', print), link('c')));
  await changePages(site, [printSheets(site)]);
  const html = readFileSync(join(site, 'index.html'), 'utf8');
  const [, name] = /href="(_astro\/print-[^"]+)" media="print"><link rel="stylesheet" href="\/_astro\/c\.css">/.exec(
    html,
  )!;
  expect(readFileSync(join(site, name!), 'utf8')).toBe('.a{color:red}\n.b{color:red}');
  expect(html.match(/stylesheet/g)).toHaveLength(2);
  expect(existsSync(join(site, '_astro', 'a.css'))).toBe(false);
  expect(existsSync(join(site, '_astro', 'c.css'))).toBe(true);
});

it.each([
  ['one sheet for paper', page(link('a', print), link('c'))],
  ['a sheet for all between two', page(link('a', print), link('c'), link('b', print))],
  ['none', page(link('c'))],
])('leaves a page with %s as it is', (_, html) =>
  // No sheet is read.
  expect(changed('index.html', html, [printSheets('')])).toBe(html),
);
