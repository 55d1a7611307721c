/** A template as blocks: numbered articles and clauses with blanks, guidance, lines to sign on. */
import type { Inline } from '../../prose/tree.ts';
import type { Entry } from '../../schemas/index.ts';
import { annexName, signatureLines } from '../../schemas/names.ts';
import type { DocBlock, DocInline } from '../document.ts';
import type { Filled } from '../filled.ts';
import { blocksToDocument, inlinesToDocument, tag, words, type DocumentContext } from '../to-document.ts';

const letter = (index: number) => `(${String.fromCharCode(97 + index)})`;

/** The blocks of a template with what somebody has written into its blanks. */
export function templateToDocument(
  entry: Entry<'templates'>,
  context: DocumentContext,
  { blanks = {}, signers }: Filled,
): DocBlock[] {
  const inline = (nodes: readonly Inline[]) => inlinesToDocument(nodes, context, entry.blanks, blanks);
  const optional = (is: boolean): DocInline[] => (is ? tag('Optional') : []);
  const numbered = (number: string) => (entry.numbered ? { number } : {});
  const guided = Object.values(entry.blanks).flatMap(({ label, guidance, decide }) =>
    guidance ? [{ label, guidance, decide }] : [],
  );
  const decided = (is: boolean | undefined) => (is ? { decide: is } : {});
  const blocksOf = (article: Entry<'templates'>['articles'][number], number: string, title: string): DocBlock[] => [
    {
      kind: 'heading',
      level: 2,
      anchor: article.id,
      ...numbered(title),
      children: [...words(article.title), ...optional(article.optional)],
    },
    ...(article.guidance
      ? [
          {
            kind: 'guidance' as const,
            about: article.title,
            children: blocksToDocument(article.guidance, context),
            ...decided(article.decide),
          },
        ]
      : []),
    ...article.clauses.flatMap((clause, place): DocBlock[] => [
      {
        kind: 'clause',
        anchor: clause.id,
        ...numbered(`${number}.${place + 1}`),
        children: [...inline(clause.text), ...optional(clause.optional)],
        points: (clause.points ?? []).map((point, at) => ({
          anchor: point.id,
          ...numbered(letter(at)),
          children: inline(point.text),
        })),
      },
      ...(clause.guidance
        ? [
            {
              kind: 'guidance' as const,
              about: entry.numbered ? `${number}.${place + 1}` : article.title,
              children: [{ kind: 'paragraph' as const, children: inline(clause.guidance) }],
              ...decided(clause.decide),
            },
          ]
        : []),
    ]),
  ];
  const articles = entry.articles
    .filter(({ annex }) => !annex)
    .flatMap((article, index) => blocksOf(article, `${index + 1}`, `${index + 1}`));
  const annexes = entry.articles
    .filter(({ annex }) => annex)
    .flatMap((article, index) => blocksOf(article, annexName(index).slice(-1), annexName(index)));
  const signatures: DocBlock[] = entry.signatures
    ? [
        { kind: 'heading', level: 2, anchor: 'signatures', children: words('Signatures') },
        { kind: 'paragraph', children: inline(entry.signatures.intro) },
        {
          kind: 'signatures',
          lines: signatureLines,
          signers: signers ?? entry.signatures.signers.map((label) => ({ label })),
        },
      ]
    : [];
  const about: DocBlock[] = guided.map(({ label, guidance, decide }) => ({
    kind: 'guidance',
    about: label,
    children: [{ kind: 'paragraph', children: inlinesToDocument(guidance, context) }],
    ...decided(decide),
  }));
  return [...articles, ...signatures, ...annexes, ...about];
}
