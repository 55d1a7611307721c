/**
 * How Pagefind gets the files of its index: the build puts this in the place of the browser's `fetch`, which may not read files of
 * a folder. There each file is a script that hands its bytes over: `pagefind/index/en_1a2b3c.pf_index.js`.
 */
import { loadScript } from '../shell/load-script.ts';
import { isLocal, siteRoot } from '../shell/site.ts';

/** Pagefind's base path stands for its folder. */
export async function fetch(address: string): Promise<Response> {
  const file = new URL(address.replace(/^\/pagefind\//, 'pagefind/'), siteRoot());
  if (!isLocal) return globalThis.fetch(file);
  file.search = '';
  await loadScript(`${file.href}.js`);
  const name = file.href.slice(new URL('pagefind/', siteRoot()).href.length);
  const bytes = atob(globalThis.csec!.files![name]!);
  return new Response(Uint8Array.from(bytes, (character) => character.charCodeAt(0)));
}
