/** Where laying out stands: the part, the fields so far, the labels of the document, the depth of the next heading. */
import { label, wordsOf, type DocInline, type Document, type Part } from '../../documents/document.ts';
import { Fields } from './fields.ts';

export interface Place {
  part: Pick<Part, 'id' | 'title' | 'sheets'>;
  fields: Fields;
  /** In a cell of a table: a blank is as wide as the cell. */
  inCell?: boolean;
  /** Every label that the document sets. */
  labels: ReadonlySet<string>;
  /** The level of a heading in the outline of the document; none is skipped. */
  depthOf(level: number): number;
}
/** A block for the template: its kind, and what the function of that name in `blocks.typ` reads. */
export type TypstBlock = { kind: string; [key: string]: unknown };

/** Counts the depth of headings under a title of this level: h2, h4, h2 become one deeper, two deeper, one deeper. */
export function depths(title: number): Place['depthOf'] {
  const open: number[] = [];
  return (level) => {
    while (open.length > 0 && open.at(-1)! >= level) open.pop();
    return title + open.push(level);
  };
}

/** Every label that a document sets, and `cite-n` of each note that its text points to. */
export function labelsOf({ parts }: Document): Set<string> {
  return new Set(
    parts.flatMap((part) => [
      label(part),
      ...anchorsIn([part.intro, part.blocks]).map((anchor) => label(part, anchor)),
    ]),
  );
}

/** The anchors of all nodes within, with those of citations. */
function anchorsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { anchor, kind, n } = value as { anchor?: unknown; kind?: unknown; n?: unknown };
  const own = kind === 'cite' ? [`cite-${String(n)}`] : typeof anchor === 'string' && anchor ? [anchor] : [];
  return [...own, ...Object.values(value).flatMap(anchorsIn)];
}

/** The titles of all parts and headings of a document, by their labels. */
export function titlesOf({ parts }: Document): Map<string, string> {
  return new Map(
    parts.flatMap((part) => [
      [label(part), part.title],
      ...headingsIn([part.intro, part.blocks]).map(
        ({ anchor, children }) => [label(part, anchor), wordsOf(children)] as const,
      ),
    ]),
  );
}

/** The headings with an anchor within. */
function headingsIn(value: unknown): { anchor: string; children: DocInline[] }[] {
  if (typeof value !== 'object' || value === null) return [];
  const { anchor, kind, children } = value as { anchor?: unknown; kind?: unknown; children?: unknown };
  if (kind === 'heading') return typeof anchor === 'string' ? [{ anchor, children: children as DocInline[] }] : [];
  return Object.values(value).flatMap(headingsIn);
}
