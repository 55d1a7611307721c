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
interface Read {
  acroform: { fields: Field[] };
  outlines: Bookmark[];
  qpdf: [unknown, Record<string, { value?: Record<string, unknown>; stream?: { dict: Record<string, unknown> } }>];
}

/** What the readers say of a file; each is asked when its answer is wanted, and once. */
export class Opened {
  private readonly known = new Map<string, unknown>();
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }
  private once<Value>(name: string, ask: () => Value): Value {
    if (!this.known.has(name)) this.known.set(name, ask());
    return this.known.get(name) as Value;
  }
  private run(program: string, ...more: string[]): string {
    return execFileSync(program, more, { encoding: 'utf8', maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'pipe'] });
  }
  private get json(): Read {
    const keys = ['acroform', 'outlines', 'qpdf'].map((key) => `--json-key=${key}`);
    return this.once('json', () => JSON.parse(this.run('qpdf', '--json', ...keys, this.file)) as Read);
  }
  /** What pdfinfo says, by its own keys. */
  get info(): Record<string, string> {
    const lines = this.once('info', () => this.run('pdfinfo', this.file)).split('\n');
    return Object.fromEntries(
      lines.flatMap((line) => {
        const at = line.indexOf(':');
        return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 1).trim()]];
      }),
    );
  }
  /** The words of each page. */
  get pages(): string[] {
    return this.once('pages', () => this.run('pdftotext', this.file, '-').split('\f').slice(0, -1));
  }
  /** The tags with their words, indented, one a line. */
  get tags(): string {
    return this.once('tags', () => this.run('pdfinfo', '-struct-text', this.file));
  }
  /** How many headings of the first level it has: the title of the document, and no other. */
  get titles(): number {
    return this.once('titles', () => this.run('pdfinfo', '-struct', this.file)).match(/^ *H1\b/gm)?.length ?? 0;
  }
  get fields(): Field[] {
    // qpdf marks texts with `u:`.
    return this.json.acroform.fields.map((field) => ({ ...field, value: field.value?.replace(/^u:/, '') ?? null }));
  }
  get bookmarks(): Bookmark[] {
    return this.json.outlines;
  }
  /** Every object, by qpdf. */
  get objects(): Record<string, unknown>[] {
    return Object.values(this.json.qpdf[1]).map(({ value, stream }) => value ?? stream?.dict ?? {});
  }
  /** What warnings and errors the readers had. */
  get complaints(): string {
    const check = 'qpdf --check "$1" 2>&1 | grep -iE "warning|error:" ; pdftotext "$1" /dev/null 2>&1; true';
    return this.once('complaints', () => this.run('sh', '-c', check, 'sh', this.file));
  }
  /** The contents of the codes on a page. */
  codesOn(page: number): string[] {
    this.run('pdftoppm', '-r', '150', '-f', String(page), '-singlefile', '-png', this.file, join(folder, 'page'));
    return this.run('zbarimg', '--quiet', '--raw', join(folder, 'page.png')).trim().split('\n');
  }
}

let count = 0;

/** Opens a PDF with all readers. */
export function open(bytes: Uint8Array): Opened {
  const file = join(folder, `${(count += 1)}.pdf`);
  writeFileSync(file, bytes);
  return new Opened(file);
}

/** All words of a PDF in reading order, lines and pages joined, without the footers that `parts.typ` sets. */
export function wordsOfPdf({ pages }: Opened): string {
  return pages
    .map((page) => page.replace(/\n[^\n]*\n?Reviewed [A-Z][a-z]+ \d+, \d{4}[\s\S]*?Page \d+ of \d+\s*$/, ''))
    .join(' ')
    .replace(/\s+/g, ' ');
}
