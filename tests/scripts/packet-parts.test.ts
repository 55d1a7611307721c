import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { elementsOf, attribute } from '../../scripts/html.ts';
import { addParts, partScript } from '../../scripts/packet-parts.ts';
import { articleOf, cutPart } from '../../scripts/packet-parts/cut.ts';
import { newFolder } from '../scratch.ts';

const cite = (n: number, id = true) =>
  `<sup class="cite"><a href="#note-${n}"${id ? ` id="cite-${n}"` : ''} aria-label="Source ${n}">${n}</a></sup>`;
const place = (n: number, words: string) =>
  `<span id="note-${n}"><a href="#cite-${n}" class="back" aria-label="Back to ${n} in the text">${n}</a> ${words}</span> `;
const toolkit = `<!doctype html><html><body><main><article class="sheet" data-toolkit="6" data-pagefind-meta="sort:Toolkit 6">
<header class="cover"><p class="cover-number">Toolkit 6</p><h1 id="_top">Chair</h1></header>
<div class="byline"><p>For: chair</p><p class="source-line" data-address>CSEC Task Force Toolkits</p><p class="actions"><button>Print</button></p></div>
<section class="in-short" aria-labelledby="in-short"
  ><h2 id="in-short">In short<a class="copy" href="#in-short"></a></h2><ul><li>A point.${cite(1)}</li></ul></section>
<p>Opening words.${cite(2)}</p>
<h2 id="first">First<a class="copy" href="#first"></a></h2>
<p>A <button class="term" popovertarget="term-mou">MOU</button>.${cite(3)} Again.${cite(1, false)} <a href="#second">Later</a>, <a href="#inner">inside</a>, <a href="/toolkits/chair/#inner">inside, too</a>, <a href="/duties/chair/">duties</a>, <a href="https://o.example/">outside</a>.</p>
<h3 id="inner">Inner</h3>
<aside aria-labelledby="box"><p id="box">Box</p></aside>
<step-tool data-sheet="duties/chair"><ul><li id="chair-ask"><input type="checkbox"
  aria-labelledby="chair-ask-text"><span id="chair-ask-text">Ask</span><button>Own</button><template><i></i></template></li></ul></step-tool>
<agency-grid><table></table></agency-grid>
<svg><defs><marker id="tip"></marker></defs><path marker-end="url(#tip)"></path></svg>
<section class="no-print"><h2 id="related">Related</h2></section>
<h2 id="second">Second</h2><p>Without a source.</p>
<section class="notes" aria-labelledby="sources"><h2 id="sources">Sources</h2><ul><li
  ><a href="/sources/a/">A</a>. ${place(1, 'p. 1')}${place(3, 'p. 3')}</li><li><a href="/sources/b/">B</a>. ${place(2, 'p. 2')}</li></ul></section>
<section class="changes"><h2 id="changes">Reviewed January 2, 2026<a class="copy" href="#changes"></a></h2></section>
<div class="term-card" popover id="term-mou">Card</div>
</article></main></body></html>`;
const article = articleOf(toolkit);
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const ids = (html: string) => [...elementsOf(html)].flatMap((element) => attribute(element, 'id') ?? []);

describe('a section', () => {
  const part = cutPart(article, 'chair.first');

  it('runs from its heading to the next one, with the words it opens with and where it comes from', () => {
    expect(textOf(part)).toMatch(
      /^Toolkit 6: Chair · Reviewed January 2, 2026 CSEC Task Force Toolkits First A MOU\. 1 Again\. 2 Later , inside/,
    );
    expect(part).not.toContain('Opening words');
    expect(part).not.toContain('Without a source');
    expect(textOf(cutPart(article, 'chair.in-short'))).toContain(
      'In short A point. 1 Opening words. 2 Sources A . 1 p. 1 B . 2 p. 2',
    );
  });

  it('numbers its sources from 1 and holds no other note', () => {
    expect(textOf(part)).toContain('Sources A . 1 p. 3 2 p. 1');
    expect(part).not.toContain('/sources/b/');
    expect(cutPart(article, 'chair.second')).not.toContain('Sources');
  });

  it('leads from each number to its note and back', () => {
    const own = new Set(ids(part));
    const links = [...elementsOf(part)]
      .flatMap((element) => attribute(element, 'href') ?? [])
      .filter((href) => /note-|cite-/.test(href));
    expect(links).toHaveLength(4);
    expect(links.filter((href) => !own.has(href.slice(1)))).toEqual([]);
  });

  it('is not there: an error that names it', () => {
    expect(() => cutPart(article, 'chair.third')).toThrow('`chair.third`');
  });
});

describe('every part', () => {
  const whole = cutPart(article, 'chair');

  it('has ids of its own, and references that follow them', () => {
    for (const [name, prefix] of [
      ['chair', 'toolkits--chair--'],
      ['chair.first', 'toolkits--chair--first--'],
    ] as const) {
      const part = cutPart(article, name);
      expect(ids(part).filter((id) => !id.startsWith(prefix))).toEqual([]);
      expect(part).toContain(`aria-labelledby="${prefix}chair-ask-text"`);
      expect(part).toContain(`url(#${prefix}tip)`);
    }
  });

  it('keeps links inside of it inside, and leads the others from the packet page to where they led', () => {
    const part = cutPart(article, 'chair.first');
    const hrefs = [...elementsOf(part)]
      .filter(({ tagName }) => tagName === 'a')
      .flatMap((element) => attribute(element, 'href') ?? []);
    expect(hrefs.filter((href) => !/note-|cite-|sources/.test(href))).toEqual([
      '../toolkits/chair/#second',
      '#toolkits--chair--first--inner',
      '#toolkits--chair--first--inner',
      '../duties/chair/',
      'https://o.example/',
    ]);
    expect(whole).toContain('<a href="#toolkits--chair--second">Later</a>');
    expect(part).toContain('data-address="../toolkits/chair/"');
  });

  it('leaves the shell of the page behind', () => {
    for (const gone of ['<button', 'class="copy"', 'term-card', 'Related', 'data-pagefind', 'Reviewed January'])
      expect(whole.replace(/<div data-sheet.*?<\/div>/s, '')).not.toContain(gone);
    expect(textOf(whole)).toContain('Toolkit 6 Chair For: chair');
    expect(whole).toContain(
      'class="sheet part" data-part="chair" data-toolkit="6" aria-labelledby="toolkits--chair--_top"',
    );
  });

  it('holds tools that do not start, with all they need', () => {
    expect(whole).toMatch(
      /<div data-sheet="duties\/chair" data-tool="step-tool">.*<button>Own<\/button><template><i><\/i><\/template>.*<\/div>/s,
    );
    expect(whole).toContain('<div><table></table></div>');
    expect(whole).not.toMatch(/<\/?[a-z]+-[a-z]+/);
  });

  it('tells levels of headings that fit below the packet, and only one landmark', () => {
    const levels = (html: string) => [...elementsOf(html)].flatMap((element) => attribute(element, 'aria-level') ?? []);
    expect(levels(whole)).toEqual(['3', '4', '4', '5', '4', '4']);
    expect(levels(cutPart(article, 'chair.first'))).toEqual(['3', '4', '4']);
    expect(whole.match(/<section[^>]*aria-label/g)).toHaveLength(1);
    expect(whole).toContain('<aside aria-labelledby="toolkits--chair--box" role="note">');
  });
});

describe('the scripts', () => {
  it('hand over any HTML as it is', () => {
    const html = '<p class="a">“A” \\ \u2028 </script> `${x}`</p>';
    const context: { csec?: { parts: Record<string, string> } } = {};
    runInNewContext(partScript('duties/chair', html), { globalThis: context });
    expect(context.csec!.parts['duties/chair']).toBe(html);
  });

  it('are made for every part that the packet page offers', () => {
    const site = newFolder('parts');
    const write = (file: string, html: string) => {
      mkdirSync(dirname(join(site, file)), { recursive: true });
      writeFileSync(join(site, file), html);
    };
    write(
      'packet/index.html',
      '<input type="checkbox" name="part" value="chair"><input type="checkbox" name="part" value="chair.first"><input name="title">',
    );
    write('toolkits/chair/index.html', toolkit);
    addParts(site);
    expect(readFileSync(join(site, 'packet/parts/toolkits/chair.js'), 'utf8')).toBe(
      partScript('chair', cutPart(article, 'chair')),
    );
    expect(readFileSync(join(site, 'packet/parts/toolkits/chair/first.js'), 'utf8')).toBe(
      partScript('chair.first', cutPart(article, 'chair.first')),
    );
    write('packet/index.html', '<input name="part" value="chair.third">');
    expect(() => addParts(site)).toThrow('`chair.third`');
  });
});
