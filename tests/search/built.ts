/** The search of a built site without a browser: the very scripts that pages load, reading the very files. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import type { fullText } from '../../src/client/search/full-text.ts';
import type { Search } from '../../src/client/search/search.ts';

const address = 'https://toolkits.example/';

/** What the scripts of a built site's search leave behind. */
function run(site: string): { search: Search; load(script: string): void; left(): { fullText?: typeof fullText } } {
  const file = (url: string | URL): string => join(site, new URL(url, address).pathname);
  const context: Record<string, unknown> = {
    location: new URL(address),
    URL,
    TextDecoder,
    TextEncoder,
    WebAssembly,
    Response,
    DecompressionStream,
  };
  Object.assign(context, { console, setTimeout, self: context, globalThis: context });
  context['fetch'] = async (url: string | URL) => new Response(await readFile(file(url)));
  const load = (url: string): void => void runInContext(readFileSync(file(url), 'utf8'), sandbox);
  // What the scripts ask of a page: where the site's root is, and to load another script.
  context['document'] = {
    querySelector: (selector: string) =>
      selector === 'dialog.search' ? null : { href: address, getAttribute: () => 'en' },
    createElement: () => ({}),
    head: {
      append(script: { src: string; onload(): void }) {
        load(script.src);
        script.onload();
      },
    },
  };
  const sandbox = createContext(context);
  load('exporters/search.js');
  return {
    search: (context['csec'] as { search: Search }).search,
    load,
    left: () => context['csec'] as { fullText?: typeof fullText },
  };
}

/** Runs `exporters/search.js` of a built site. */
export const builtSearch = (site: string): Search => run(site).search;

/** Pagefind of a built site with its own settings: pages for a query as it was typed. */
export async function stockPagefind(site: string): Promise<(query: string) => Promise<string[]>> {
  const { search, load, left } = run(site);
  load('exporters/full-text.js');
  const ask = await left().fullText!({});
  const urls = new Map(search.index.data.pages.map(({ text, url }) => [text, url]));
  return async (query) => (await ask(query)).map(([text]) => urls.get(text)!);
}
