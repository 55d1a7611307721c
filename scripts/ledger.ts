/**
 * `npm run ledger`: adds the new addresses of dist/ to tests/site/addresses.txt, and never removes one. Trainers put these
 * addresses on slides: a test fails when one disappears.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { attribute, elementsOf, filesIn, readText } from './html.ts';

export const ledgerFile = fileURLToPath(new URL('../tests/site/addresses.txt', import.meta.url));
/** Ids that pages use for themselves and that nobody links to. */
const internal = /^(_top|menu|unkept|(note|cite)-\d+|term-.*|.*-(text|text-sources|title))$/;

/** Every address of a built site from its root, with each fragment that stands in a page's text. */
export function publishedAddresses(site: string): string[] {
  const addresses = filesIn(site)
    .filter((file) => file.endsWith('index.html'))
    .flatMap((file) => {
      const address = `/${file.replace(/index\.html$/, '')}`;
      const ids = [...elementsOf(readText(site, file))].flatMap((element) => attribute(element, 'id') ?? []);
      return [address, ...ids.filter((id) => !internal.test(id)).map((id) => `${address}#${id}`)];
    });
  return [...new Set(addresses)].sort();
}

/** The addresses that have been published so far. */
export function promisedAddresses(): string[] {
  return readFileSync(ledgerFile, 'utf8').split('\n').filter(Boolean);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const before = promisedAddresses();
  const all = [
    ...new Set([...before, ...publishedAddresses(fileURLToPath(new URL('../dist', import.meta.url)))]),
  ].sort();
  writeFileSync(ledgerFile, `${all.join('\n')}\n`);
  console.log(`${all.length - before.length} new addresses, ${all.length} in all.`);
}
