/** What the parts of the Word writer know of the document around a block. */
import type { DocBlock, Document, Field, Part } from '../../documents/document.ts';

/** Makes a PNG of a drawing, that many pixels wide. */
export type Rasterize = (svg: string, width: number) => Uint8Array;

/** Where blocks stand: their words wear the paragraph style of that place. */
export type Place = 'text' | 'callout' | 'quote' | 'help' | 'guidance' | 'cell' | 'comment';

/** The comments that stand at a block, a field or the title (`part`). */
export type Comments = ReadonlyMap<DocBlock | Field | Part, readonly number[]>;

export interface Setting {
  part: Part;
  /** Every label of the document that a link can lead to. */
  labels: ReadonlySet<string>;
  /** The bookmarks of the document by name, each with its label: a name given twice would break the file. */
  placed: Map<string, string>;
  /** Numbers for bookmarks, controls, pictures and lists, each given once in the document. */
  next(): number;
  comments: Comments;
  /** True in the words of a draft: no guidance, citations or labels, so that it is ready to send out. */
  clean: boolean;
  /** How much higher headings stand than in the block: 1 when the title of the part is not a heading itself. */
  shift: 0 | 1;
  /** The color of headings without its `#`. */
  hue: string;
  rasterize?: Rasterize | undefined;
  place: Place;
  /** The number of the list that the articles and clauses of this part count in. */
  articles: number;
  /** How deep in lists. */
  depth: number;
}

/** True for the part whose title is the document’s own, so that it needs no second one. */
export function isNamesake(part: Part, { title, parts }: Document): boolean {
  return part === parts[0] && part.title === title;
}

/** Numbers from 1 on. */
export function counter(): () => number {
  let last = 0;
  return () => (last += 1);
}
