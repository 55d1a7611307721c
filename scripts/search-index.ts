/** The search: Pagefind's index of the built pages, the small index in front of it, and what searches them. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { close, createIndex } from 'pagefind';
import type { Site } from '../src/schemas/index.ts';
import type { Download } from '../src/site/downloads.ts';
import { classicScript } from './exporters.ts';
import { smallIndex } from './search/small-index.ts';
import { readTexts } from './search/texts.ts';

const client = (file: string): string => fileURLToPath(new URL(`../src/client/search/${file}`, import.meta.url));
/** Pagefind's own interfaces, which this site does not use, and its runtime, which is part of `exporters/full-text.js`. */
const unused = /^pagefind(-ui|-component-ui|-modular-ui|-highlight|-worker)?\.(js|css)$|^wasm\.unknown\./;

/**
 * Adds Pagefind's index of a built site to it, under pagefind/, and what searches it: `exporters/search.js` with the small index,
 * and `exporters/full-text.js`. @throws Error when Pagefind reports one
 */
export async function addSearchIndex(folder: string, site: Site, downloads: readonly Download[]): Promise<void> {
  const pagefind = await addPagefind(folder);
  const data = join(pagefind, 'search-index.json');
  writeFileSync(data, JSON.stringify(smallIndex({ folder, site, downloads, texts: readTexts(pagefind) })));
  await build({
    ...classicScript,
    entryPoints: { search: client('engine.ts'), 'full-text': client('full-text.ts'), marks: client('highlight.ts') },
    outdir: join(folder, 'exporters'),
    alias: { 'pagefind-runtime': join(pagefind, 'pagefind.js'), 'search-index': data },
    inject: [client('files.ts')],
    loader: { '.json': 'text' },
  });
  rmSync(data);
  for (const file of readdirSync(pagefind).filter((name) => unused.test(name))) rmSync(join(pagefind, file));
}

/** Writes Pagefind's index of a built site. @returns its folder */
async function addPagefind(site: string): Promise<string> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: site });
  const folder = join(site, 'pagefind');
  // Its own writing answers before the last file is on the disk: on a busy machine that one was empty.
  const made = await index.getFiles();
  await close();
  const faults = [...added.errors, ...made.errors];
  if (faults.length > 0) throw new Error(`Pagefind: ${faults.join('; ')}`);
  for (const { path, content } of made.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
