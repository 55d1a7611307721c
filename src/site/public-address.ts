/** Addresses on the web. */

/** The public address of a place of the site. @param base that of the site, with or without its last slash @param address from the root: `/toolkits/chair/` */
export function absolute(base: string, address: string): string {
  return base.replace(/\/$/, '') + address;
}
