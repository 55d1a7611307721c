/** Where a reader may have the site: on the web, in a folder without any network, or in the browser, all of it kept there. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { bundleFile, topFolder } from '../../scripts/offline/copy.ts';
import { serveFolder } from '../../scripts/serve.ts';
import { newFolder } from '../scratch.ts';

export const places = ['online', 'folder', 'worker'] as const;
export interface Place {
  /** The site's root. */
  address: string;
  /** The address of a page by its path: `toolkits/chair/#duties`. */
  at(path: string): string;
  /** What comes before the first test, in its tab. */
  settle(tab: Page): Promise<void>;
  end(): void;
}

/** @param site the folder of the built site */
export async function placeOf(name: (typeof places)[number], site: string, { isPathLong = true } = {}): Promise<Place> {
  if (name === 'folder') return folderOf(site, isPathLong);
  const { server, address } = await serveFolder(site, {});
  const unplug = (): void => {
    server.close();
    server.closeAllConnections();
  };
  const settle = async (tab: Page): Promise<void> => {
    if (name !== 'worker') return;
    await tab.goto(address);
    await tab.waitForFunction(() => navigator.serviceWorker.controller !== null, { timeout: 60_000 });
    // A first visit keeps the toolkits; a reader asks for the rest.
    await tab.goto(`${address}downloads/`);
    await tab.locator('[data-keep=all]').click();
    await tab.waitForFunction(
      () => document.querySelector('offline-pages [data-state]')!.textContent.startsWith('All pages'),
      { timeout: 60_000 },
    );
    unplug();
  };
  return { address, at: (path) => address + path, settle, end: unplug };
}

/** The offline copy, unpacked where names are difficult and paths are long. */
function folderOf(site: string, isPathLong: boolean): Place {
  const outer = newFolder('folder');
  const folder = join(outer, 'a b#c%d é 100%25 & “x”', isPathLong ? 'long '.repeat(20).trim() : 'short');
  for (const [file, bytes] of Object.entries(unzipSync(readFileSync(join(site, 'downloads', bundleFile))))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), bytes);
  }
  const address = pathToFileURL(join(folder, topFolder, '/')).href;
  return {
    address,
    at: (path) => address + path.replace(/(^|\/)(?=$|[?#])/, '$1index.html'),
    settle: async () => undefined,
    end: () => undefined,
  };
}
