/** Where this site is: on the web under any address, or in a folder of this device. */

/** True when the pages were opened as files. */
export const isLocal = location.protocol === 'file:';

/** What to say where an address is wanted that this copy of the site does not know. */
export const noAddress = 'This copy of the pages is on this device only: it has no address to share.';

const home = (): HTMLAnchorElement => document.querySelector<HTMLAnchorElement>('a[rel=home]')!;

/** The site's root, whatever folder it is in. */
export function siteRoot(): URL {
  return new URL('.', home().href);
}

/** The address of a page by its path from the root: `/toolkits/chair/#duties`. A folder of files needs the file's name. */
export function pageAddress(path: string): string {
  const address = new URL(path.replace(/^\//, ''), siteRoot());
  if (isLocal && address.pathname.endsWith('/')) address.pathname += 'index.html';
  return address.href;
}

/** This page's address on the web, without query and fragment; undefined where a copy of the site does not know it. */
export function publicPage(): string | undefined {
  const address = isLocal ? document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href : location.href;
  return address?.replace(/[?#].*/s, '');
}

/** The site's root on the web; undefined where a copy of the site does not know it. */
export function publicRoot(): string | undefined {
  const page = publicPage();
  return page && new URL('.', new URL(home().getAttribute('href')!, page)).href;
}
