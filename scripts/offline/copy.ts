/**
 * The offline copy: the built site, made fit to be opened by double click from any folder of any computer, in one ZIP. Files read
 * there may load scripts, styles, images and faces, but no modules, and fetch nothing.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import MagicString from 'magic-string';
import { sizeInWords } from '../../src/site/downloads.ts';
import type { Edition } from '../../src/site/edition.ts';
import { cardFolder } from '../link-cards.ts';
import { attribute, elementsOf, filesIn, readText } from '../html.ts';
import { addSum } from '../sums.ts';
import { offlinePart, searchFolder, searchScript } from './data.ts';
import { keepFiles } from './keep-page.ts';
import { offlinePage } from './pages.ts';
import { readMe } from './read-me.ts';

export const bundleFile = 'csec-toolkits-offline.zip';
/** The one folder in the ZIP. */
export const topFolder = 'csec-toolkits-offline';

/** What a server needs and a folder does not. */
const ofServers = (file: string): boolean =>
  /^(404\.html|sw\.js|sitemap.*\.xml|_headers|\.htaccess)$/.test(file) ||
  file.startsWith(cardFolder) ||
  file === `downloads/${bundleFile}`;
/** Packed already: packing it again gains nothing. */
const packed = /\.(woff2|docx|xlsx|pptx|epub|zip)$/;

/** The files of the offline copy of a built site, by their paths. @throws Error when a script does not bundle */
export async function offlineFiles(
  site: string,
  edition: Edition,
  url: string | undefined,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>([['READ ME FIRST.txt', strToU8(readMe(edition, url))]]);
  for (const file of filesIn(site).filter((name) => !ofServers(name))) {
    const bytes = readFileSync(join(site, file));
    const text = (): string => bytes.toString('utf8');
    if (file.endsWith('index.html')) files.set(file, strToU8(offlinePage(text())));
    else if (file.startsWith(searchFolder)) files.set(`${file}.js`, strToU8(searchScript(file, bytes)));
    else if (file.startsWith('packet/parts/')) files.set(file, strToU8(offlinePart(text())));
    else files.set(file, bytes);
  }
  for (const [file, bytes] of await keepFiles()) files.set(file, bytes);
  return files;
}

/** The ZIP: the same files give the same bytes on every computer. */
export function zipped(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const tree: Zippable = {};
  for (const [file, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    tree[`${topFolder}/${file}`] = [bytes, { level: packed.test(file) ? 0 : 6 }];
  // Entries carry local time without a zone; noon exists in every zone.
  return zipSync(tree, { mtime: new Date(1980, 0, 1, 12) });
}

/**
 * Adds the offline copy to a built site, with its size and sum where it is offered.
 * @param url the public address, when it is known
 * @throws Error when a script does not bundle
 */
export async function addOfflineCopy(site: string, edition: Edition, url: string | undefined): Promise<void> {
  const bytes = zipped(await offlineFiles(site, edition, url));
  writeFileSync(join(site, 'downloads', bundleFile), bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const page = 'downloads/index.html';
  writeFileSync(
    join(site, page),
    withWords(readText(site, page), { size: `ZIP, ${sizeInWords(bytes.length)}`, sha256 }),
  );
  addSum(join(site, 'downloads'), bundleFile, sha256);
}

/** Writes words into the places of a page that wait for them: `<code data-bundle="sha256"></code>`. */
function withWords(html: string, words: Record<string, string>): string {
  const text = new MagicString(html);
  for (const element of elementsOf(html)) {
    const named = words[attribute(element, 'data-bundle') ?? ''];
    if (named === undefined) continue;
    const { startTag, endTag } = element.sourceCodeLocation!;
    text.update(startTag!.startOffset, endTag!.endOffset, `<${element.tagName}>${named}</${element.tagName}>`);
  }
  return text.toString();
}
