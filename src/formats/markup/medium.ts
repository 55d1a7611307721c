/** What a book and a web page draw in their own way: links, notes, drawings, and the places to write in. Each part of a document has its own. */
import type { DocBlock, DocInline, DocStep, Field, GridColumn } from '../../documents/document.ts';
import type { Child, Element } from './element.ts';

export type Drawn = Pick<Extract<DocBlock, { kind: 'figure' }>, 'svg' | 'width' | 'height' | 'alt' | 'title'>;

export interface Medium {
  /** The id of an anchor of the part. */
  id(anchor: string): string;
  /** What shares a place, where places can be shared. @param name what the place is called */
  share?(anchor: string, name: string): Child;
  /** The level at which a heading stands, so that none is skipped. */
  level(level: number): number;
  /** The ids of a note and of its first use. */
  noteId(n: number): string;
  citeId(n: number): string;
  /** @throws Error when an internal link leads nowhere */
  link(href: string, words: Child): Child;
  cite(cite: Extract<DocInline, { kind: 'cite' }>): Child;
  /** A place to fill in within a text. */
  blank(field: Field): Child;
  /** A line of its own to write on, or what was written there. @param about whose line it is, where labels repeat */
  line(label: string, value: string | undefined, about?: string): Child;
  /** What stands in the item of a step. */
  step(step: DocStep, list: { boxes: boolean; write: string }, words: Child, help: Child): Child;
  /** What stands in a cell of a table to fill in. @param row its row in words */
  cell(column: GridColumn, row: string, value: string): Child;
  /** The caption of a table to fill in with so many empty rows, and how many of these are drawn. */
  gridCaption(caption: string, empty: number): string;
  emptyRows(empty: number): number;
  drawing(drawn: Drawn): Child;
  /** A table, which may be wider than its place. */
  table(table: Element, caption: string): Child;
}
