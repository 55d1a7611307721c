import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { checkLinks } from '../../scripts/checks/links.ts';
import { attribute, elementsOf, filesIn, readText } from '../../scripts/html.ts';
import { isNightly } from '../nightly.ts';
import { newFolder } from '../scratch.ts';
import { sharedPlaces } from './shared-places.ts';

it('finds no fault in the built site', () => {
  expect(checkLinks(inject('site'))).toEqual([]);
});

it('offers to share every heading, clause, point, figure and row that has an address', () => {
  const places = /^(h[2-6]|tr|th|dt|li|section|figure)$/;
  /** Slides carry their own link; a packet in the making, a row without a name and the list of a draft’s articles are no places. */
  const exempt =
    /present\/#slide-|packet\/#your-packet$|organization-\d+$|sustaining-a-task-force\/#memorandum-of-understanding-/;
  const pages = filesIn(inject('site')).filter(
    (file) => file.endsWith('index.html') && !/^(\d|downloads\/csec)/.test(file),
  );
  const folderOf = (file: string) => file.replace(/[^/]*\/index\.html$/, '');
  const firsts = pages.filter((file) => file === pages.find((other) => folderOf(other) === folderOf(file)));
  const unshared = (isNightly ? pages : firsts).flatMap((file) => {
    const html = readText(inject('site'), file);
    const elements = [...elementsOf(html)];
    const shared = new Set(sharedPlaces(html));
    return (
      elements
        .filter((one) => places.test(one.tagName) || attribute(one, 'class') === 'clause')
        .flatMap((one) => attribute(one, 'id') ?? [])
        // A pull-out within a toolkit is one place; its heading has an id for its name alone.
        .filter((id) => !shared.has(id) && !shared.has(id.replace(/-title$/, '')))
        .map((id) => `${file.replace('index.html', '')}#${id}`)
    );
  });
  expect(unshared.filter((place) => !exempt.test(place))).toEqual([]);
});

it('finds each kind of fault', () => {
  const site = newFolder('links');
  mkdirSync(join(site, 'a'));
  writeFileSync(join(site, 'a', 'index.html'), '<p id="x"></p><p id="x"></p>');
  writeFileSync(
    join(site, 'index.html'),
    '<a href="a/#x">ok</a><a href="a/#y"></a><a href="b/"></a><a href="/a/"></a><img ' +
      'src="https://o.example/i.png"><p aria-labelledby="z"></p><a href="https://o.example/">ok</a>',
  );
  expect(checkLinks(site)).toEqual([
    'a/index.html: the id x stands twice',
    'index.html: a/#y: the page has no such place',
    'index.html: b/: leads nowhere',
    'index.html: /a/: the address is not relative',
    'index.html: https://o.example/i.png: a page must not load from another origin',
    'index.html: aria-labelledby names #z, which is not there',
  ]);
});

it('wants the names of files, and no modules, where a site is opened from a folder', () => {
  const site = newFolder('links');
  writeFileSync(join(site, 'page.js'), '');
  writeFileSync(
    join(site, 'index.html'),
    '<a href="index.html#_">ok</a><a href="#_" id="_">ok</a><a href="./">x</a><script type="module" ' +
      'src="page.js"></script><script defer src="page.js"></script><script defer src="/page.js"></script>',
  );
  expect(checkLinks(site, { asFiles: true })).toEqual([
    'index.html: ./: the address names no file',
    'index.html: a module script does not run here',
    'index.html: /page.js: the address is not relative',
  ]);
  expect(checkLinks(site)).toEqual(['index.html: /page.js: the address is not relative']);
});
