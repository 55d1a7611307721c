/** A site of a few files with the headers that the build writes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { policies } from '../../scripts/csp.ts';
import { addHeaders } from '../../scripts/headers.ts';
import { changed } from '../../scripts/pages.ts';
import { newFolder } from '../scratch.ts';

const page = (script: string) =>
  changed(
    'index.html',
    `<!doctype html><html><head><meta charset="utf-8"><script>${script}</script></head><body>A page</body></html>`,
    [policies],
  );

/** What readers ask such a site for. */
export const paths = ['', 'help/', '_astro/page-1.js', 'downloads/csec-book.html', 'nothing/', '_astro/gone.js'];
export const isMissing = (path: string): boolean => /nothing|gone/.test(path);

/** @returns its folder */
export function smallSite(): string {
  const site = newFolder('headers');
  const files = {
    'index.html': page('one()'),
    'help/index.html': page('two()'),
    'downloads/csec-book.html': page('three()'),
    '_astro/page-1.js': 'four()',
    '404.html': page('five()'),
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(site, file, '..'), { recursive: true });
    writeFileSync(join(site, file), text);
  }
  addHeaders(site);
  return site;
}
