/**
 * Rewrites the addresses of a built site so that it runs from any folder: /toolkits/chair/ becomes ../../toolkits/chair/.
 * Only the 404 page keeps addresses from the root, since servers show it at any depth.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, readText } from './html.ts';
import { relative, type Page, type Pass } from './pages.ts';

const attributes = new Set(['href', 'src', 'action', 'poster']);

/**
 * The pass that rewrites all pages, style sheets and lists of pages under a folder; `url` is the public address, when it is
 * known: its path stands before the addresses of the 404 page.
 */
export function relativeAddresses(site: string, url: string | undefined): Pass {
  return {
    page: (page) => rewriteAddresses(page, (address) => addressOn(page, address, url)),
    finish() {
      for (const file of filesIn(site)) {
        if (file.endsWith('.xml') && url)
          writeFileSync(
            join(site, file),
            readText(site, file).replaceAll(`<loc>${new URL(url).origin}/`, `<loc>${url}`),
          );
        if (file.endsWith('.css'))
          writeFileSync(
            join(site, file),
            readText(site, file).replaceAll(
              /url\((["']?)\/(?!\/)([^)"']+)\1\)/g,
              (_all, quote: string, path: string) => `url(${quote}${relative(file, `/${path}`)}${quote})`,
            ),
          );
      }
    },
  };
}

/** An address relative to a page, or its own public address with the path of the site. */
function addressOn(page: Page, address: string, url: string | undefined): string {
  if (/^\/(?!\/)/.test(address)) return page.address(address);
  // Starlight names pages from the root of the host.
  return url && address.startsWith(`${new URL(url).origin}/`) && !address.startsWith(url)
    ? url + address.slice(new URL(url).origin.length + 1)
    : address;
}

/** Replaces each address (of links, files, and pages that send on) of what is still there. */
export function rewriteAddresses(page: Page, rewrite: (address: string) => string): void {
  for (const element of page.elements) {
    for (const { name, value } of element.attrs) {
      const at = element.sourceCodeLocation?.attrs?.[name];
      const refresh =
        name === 'content' && element.tagName === 'meta' && /^(\d+;\s*url=|(?=https?:))(.*)$/i.exec(value);
      if (!at || (!refresh && !attributes.has(name))) continue;
      const [before, address] = refresh ? [refresh[1]!, refresh[2]!] : ['', value];
      const rewritten = rewrite(address);
      if (rewritten !== address && !page.isGone(element))
        page.text.overwrite(
          at.startOffset,
          at.endOffset,
          `${name}="${(before + rewritten).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
        );
    }
  }
}
