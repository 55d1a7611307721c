/** What the place is called that a link shares. */
export const nameOf = (link: HTMLAnchorElement): string => link.getAttribute('aria-label')!.replace(/^Share: /, '');
