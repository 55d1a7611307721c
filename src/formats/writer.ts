/** What a file format is to the rest of the project: which files it makes of the site, and how one is written. */
import type { Job } from '../documents/job.ts';
import type { Publication } from '../documents/site-documents.ts';

export type { Job };

/** What a writer may use from outside. Writers know no disk: the build and the browser hand this in. */
export interface Tools {
  /** The bytes of a file of a package (`@scope/name/path`) or beside the formats (`./pdf/document.typ`). */
  read(specifier: string): Uint8Array<ArrayBuffer>;
  /**
   * Sets the pages of a PDF elsewhere: the bytes that Typst makes of a document. Without it, the writer sets them
   * itself.
   * @param volume whether it is one of several volumes: the others may change while this one stays
   * @throws Error with what Typst says
   */
  typeset?(json: string, volume?: boolean): Promise<Uint8Array>;
  /** Typst as it was compiled for several threads that set pages one after the other. */
  typst?: WebAssembly.Module;
}

export interface Format<Input> {
  /** The extension without its dot, which is also the key of the format: `pdf`. */
  extension: string;
  /** What readers call it: “PDF”, “Word”. */
  name: string;
  /** What it is good for, for the downloads page. */
  use: string;
  mediaType: string;
  /** Every file of this format, in the order of the downloads page. */
  jobs(publication: Publication): Job<Input>[];
  /** The bytes of one file: the same input gives the same bytes. @throws Error naming the content file and the block */
  write(input: Input, tools: Tools): Promise<Uint8Array>;
}

/** Adds where it happened to what went wrong: “content/checklists/phase-1.yaml, block 4 (steps): …”. */
export function atBlock(file: string, index: number, kind: string, error: unknown): Error {
  return new Error(`${file}, block ${index + 1} (${kind}): ${error instanceof Error ? error.message : String(error)}`, {
    cause: error,
  });
}
