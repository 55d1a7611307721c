/** What a browser really fetches on a visit, and what it weighs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { BrowserContext } from 'playwright-core';

/** The bytes that a file of a site takes on the way: brotli, where it is not compressed already. */
export function weigh(site: string, file: string): number {
  const bytes = readFileSync(join(site, file));
  return /\.(woff2|png)$/.test(file) ? bytes.length : brotliCompressSync(bytes).length;
}

/**
 * Opens a page. @returns the files that the browser asked for until half a second after the page was loaded
 * @param address of the site, with its closing slash
 */
export async function filesOf(context: BrowserContext, address: string, page: string): Promise<string[]> {
  const tab = await context.newPage();
  const asked: string[] = [];
  tab.on('requestfinished', (request) => {
    // Addresses of other origins and of data are none of the site's files.
    if (request.url().startsWith(address)) asked.push(decodeURI(new URL(request.url()).pathname.slice(1)));
  });
  await tab.goto(address + page, { waitUntil: 'load' });
  await tab.waitForTimeout(500);
  await tab.close();
  return asked.map((file) => file.replace(/(^|\/)$/, '$1index.html'));
}
