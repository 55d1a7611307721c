/** Independent readers of PDF files: poppler, qpdf and zbar. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import { hasReaders } from '../../programs.ts';
import { newFolder } from '../../scratch.ts';

/** A group of tests that need the readers. */
export const withReaders = describe.runIf(hasReaders);

const folder = newFolder('pdf');

export interface Field {
  fullname: string;
  alternativename: string;
  fieldtype: string;
  value: string | null;
  fieldflags: number;
  ischeckbox: boolean;
  pageposfrom1: number;
}
interface Bookmark {
  title: string;
  destpageposfrom1: number;
  kids: Bookmark[];
}
export interface Opened {
  /** What pdfinfo says, by its own keys. */
  info: Record<string, string>;
  /** The words of each page. */
  pages: string[];
  /** The tags with their words, indented, one a line. */
  tags: string;
  fields: Field[];
  bookmarks: Bookmark[];
  /** Every object, by qpdf. */
  objects: Record<string, unknown>[];
  /** What warnings and errors the readers had. */
  complaints: string;
  /** The contents of the codes on a page. */
  codesOn(page: number): string[];
}

let count = 0;

/** Opens a PDF with all readers. */
export function open(bytes: Uint8Array): Opened {
  const file = join(folder, `${(count += 1)}.pdf`);
  writeFileSync(file, bytes);
  const run = (program: string, ...more: string[]) =>
    execFileSync(program, more, { encoding: 'utf8', maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'pipe'] });
  const json = JSON.parse(
    run('qpdf', '--json', '--json-key=acroform', '--json-key=outlines', '--json-key=qpdf', file),
  ) as {
    acroform: { fields: Field[] };
    outlines: Bookmark[];
    qpdf: [unknown, Record<string, { value?: Record<string, unknown>; stream?: { dict: Record<string, unknown> } }>];
  };
  return {
    info: Object.fromEntries(
      run('pdfinfo', file)
        .split('\n')
        .flatMap((line) =>
          line.includes(':') ? [[line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]] : [],
        ),
    ),
    pages: run('pdftotext', file, '-').split('\f').slice(0, -1),
    tags: run('pdfinfo', '-struct-text', file),
    // qpdf marks texts with `u:`.
    fields: json.acroform.fields.map((field) => ({ ...field, value: field.value?.replace(/^u:/, '') ?? null })),
    bookmarks: json.outlines,
    objects: Object.values(json.qpdf[1]).map(({ value, stream }) => value ?? stream?.dict ?? {}),
    complaints: execFileSync(
      'sh',
      ['-c', 'qpdf --check "$1" 2>&1 | grep -iE "warning|error:" ; pdftotext "$1" /dev/null 2>&1; true', 'sh', file],
      { encoding: 'utf8' },
    ),
    codesOn(page) {
      run('pdftoppm', '-r', '150', '-f', String(page), '-singlefile', '-png', file, join(folder, 'page'));
      return run('zbarimg', '--quiet', '--raw', join(folder, 'page.png')).trim().split('\n');
    },
  };
}

/** How many headings of the first level a PDF has: the title of the document, and no other. */
export function titlesIn({ tags }: Opened): number {
  return tags.match(/^ *H1 /gm)?.length ?? 0;
}

/** All words of a PDF in reading order, lines and pages joined, without the footers that `parts.typ` sets. */
export function wordsOfPdf({ pages }: Opened): string {
  return pages
    .map((page) => page.replace(/\n[^\n]*\n?Reviewed [A-Z][a-z]+ \d+, \d{4}[\s\S]*?Page \d+ of \d+\s*$/, ''))
    .join(' ')
    .replace(/\s+/g, ' ');
}
