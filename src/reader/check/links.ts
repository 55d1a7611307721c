/** Links within the site. */
import { didYouMean } from '../../prose/problem.ts';
import type { Fault, Known } from './entry.ts';

/** What is wrong with a link. One to an entry that has problems of its own is not a second problem. */
export function linkFault(href: string, { book, unread }: Known): Fault | undefined {
  if (/^(https?:|mailto:|tel:)/.test(href)) return undefined;
  if (!href.startsWith('/'))
    return [`the link \`${href}\` is relative`, 'Write links from the root: /toolkits/coordinator/.'];
  if ([...unread].some((name) => href.startsWith(`/${name}`))) return undefined;
  const [address = '', fragment] = href.split('#');
  const anchors = book.get(address);
  if (!anchors) return [`the link \`${href}\` leads nowhere`, didYouMean(address, [...book.keys()])];
  if (fragment !== undefined && !anchors.has(fragment))
    return [`\`${address}\` has no place \`#${fragment}\``, didYouMean(fragment, [...anchors])];
  return undefined;
}
