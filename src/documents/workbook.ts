/** What an Excel file is made from: forms with their rules in plain words, and what somebody has filled in. */
import type { DocNote } from './document.ts';
import { hueOf } from './drawings.ts';
import type { Form } from '../tools/forms.ts';
import { linesOfBlocks, sourceLines, type Line } from './lines.ts';
import { blocksToDocument, inlinesToDocument } from './to-document.ts';
import { inlineText } from './plain-text.ts';
import { absolute } from '../site/public-address.ts';
import { wordsOnlyContext } from './plain-context.ts';
import type { Entry } from '../schemas/index.ts';

/** One form with its words, and the rows and fields that somebody has filled in. */
export interface FormSheet {
  form: Form;
  /** What to write into a column, by its id. */
  guidance: Record<string, string>;
  intro: Line[];
  notes: Line[];
  sources: Line[];
  /** One string for each column; given rows carry their name in the first. Left out: the blank form. */
  rows?: readonly (readonly string[])[];
  /** By the id of the field. */
  fields?: Readonly<Record<string, string>>;
}

export interface Workbook {
  title: string;
  promise: string;
  /** YYYY-MM-DD */
  reviewed: string;
  /** The public address of its page, when it is known. */
  url?: string;
  /** The color of its toolkit, as #rrggbb; white letters on it are easy to read. */
  hue: string;
  /** The content files it is made from, for messages. */
  file: string;
  /** In the order of use. */
  sheets: FormSheet[];
  /** What the measures mean, where the forms share a dictionary. */
  definitions: Line[];
}

/** A form as a page or the build holds it: citations numbered, notes as documents have them. */
export interface FormModel {
  entry: Entry<'forms'>;
  notes: DocNote[];
  /** The number of its toolkit. */
  toolkit: number;
  /** `/forms/attendance-log/`. */
  address: string;
}

/** The workbook of one form. @param base the public address of the site with its closing slash, when it has one */
export function formWorkbook(model: FormModel, base?: string): Workbook {
  const { entry, toolkit, address } = model;
  const url = base && absolute(base, address);
  return {
    title: entry.title,
    promise: entry.promise,
    reviewed: entry.reviewed,
    ...(url ? { url } : {}),
    hue: hueOf(toolkit),
    file: `content/forms/${entry.id}.yaml`,
    sheets: [sheetOf(model, base)],
    definitions: [],
  };
}

/** The sheet of a form, blank. */
export function sheetOf({ entry, notes }: Pick<FormModel, 'entry' | 'notes'>, base?: string): FormSheet {
  const context = wordsOnlyContext(`forms-${entry.id}`, base);
  return {
    form: entry,
    guidance: Object.fromEntries(
      entry.columns.flatMap(({ id, guidance }) =>
        guidance ? [[id, inlineText(inlinesToDocument(guidance, context), 'spelled out')]] : [],
      ),
    ),
    intro: linesOfBlocks(blocksToDocument(entry.intro, context)),
    notes: linesOfBlocks(blocksToDocument(entry.notes ?? [], context)),
    sources: sourceLines(notes),
  };
}
