import { expect, it } from 'vitest';
import { offlinePage, withFileName } from '../../../scripts/offline/pages.ts';

it.each([
  ['../../', '../../index.html'],
  ['./', 'index.html'],
  ['./#in-short', 'index.html#in-short'],
  ['../chair/?x=1#duties', '../chair/index.html?x=1#duties'],
  ['#duties', '#duties'],
  ['?x=1', '?x=1'],
  ['../downloads/a.pdf', '../downloads/a.pdf'],
  ['https://www.example/a/', 'https://www.example/a/'],
  ['tel:911', 'tel:911'],
  ['file:///media/stick/', 'file:///media/stick/'],
])('names the file of %s', (address, expected) => {
  expect(withFileName(address)).toBe(expected);
});

it('tells the copies apart, and asks for no face early', () => {
  const html =
    `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="worker-src 'self'; base-uri 'none'"><link rel="preload" href="../_astro/face.woff2" as="font" crossorigin></head>` +
    '<body><a href="../">Home</a><script>inline()</script>' +
    '<p data-copy="online">On the web <a href="x/">x</a></p><p data-copy="offline" hidden>In a folder</p></body></html>';
  expect(offlinePage(html)).toBe(
    `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="frame-src 'self'; base-uri 'none'"></head>` +
      '<body><a href="../index.html">Home</a><script>inline()</script><p data-copy="offline" >In a folder</p></body></html>',
  );
});
