/**
 * Documents: a toolkit, a pull-out or the whole set in the one form that every file format writes. `to-document.ts` makes their
 * blocks, `site-documents.ts` puts the documents of the site together, the formats turn them into bytes.
 */
import type { PullOutKind } from '../schemas/kinds.ts';
import type { Tone } from '../prose/tree.ts';

/** A place to write in. Blanks that ask for the same thing share their `name`. */
export interface Field {
  kind: 'field';
  /** Unique within the document, the same wherever the same blank stands: `templates-memorandum-of-understanding.county`. */
  name: string;
  /** What to write, in words. */
  label: string;
  size: 'short' | 'line' | 'lines';
  /** What somebody has written. Always plain words, never markup. */
  value?: string;
}

export type DocInline =
  | { kind: 'text'; text: string }
  | { kind: 'break' }
  | { kind: 'strong' | 'emphasis'; children: DocInline[] }
  /** A label in the line: “Optional”, “Editors’ reading”. */
  | { kind: 'tag'; text: string }
  /** The sign of an editors’ suggestion, behind its words. */
  | { kind: 'suggestion' }
  /** `href` is `#` and a label of this document, or an address of the web. */
  | { kind: 'link'; href: string; children: DocInline[] }
  /** A pointer to note `n` of the same part. `first` on its first use. */
  | { kind: 'cite'; n: number; first: boolean }
  | Field;

/** One step or duty. */
export interface DocStep {
  anchor: string;
  text: DocInline[];
  help: DocBlock[];
  done?: boolean;
  /** Who, by when, and the note somebody added. */
  written?: string;
}
export interface GridColumn {
  id: string;
  label: string;
  /** `head`: the first column, when its rows are given. */
  kind: 'head' | 'text' | 'count' | 'date' | 'choice' | 'yes-no' | 'money';
  options?: string[];
}
export interface GridRow {
  anchor?: string;
  /** The name of a given row, and what to know of it. */
  head?: { label: string; aid: DocInline[] };
  /** One cell for each column after the head. Empty: to fill in. */
  cells: string[];
}
/** Who signs, and the lines of one signature block. `values` follow the lines; empty: to fill in. */
export interface Signer {
  label: string;
  values?: string[];
}

export type DocBlock =
  /** `number`: “3” before the title of an article. */
  /** `page`: it begins a page on paper. */
  | { kind: 'heading'; level: 2 | 3 | 4; anchor: string; number?: string; page?: true; children: DocInline[] }
  | { kind: 'paragraph'; children: DocInline[] }
  | { kind: 'list'; ordered: boolean; start: number; items: DocBlock[][] }
  /** The first cell of each row names the row. */
  /** `wide`: it lies on its side on paper when it has many columns. */
  | { kind: 'table'; caption: string; head: DocInline[][]; rows: DocInline[][][]; wide?: true }
  | { kind: 'quote'; children: DocBlock[]; by: DocInline[] }
  | { kind: 'callout'; tone: Tone; label: string; title?: string; children: DocBlock[] }
  /** A drawing as a whole SVG file with a viewBox of that width and height, its styles within; `alt` says in words all that it shows. */
  | {
      kind: 'figure';
      anchor?: string;
      title?: string;
      svg: string;
      width: number;
      height: number;
      alt: string;
      caption: DocInline[];
    }
  /** `write`: what to write on the line beside a step: “Who, by when”. */
  | { kind: 'steps'; boxes: boolean; write: string; items: DocStep[] }
  /** A clause of a template. `number`: “3.2”; of a point: “(a)”. Documents without numbers have none. */
  | {
      kind: 'clause';
      anchor: string;
      number?: string;
      children: DocInline[];
      points: { anchor: string; number?: string; children: DocInline[] }[];
    }
  /** Advice that is not part of the document it stands in. `about`: the number or name of what it is about. */
  /** `decide`: the drafter has to decide what it is about. */
  | { kind: 'guidance'; about: string; children: DocBlock[]; decide?: boolean }
  | { kind: 'signatures'; lines: string[]; signers: Signer[] }
  /** A table to fill in. `fields` stand above it, filled in once; `empty` rows without a name follow the given ones. */
  | {
      kind: 'grid';
      id: string;
      caption: string;
      fields: Field[];
      columns: GridColumn[];
      rows: GridRow[];
      empty: number;
    }
  | { kind: 'definitions'; items: { term: string; children: DocBlock[] }[] };

/** A source of a part with the numbered places cited in it. */
export interface DocNote {
  title: string;
  /** What the foot of a slide calls it. */
  short?: string;
  publisher: string;
  date: string;
  /** What to keep in mind: “Check the current text.” */
  warning: string;
  /** Where it is on the web. */
  url?: string;
  places: { n: number; place: string }[];
}

/** One page of the site within a document. Labels of its anchors are `id.anchor`; its own is `id`. */
export interface Part {
  /** Unique in the document: `checklists-phase-1`. */
  id: string;
  type: 'toolkits' | PullOutKind | 'library' | 'glossary';
  /** The content file, for messages. */
  file: string;
  /** Above the title: “Toolkit 5”, “Checklist”. */
  kicker: string;
  title: string;
  promise: string;
  /** The number of the toolkit whose color it wears. */
  toolkit?: number;
  reviewed: string;
  /** The public address of the page, when it is known. */
  url?: string;
  /** 1 for toolkits and documents of one part, 2 for what stands behind a toolkit. */
  level: 1 | 2;
  /** How many sheets of paper it promises to fit on. */
  sheets?: number;
  /** Of a pull-out: how to use it. Blocks of the same kinds. */
  intro: DocBlock[];
  blocks: DocBlock[];
  notes: DocNote[];
  /** Of a template: the title that the document itself carries, with its blanks. `draft.ts` makes the document of it. */
  heading?: DocInline[];
}

export interface Document {
  /** The name of the file without its extension: `csec-toolkit-05-coordinator`. */
  name: string;
  title: string;
  /** One sentence: what the reader can do with it. */
  promise: string;
  kicker: string;
  toolkit?: number;
  /** The drawing of the toolkit’s cover as an SVG path on a field of 96 by 96. */
  mark?: string;
  /** The newest day on which one of its parts was reviewed, YYYY-MM-DD. */
  reviewed: string;
  url?: string;
  /** Of the whole set: the version of the project, “1.0.0”. */
  version?: string;
  /** Of a template made on somebody’s device: the day of the draft, YYYY-MM-DD. Files of the build have none, so that they stay the same. */
  drafted?: string;
  parts: Part[];
}

/** The label of a place in a document. */
export function label(part: { id: string }, anchor?: string): string {
  return anchor ? `${part.id}.${anchor}` : part.id;
}

/** The words of inline nodes without their form; fields give what was written in them, or nothing. */
export function wordsOf(nodes: readonly DocInline[]): string {
  return nodes
    .map((node) => {
      switch (node.kind) {
        case 'text':
        case 'tag':
          return node.text;
        case 'break':
          return ' ';
        case 'cite':
        case 'suggestion':
          return '';
        case 'field':
          return node.value ?? '';
        default:
          return wordsOf(node.children);
      }
    })
    .join('');
}
