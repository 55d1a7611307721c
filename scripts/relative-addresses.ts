/**
 * Rewrites the addresses of a built site so that it runs from any folder: /toolkits/chair/ becomes ../../toolkits/chair/.
 * Only the 404 page keeps addresses from the root, since servers show it at any depth.
 */
import { writeFileSync } from 'node:fs';
import { posix, join } from 'node:path';
import MagicString from 'magic-string';
import { elementsOf, filesIn, readText } from './html.ts';

const attributes = new Set(['href', 'src', 'action', 'poster']);

/**
 * Rewrites all pages, style sheets and lists of pages under a folder; `url` is the public address, when it is
 * known: its path stands before the addresses of the 404 page.
 */
export function makeAddressesRelative(site: string, url: string | undefined): void {
  for (const file of filesIn(site)) {
    if (file.endsWith('.html')) writeFileSync(join(site, file), rewritePage(readText(site, file), file, url));
    if (file.endsWith('.xml') && url)
      writeFileSync(join(site, file), readText(site, file).replaceAll(`<loc>${new URL(url).origin}/`, `<loc>${url}`));
    if (file.endsWith('.css'))
      writeFileSync(
        join(site, file),
        readText(site, file).replaceAll(
          /url\((["']?)\/(?!\/)([^)"']+)\1\)/g,
          (_all, quote: string, path: string) => `url(${quote}${relative(file, `/${path}`)}${quote})`,
        ),
      );
  }
}

/** One page's HTML with its addresses relative to it, and its own public address with the path of the site. `file` is its path in the site. */
export function rewritePage(html: string, file: string, url?: string): string {
  const { origin, pathname } = new URL(url ?? 'none:/');
  const fromHere = (address: string): string =>
    file === '404.html' ? pathname + address.slice(1) : relative(file, address);
  return rewriteAddresses(html, (address) => {
    if (/^\/(?!\/)/.test(address)) return fromHere(address);
    // Starlight names pages from the root of the host.
    return url && address.startsWith(`${origin}/`) && !address.startsWith(url)
      ? url + address.slice(origin.length + 1)
      : address;
  });
}

/** HTML with each address (of links, files, and pages that send on) replaced. */
export function rewriteAddresses(html: string, rewrite: (address: string) => string): string {
  const text = new MagicString(html);
  for (const element of elementsOf(html)) {
    for (const { name, value } of element.attrs) {
      const at = element.sourceCodeLocation?.attrs?.[name];
      const refresh =
        name === 'content' && element.tagName === 'meta' && /^(\d+;\s*url=|(?=https?:))(.*)$/i.exec(value);
      if (!at || (!refresh && !attributes.has(name))) continue;
      const [before, address] = refresh ? [refresh[1]!, refresh[2]!] : ['', value];
      const rewritten = rewrite(address);
      if (rewritten !== address)
        text.overwrite(
          at.startOffset,
          at.endOffset,
          `${name}="${(before + rewritten).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
        );
    }
  }
  return text.toString();
}

/** The way from a file of the site to an address from its root. */
export function relative(file: string, address: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(address)!;
  const way = posix.relative(`/${posix.dirname(file)}`, path) || '.';
  return (path.endsWith('/') && way !== '.' ? `${way}/` : way === '.' ? './' : way) + rest;
}
