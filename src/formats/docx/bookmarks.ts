/** Places that links lead to: labels of the document as bookmarks of Word. */
import { BookmarkEnd, BookmarkStart, type ParagraphChild } from 'docx';
import { label, type DocBlock, type Document } from '../../documents/document.ts';
import type { Setting } from './setting.ts';
import { inParagraph } from './text.ts';

/** Every label of a document: those of its parts, their anchors and their notes. */
export function labelsOf(document: Document): Set<string> {
  return new Set(
    document.parts.flatMap((part) => [
      label(part),
      ...[...part.intro, ...part.blocks].flatMap(anchorsOf).map((anchor) => label(part, anchor)),
      ...part.notes.flatMap(({ places }) => places.map(({ n }) => noteLabel(part, n))),
    ]),
  );
}

function anchorsOf(block: DocBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.anchor];
    case 'clause':
      return [block.anchor, ...block.points.map(({ anchor }) => anchor)];
    case 'figure':
      return block.anchor ? [block.anchor] : [];
    case 'steps':
      return block.items.flatMap((item) => [item.anchor, ...item.help.flatMap(anchorsOf)]);
    case 'grid':
      return [block.id, ...block.rows.flatMap(({ anchor }) => anchor ?? [])];
    case 'list':
      return block.items.flat().flatMap(anchorsOf);
    case 'definitions':
      return block.items.flatMap(({ children }) => children.flatMap(anchorsOf));
    case 'callout':
    case 'quote':
    case 'guidance':
      return block.children.flatMap(anchorsOf);
    case 'paragraph':
    case 'table':
    case 'signatures':
      return [];
  }
}

/** The label of a note. */
export function noteLabel(part: { id: string }, n: number): string {
  return label(part, `note-${n}`);
}

/**
 * The bookmark of a label. Word allows 40 letters, digits and underscores: the end of the label, for people, and a hash of
 * all of it, so that two labels hardly ever share one; `bookmarked` fails where they do.
 */
export function bookmarkName(of: string): string {
  let hash = 0x811c9dc5;
  for (const character of of) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return `b_${of.replace(/\W+/g, '_').slice(-28)}_${hash.toString(36)}`;
}

/** The words of a place with its bookmark around them, at its first place. @throws Error when two labels share a name */
export function bookmarked(of: string, children: readonly ParagraphChild[], setting: Setting): ParagraphChild[] {
  const name = bookmarkName(of);
  const other = setting.placed.get(name);
  if (other === of) return [...children];
  if (other)
    throw new Error(`the places “${other}” and “${of}” would share the bookmark ${name}. Rename one of the two ids.`);
  setting.placed.set(name, of);
  return mark(name, setting.next(), children);
}

/** A bookmark around words, or at a place where none stand. @param id unique in the document */
export function mark(name: string, id: number, children: readonly ParagraphChild[]): ParagraphChild[] {
  return [inParagraph(new BookmarkStart(name, id)), ...children, inParagraph(new BookmarkEnd(id))];
}
