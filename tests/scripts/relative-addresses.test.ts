import { expect, it } from 'vitest';
import { changed, relative } from '../../scripts/pages.ts';
import { relativeAddresses } from '../../scripts/relative-addresses.ts';

const rewritePage = (html: string, file: string, url?: string): string =>
  changed(file, html, [relativeAddresses('', url)], url);

it.each([
  ['index.html', '/toolkits/chair/', 'toolkits/chair/'],
  ['toolkits/chair/index.html', '/', '../../'],
  ['toolkits/chair/index.html', '/toolkits/chair/', './'],
  ['toolkits/chair/index.html', '/toolkits/structure/#seats', '../structure/#seats'],
  ['toolkits/chair/index.html', '/_astro/page.css', '../../_astro/page.css'],
  ['_astro/page.css', '/_astro/face.woff2', 'face.woff2'],
])('from %s to %s', (file, address, expected) => {
  expect(relative(file, address)).toBe(expected);
});

it('rewrites only addresses from the root, in every element and in noscript', () => {
  const html =
    '<a href="/a/?x=1&amp;y=2">a</a><a href="https://b.example/">b</a><a href="//c.example/">c</a><a href="#d">d</a><noscript><meta http-equiv="refresh" content="0; url=/e/"></noscript>';
  const page = rewritePage(`<!doctype html><html><head></head><body>${html}</body></html>`, 'p/index.html');
  expect(page).toContain(
    '<a href="../a/?x=1&amp;y=2">a</a><a href="https://b.example/">b</a><a href="//c.example/">c</a><a href="#d">d</a>',
  );
  expect(page).toContain('content="0; url=../e/"');
});

it('keeps the 404 page at the root of the base path', () => {
  expect(rewritePage('<a href="/help/">h</a>', '404.html', 'https://toolkits.example/a/b/')).toContain(
    'href="/a/b/help/"',
  );
});

it('names a page by the path of the site, not from the root of its host', () => {
  const html =
    '<link rel="canonical" href="https://t.example/help/"><meta property="og:url" content="https://t.example/help/"><a href="https://t.example/a/downloads/">x</a><a href="https://other.example/help/">y</a>';
  const page = rewritePage(html, 'help/index.html', 'https://t.example/a/');
  expect(page).toBe(
    '<link rel="canonical" href="https://t.example/a/help/"><meta property="og:url" content="https://t.example/a/help/"><a href="https://t.example/a/downloads/">x</a><a href="https://other.example/help/">y</a>',
  );
});
