/** Writes the service worker of a built site: `sw.js`, which knows every file that it keeps. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Version } from '../src/client/offline/kept.ts';
import { cardFolder } from './link-cards.ts';
import { classicScript } from './exporters.ts';
import { filesIn, readText } from './html.ts';

const source = fileURLToPath(new URL('../src/client/offline/worker.ts', import.meta.url));
/** All but what readers download, cards for other sites, the worker itself, and the page for what is missing, which servers show at any address. */
const isKept = (file: string): boolean =>
  file !== '404.html' &&
  file !== 'sw.js' &&
  !file.startsWith(cardFolder) &&
  (!file.startsWith('downloads/') || file === 'downloads/index.html');
/** The first half of the SHA-256, in hexadecimal. */
const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 32);

/** Names the version in every page and adds `sw.js`. @throws Error when it does not bundle */
export async function addServiceWorker(site: string): Promise<void> {
  const files = filesIn(site).filter(isKept);
  const listed = files.map((file) => `${sumOf(readFileSync(join(site, file)))} ${file}`).join('\n');
  // Another worker is another version, too.
  const name = sumOf(Buffer.from(listed + (await bundled({ name: '', files: {} })))).slice(0, 12);
  // So that a page asks only the worker of its own version for its files.
  for (const file of files.filter((one) => one.endsWith('.html')))
    writeFileSync(join(site, file), readText(site, file).replace('<html ', `<html data-version="${name}" `));
  const version: Version = {
    name,
    files: Object.fromEntries(
      files.map((file) => [file.replace(/(^|\/)index\.html$/, '$1'), sumOf(readFileSync(join(site, file)))]),
    ),
  };
  writeFileSync(join(site, 'sw.js'), await bundled(version));
}

async function bundled(version: Version): Promise<string> {
  const { outputFiles } = await build({
    ...classicScript,
    entryPoints: [source],
    write: false,
    define: { VERSION: JSON.stringify(version) },
  });
  return outputFiles[0]!.text;
}
