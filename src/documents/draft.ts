/**
 * A template on its own as it is sent: its own title and words, nothing of the site. The advice stands behind it, to be left out. Preview
 * and Print show the same (`client/tools/template/document-mode.ts`).
 */
import { wordsOf, type DocBlock, type DocInline, type Document, type Part } from './document.ts';
import { mostComments } from '../schemas/advice.ts';
import { words } from './to-document.ts';

/** What the pages about a draft are called, wherever they stand. */
export const aboutDraft = 'How to use this draft';

export type DraftPart = Part & { heading: DocInline[] };

/** The part of a document that is a draft to send; undefined for everything else. */
export function draftIn({ parts: [part, ...others] }: Document): DraftPart | undefined {
  return part?.heading && others.length === 0 ? (part as DraftPart) : undefined;
}

type Guidance = Extract<DocBlock, { kind: 'guidance' }>;

/** The advice of a draft: what stands beside the words, and what behind them where there is too much of it. */
export function adviceOf({ blocks }: Part): { beside: Guidance[]; behind: Guidance[] } {
  const all = blocks.filter((block) => block.kind === 'guidance');
  const isBeside = ({ decide }: Guidance) => all.length <= mostComments || decide === true;
  return { beside: all.filter(isBeside), behind: all.filter((block) => !isBeside(block)) };
}

/** The title of a draft in plain words; a blank that is still empty is a rule. */
export function titleOf(heading: readonly DocInline[]): string {
  const plain = (nodes: readonly DocInline[]): string =>
    nodes
      .map((node) => {
        if (node.kind === 'text') return node.text;
        if (node.kind === 'field') return node.value?.trim() || '____________';
        return 'children' in node ? plain(node.children) : '';
      })
      .join('');
  return plain(heading).replace(/\s+/g, ' ').trim();
}

/** Words without what editors add to them: citations, labels, the sign of a suggestion. */
export function withoutMarks(nodes: readonly DocInline[]): DocInline[] {
  const isMark = (node: DocInline | undefined) => ['cite', 'tag', 'suggestion'].includes(node?.kind ?? '');
  return nodes
    .filter(
      (node, index) => !isMark(node) && !(node.kind === 'text' && node.text.trim() === '' && isMark(nodes[index + 1])),
    )
    .map((node) => ('children' in node ? { ...node, children: withoutMarks(node.children) } : node));
}

/** The words of a template as they are sent: without advice and marks. */
export function sentBlocks(part: Part): DocBlock[] {
  return part.blocks.flatMap((block): DocBlock[] => {
    switch (block.kind) {
      case 'guidance':
        return [];
      case 'heading':
      case 'paragraph':
        return [{ ...block, children: withoutMarks(block.children) }];
      case 'clause': {
        const points = block.points.map((point) => ({ ...point, children: withoutMarks(point.children) }));
        return [{ ...block, children: withoutMarks(block.children), points }];
      }
      default:
        return [block];
    }
  });
}

/** What the marks in the words said: which sources they rest on, and what may be left out. One paragraph each, or none. */
export function aboutTheWording(part: Part): { sources: DocBlock[]; optional: DocBlock[] } {
  const marked = part.blocks.flatMap((block) => {
    if (block.kind === 'heading' || block.kind === 'clause' || block.kind === 'paragraph') {
      const points = block.kind === 'clause' ? block.points.flatMap(({ children }) => children) : [];
      return [
        {
          name: nameOf(block),
          isTitle: block.kind === 'heading',
          marks: [...marksIn(block.children), ...marksIn(points)],
        },
      ];
    }
    return [];
  });
  const list = (title: string, items: DocInline[][]): DocBlock[] =>
    items.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            children: [
              { kind: 'strong', children: words(`${title}: `) },
              ...items.flatMap((item, index) => (index > 0 ? [...words('; '), ...item] : item)),
              ...words('.'),
            ],
          },
        ];
  const cited = marked.flatMap(({ name, marks }) => {
    const cites = marks.filter(({ kind }) => kind === 'cite');
    return cites.length > 0 ? [[...words(name), ...cites]] : [];
  });
  // What a title says holds for all under it.
  let whole = false;
  const optional = marked.filter(({ isTitle, marks }) => {
    const is = marks.some(({ kind }) => kind === 'tag');
    if (isTitle) whole = is;
    return is && (isTitle || !whole);
  });
  return {
    sources: list('Where the wording comes from', cited),
    optional: list(
      'Optional (may be left out)',
      optional.map(({ name }) => words(name)),
    ),
  };
}

function marksIn(nodes: readonly DocInline[]): DocInline[] {
  return nodes.flatMap((node) =>
    'children' in node ? marksIn(node.children) : node.kind === 'cite' || node.kind === 'tag' ? [node] : [],
  );
}

/** “3.2”; of a title its words, too; of what has no number its first words. */
function nameOf(block: Extract<DocBlock, { kind: 'heading' | 'clause' | 'paragraph' }>): string {
  const text = wordsOf(withoutMarks(block.children)).replace(/\s+/g, ' ').trim();
  if (block.kind === 'heading') return block.number ? `${block.number} ${text}` : text;
  if (block.kind === 'clause' && block.number) return block.number;
  const [first, more] = [text.split(' ').slice(0, 5).join(' '), text.split(' ').length > 5];
  return `“${first}${more ? ' …' : ''}”`;
}
