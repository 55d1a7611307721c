/** Guidance as comments in the margin, so that a document stays clean and all advice can be deleted at once. */
import type { ICommentOptions } from 'docx';
import { wordsOf, type DocBlock, type DocInline, type Field, type Part } from '../../documents/document.ts';
import { adviceOf } from '../../documents/draft.ts';
import { blocks } from './blocks.ts';
import type { Comments, Setting } from './setting.ts';
import { setName } from '../../schemas/names.ts';

/** The comments of a part in the order of its text, and where each stands. */
export function commentsOf(setting: Setting): { comments: Comments; options: ICommentOptions[] } {
  const { part } = setting;
  const beside = new Set<DocBlock>(adviceOf(part).beside);
  const advice = part.blocks.flatMap((block, index): { at: DocBlock | Field | Part; children: DocBlock[] }[] => {
    if (block.kind === 'guidance')
      return beside.has(block) ? [{ at: targetOf(block.about, index, part), children: block.children }] : [];
    // A whole article or clause that is optional stands in a control that says so.
    const tags = block.kind === 'clause' ? block.points.flatMap(({ children }) => tagsIn(children)) : [];
    return tags.map((text) => ({ at: block, children: [{ kind: 'paragraph', children: [{ kind: 'text', text }] }] }));
  });
  const comments = new Map<DocBlock | Field | Part, number[]>();
  advice.forEach(({ at }, id) => comments.set(at, [...(comments.get(at) ?? []), id]));
  const inside: Setting = { ...setting, place: 'comment' };
  const date = new Date(`${part.reviewed}T00:00:00Z`);
  const options = advice.map(({ children }, id): ICommentOptions => ({
    id,
    author: setName,
    initials: 'CSEC',
    date,
    children: blocks(children, inside),
  }));
  return { comments, options };
}

/**
 * What a piece of guidance is about: the heading or clause before it, when that is its number or the title above it; else the
 * first blank of that name; else the whole document.
 */
function targetOf(about: string, index: number, part: Part): DocBlock | Field | Part {
  const before = part.blocks.slice(0, index).filter(({ kind }) => kind !== 'guidance');
  const last = before.at(-1);
  const title = before.findLast((block) => block.kind === 'heading');
  if (last?.kind === 'clause' && (last.number === about || (title && wordsOf(title.children).startsWith(about))))
    return last;
  if (last?.kind === 'heading' && wordsOf(last.children).startsWith(about)) return last;
  return part.blocks.flatMap(fieldsIn).find((field) => field.label === about) ?? part;
}

/** The blanks in the words of a block that stand in the text of a template. */
function fieldsIn(block: DocBlock): Field[] {
  const inWords = (nodes: readonly DocInline[]): Field[] =>
    nodes.flatMap((node) => (node.kind === 'field' ? [node] : 'children' in node ? inWords(node.children) : []));
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return inWords(block.children);
    case 'clause':
      return [...inWords(block.children), ...block.points.flatMap(({ children }) => inWords(children))];
    default:
      return [];
  }
}

/** The labels in the words of a point: “Optional”. */
function tagsIn(nodes: readonly DocInline[]): string[] {
  return nodes.flatMap((node) => (node.kind === 'tag' ? [node.text] : 'children' in node ? tagsIn(node.children) : []));
}
