/** The search of a built site without a browser: the very scripts that pages load, reading the very files. */
import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import type { Search } from '../../src/client/search/search.ts';

const address = 'https://toolkits.example/';

/** Runs `exporters/search.js` of a built site. */
export function builtSearch(site: string): Search {
  const file = (url: string | URL): string => join(site, new URL(url, address).pathname);
  const fetch = async (url: string | URL) => new Response(await readFile(file(url)));
  const context: Record<string, unknown> = { location: new URL(address), fetch, URL, TextDecoder, TextEncoder, WebAssembly };
  Object.assign(context, { Response, console, setTimeout, self: context, globalThis: context });
  const run = (url: string) => runInContext(readFileSync(file(url), 'utf8'), sandbox);
  // What the scripts ask of a page: where the site's root is, and to load another script.
  context['document'] = {
    querySelector: (selector: string) =>
      selector === 'dialog.search' ? null : { href: address, getAttribute: () => 'en' },
    createElement: () => ({}),
    head: {
      append(script: { src: string; onload(): void }) {
        run(script.src);
        script.onload();
      },
    },
  };
  const sandbox = createContext(context);
  run('exporters/search.js');
  return (context['csec'] as { search: Search }).search;
}
