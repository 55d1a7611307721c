/**
 * Cuts built pages into the parts that the packet page offers, each as a script of its own: `packet/parts/duties/chair.js`.
 * Scripts, since a page that is opened from a folder may not fetch. Runs while addresses still start at the root.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { partFile, partNamed } from '../src/tools/packet.ts';
import { attribute, elementsOf, readText, type Element } from './html.ts';
import { articleOf, cutPart } from './packet-parts/cut.ts';

/** Where the parts are put together. */
export const packetPage = 'packet/index.html';

/** Writes a script for every part that the packet page of a built site offers. @throws Error that names a part which is not on its page */
export function addParts(site: string): void {
  const articles = new Map<string, Element>();
  for (const name of offeredParts(readText(site, packetPage))) {
    const { ref, id } = partNamed(name);
    const page = `${ref}/${id}/index.html`;
    if (!articles.has(page)) articles.set(page, articleOf(readText(site, page)));
    const file = join(site, 'packet', partFile(name));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, partScript(name, cutPart(articles.get(page)!, name)));
  }
}

/** The names of the parts that can be chosen on a page. */
export function offeredParts(page: string): string[] {
  return [...elementsOf(page)]
    .filter((element) => attribute(element, 'name') === 'part')
    .map((element) => attribute(element, 'value')!);
}

/** The script that hands a part over: its HTML as a string, under its name. */
export function partScript(name: string, html: string): string {
  return `((globalThis.csec??={}).parts??={})[${JSON.stringify(name)}]=${JSON.stringify(html)};\n`;
}
