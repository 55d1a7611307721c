/** The search: Pagefind's index of the built pages, and what searches it. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { close, createIndex } from 'pagefind';
import { classicScript } from './exporters.ts';

const client = (file: string): string => fileURLToPath(new URL(`../src/client/search/${file}`, import.meta.url));
/** Pagefind's own interfaces, which this site does not use, and its runtime, which is part of `exporters/search.js`. */
const unused = /^pagefind(-ui|-component-ui|-modular-ui|-highlight|-worker)?\.(js|css)$|^wasm\.unknown\./;

/** Adds Pagefind's index of a built site to it, under pagefind/, and what searches it, as `exporters/search.js`. @throws Error when Pagefind reports one */
export async function addSearchIndex(site: string): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: site });
  const folder = join(site, 'pagefind');
  const written = await index.writeFiles({ outputPath: folder });
  await close();
  const faults = [...added.errors, ...written.errors];
  if (faults.length > 0) throw new Error(`Pagefind: ${faults.join('; ')}`);
  await build({
    ...classicScript,
    entryPoints: { search: client('engine.ts') },
    outdir: join(site, 'exporters'),
    alias: { 'pagefind-runtime': join(folder, 'pagefind.js') },
    inject: [client('files.ts')],
  });
  for (const file of readdirSync(folder).filter((name) => unused.test(name))) rmSync(join(folder, file));
}
