/** Writes the service worker of a built site: `sw.js`, and the list of every file that it may keep. */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { listOf, type Listed, type Version } from '../src/client/offline/kept.ts';
import { cardFolder } from './link-cards.ts';
import { classicScript } from './exporters.ts';
import { filesIn, readText } from './html.ts';

const source = fileURLToPath(new URL('../src/client/offline/worker.ts', import.meta.url));
const listName = listOf('').replace('.json', '');
/**
 * All but what readers download, cards for other sites, the worker itself, settings of servers, and the page for what is missing,
 * which servers show at any address.
 */
const isKept = (file: string): boolean =>
  !['404.html', 'sw.js', '_headers', '.htaccess'].includes(file) &&
  !file.startsWith(cardFolder) &&
  !file.startsWith(listName) &&
  (!file.startsWith('downloads/') || file === 'downloads/index.html');
/** What a first visit keeps unasked: what somebody needs in a room without a network, the search that leads there, and the terms. */
const isFirst = (file: string): boolean =>
  /^((help|glossary|pull-outs|toolkits\/[^/]+)\/)?index\.html$/.test(file) ||
  /^exporters\/(search|marks|terms)\.js$/.test(file);
/** The first quarter of the SHA-256, in hexadecimal. */
const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16);
const addressOf = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1');

/** Names the version in every page and adds `sw.js`. @throws Error when it does not bundle */
export async function addServiceWorker(site: string): Promise<void> {
  for (const old of filesIn(site).filter((file) => file.startsWith(listName))) rmSync(join(site, old));
  const files = filesIn(site).filter(isKept);
  const listed = files.map((file) => `${sumOf(readFileSync(join(site, file)))} ${file}`).join('\n');
  // Another worker is another version, too.
  const name = sumOf(Buffer.from(listed + (await bundled({ name: '', sum: '' })))).slice(0, 12);
  // So that a page asks only the worker of its own version for its files.
  for (const file of files.filter((one) => one.endsWith('.html')))
    writeFileSync(join(site, file), readText(site, file).replace('<html ', `<html data-version="${name}" `));
  const list: Listed = {
    files: Object.fromEntries(files.map((file) => [addressOf(file), sumOf(readFileSync(join(site, file)))])),
    first: firstOf(site, files).map(addressOf),
  };
  const text = JSON.stringify(list);
  const version: Version = { name, sum: sumOf(Buffer.from(text)) };
  writeFileSync(join(site, listOf(name)), text);
  writeFileSync(join(site, 'sw.js'), await bundled(version));
}

/** The files of a first visit: some pages, and what these ask for. */
function firstOf(site: string, files: readonly string[]): string[] {
  const first = files.filter(isFirst);
  const read = (file: string): string => (/\.(html|css)$/.test(file) ? readText(site, file) : '');
  const namedIn = (named: readonly string[]): Set<string> =>
    new Set(
      named.flatMap((file) => [...read(file).matchAll(/[\w.-]+\.(?:css|js|woff2|svg)\b/g)].map(([name]) => name)),
    );
  const assets = (names: ReadonlySet<string>): string[] =>
    files.filter(
      (file) => (file.startsWith('_astro/') || file === 'favicon.svg') && names.has(file.split('/').at(-1)!),
    );
  const direct = assets(namedIn(first));
  return [...new Set([...first, ...direct, ...assets(namedIn(direct))])].sort();
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
