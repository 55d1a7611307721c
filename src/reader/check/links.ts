/** Links within the site. */
import { didYouMean } from '../../prose/problem.ts';
import { collections, type CollectionName } from '../../schemas/index.ts';
import type { Fault, Known } from './entry.ts';

/** What is wrong with a link. One to an entry that has problems of its own is not a second problem. */
export function linkFault(href: string, { book, unread }: Known): Fault | undefined {
  if (/^(https?:|mailto:|tel:)/.test(href)) return undefined;
  const scheme = /^[a-z][a-z0-9+.-]*(?=:)|^\/(?=\/)/i.exec(href)?.[0];
  if (scheme)
    return [
      `the link \`${href}\` may not stand here`,
      'Links begin with https:, http:, mailto: or tel:, or with / for a page of this site.',
    ];
  if (!href.startsWith('/'))
    return [`the link \`${href}\` is relative`, 'Write links from the root: /toolkits/coordinator/.'];
  const [address = '', fragment] = href.split('#');
  if ([...unread].some((name) => isAt(address, addressOf(name)))) return undefined;
  const anchors = book.get(address);
  if (!anchors) return [`the link \`${href}\` leads nowhere`, didYouMean(address, [...book.keys()])];
  // What could not be read may hold the place: pages show pull-outs.
  if (unread.size === 0 && fragment !== undefined && !anchors.has(fragment))
    return [`\`${address}\` has no place \`#${fragment}\``, didYouMean(fragment, [...anchors])];
  return undefined;
}

/** True where an address is that of an unread entry, or of one in a file of which nothing was read (`/sources/*`). */
function isAt(address: string, unread: string | undefined): boolean {
  const [start = '', end] = unread?.split('*') ?? [];
  return end === '/' ? address.startsWith(start) : address === unread;
}

/** Where the page of an unread entry, `collection/id`, is; undefined for what has none. */
function addressOf(name: string): string | undefined {
  const [collection, ...id] = name.split('/');
  const { address } = collections[collection as CollectionName] as { address?: (id: string) => string };
  return address?.(id.join('/'));
}
