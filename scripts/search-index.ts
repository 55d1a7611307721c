import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** Pagefind's own interfaces, which this site does not use. */
const unused = /^pagefind-(ui|component-ui|modular-ui|highlight)\.|^wasm\.unknown\./;

/** Adds Pagefind's index of a built site to it, under pagefind/. @throws Error when Pagefind reports one */
export async function addSearchIndex(site: string): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: site });
  const written = await index.writeFiles({ outputPath: join(site, 'pagefind') });
  await close();
  const folder = join(site, 'pagefind');
  for (const file of readdirSync(folder).filter((name) => unused.test(name))) rmSync(join(folder, file));
  const faults = [...added.errors, ...written.errors];
  if (faults.length > 0) throw new Error(`Pagefind: ${faults.join('; ')}`);
}
