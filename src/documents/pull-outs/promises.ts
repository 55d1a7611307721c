/** The one-page summary of a template: whose promise each clause is, and the promise. */
import type { Inline } from '../../prose/tree.ts';
import type { Entry } from '../../schemas/index.ts';
import { promisesTitle } from '../../schemas/names.ts';
import type { DocBlock } from '../document.ts';
import type { Filled } from '../filled.ts';
import { inlinesToDocument, words, type DocumentContext } from '../to-document.ts';

/** The promises in a template, one for each clause that says whose it is. */
export function promisesIn({ articles }: Entry<'templates'>): { who: Inline[]; text: Inline[] }[] {
  return articles.flatMap(({ clauses }) => clauses.flatMap(({ who, text }) => (who ? [{ who, text }] : [])));
}

/** The summary of a template as filled in. */
export function promisesToDocument(
  entry: Entry<'templates'>,
  context: DocumentContext,
  { blanks = {}, signers = [] }: Filled,
): DocBlock[] {
  const inline = (nodes: readonly Inline[]) => inlinesToDocument(withoutCites(nodes), context, entry.blanks, blanks);
  const names = signers.flatMap(({ values = [] }) => values[0]?.trim() || []);
  return [
    {
      kind: 'table',
      caption: promisesTitle,
      head: [words('Member'), words('What it promises')],
      rows: promisesIn(entry).map(({ who, text }) => [inline(who), inline(text)]),
    },
    ...(names.length > 0
      ? [{ kind: 'paragraph' as const, children: words(`Members that sign: ${names.join('; ')}.`) }]
      : []),
    { kind: 'paragraph', children: words('This page sums up. The memorandum itself decides.') },
  ];
}

/** A summary cites nothing: its sources stand in the document it sums up. */
function withoutCites(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.kind === 'cite') return [];
    return 'children' in node ? [{ ...node, children: withoutCites(node.children) }] : [node];
  });
}
