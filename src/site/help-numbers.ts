/** The telephone numbers of the help page: the one place where they stand. */
import { plainText, type Block, type Link } from '../prose/tree.ts';

export interface CallNumber {
  /** As it is written: `1-888-373-7888`. */
  name: string;
  href: string;
}

/** The numbers of a text by the id of the heading above them; those above the first heading have the id ''. */
export function numbersOf(body: readonly Block[]): Map<string, CallNumber[]> {
  const numbers = new Map<string, CallNumber[]>([['', []]]);
  let section = '';
  for (const block of body) {
    if (block.kind === 'heading') numbers.set((section = block.anchor), []);
    for (const { href, children } of linksIn(block))
      if (href.startsWith('tel:')) numbers.get(section)!.push({ name: plainText(children), href });
  }
  return numbers;
}

function* linksIn(node: object): Generator<Link> {
  if ('kind' in node && node.kind === 'link') yield node as Link;
  for (const value of Object.values(node))
    if (typeof value === 'object' && value !== null) yield* linksIn(value as object);
}
