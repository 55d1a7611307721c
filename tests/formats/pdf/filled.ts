/**
 * Fields as people fill them in: qpdf writes the answers, poppler draws them with the face that the file brings, and poppler or
 * MuPDF reads the drawing back.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from '../../scratch.ts';

export interface Answered {
  /** The name that readers of the field hear. */
  label: string;
  wanted: string;
  /** What stands in its box on paper, without spaces. */
  found: string;
  /** The height of the lowest line, in points. */
  line: number;
}
interface Box {
  left: number;
  bottom: number;
  right: number;
  top: number;
}
interface Widget {
  page: number;
  box: Box;
  label: string;
  several: boolean;
  field: string;
}
type Value = Record<string, unknown>;
interface Read {
  acroform: {
    fields: { object: string; alternativename: string; fieldtype: string; fieldflags: number; pageposfrom1: number }[];
  };
  qpdf: [unknown, Record<string, { value: Value }>];
}

const run = (program: string, ...more: string[]) =>
  execFileSync(program, more, { encoding: 'utf8', maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'pipe'] });
const long =
  'Mười người ở quận Niño và Dxʷdəwʔabš, Nuxʷsƛ̕áy̓əm, Xʷlə́mi, Yakama (Mámachatpam) t̓ɨ́xʷ: we bring together schools, ' +
  'courts, tribes, clinics and survivors, so that each child is found early, believed, and kept safe by people she trusts. ';
const names = 'Grays Harbor and Pacific County CSEC Task Force';

/** An answer as somebody would give it: a few words for a small box, a paragraph of eleven lines for a large one. */
function answerTo({ box, several }: Widget): string {
  const [width, height] = [box.right - box.left, box.top - box.bottom];
  if (several && width > 300) return long.repeat(height > 100 ? 4 : 2).trim();
  if (width >= 150) return several ? `Nuxʷsƛ̕áy̓əm, ${names}` : names;
  return width >= 100 ? 'Dxʷdəwʔabš, Nuxʷsƛ̕áy̓əm' : 'Dxʷdəwʔabš, 12';
}

const letters = (words: string) => words.normalize('NFC').replace(/\s+/g, '');

/** Fills in every field of a PDF and reads the pages. @param reader which program reads them back */
export function filledIn(bytes: Uint8Array, reader: 'poppler' | 'mupdf' = 'poppler'): Answered[] {
  const folder = newFolder('filled');
  const [blank, update, filled] = ['blank.pdf', 'update.json', 'filled.pdf'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(join(folder, 'packed.pdf'), bytes);
  // In packed objects, qpdf loses some of the changes that it is told.
  run('qpdf', '--object-streams=disable', join(folder, 'packed.pdf'), blank);
  const { acroform, qpdf } = JSON.parse(run('qpdf', '--json', '--json-key=acroform', '--json-key=qpdf', blank)) as Read;
  const valueOf = (object: string) => qpdf[1][`obj:${object}`]!.value;
  const widgets = acroform.fields
    .filter(({ fieldtype }) => fieldtype === '/Tx')
    .map(({ object, alternativename, fieldflags, pageposfrom1 }): Widget => {
      const widget = valueOf(object) as {
        '/Rect': [number, number, number, number];
        '/Parent': string;
        '/FT'?: string;
      };
      const [left, bottom, right, top] = widget['/Rect'];
      return {
        page: pageposfrom1 - 1,
        box: { left, bottom, right, top },
        label: alternativename,
        several: (fieldflags & (1 << 12)) !== 0,
        field: widget['/FT'] ? object : widget['/Parent'],
      };
    });
  // Blanks that ask for the same get one answer: that of the smallest.
  const answers = new Map<string, string>();
  for (const widget of widgets) {
    const [known, own] = [answers.get(widget.field), answerTo(widget)];
    answers.set(widget.field, known && known.length < own.length ? known : own);
  }
  const trailer = qpdf[1]['trailer']!.value['/Root'] as string;
  const root = valueOf(trailer);
  const changes: Record<string, { value: Value }> = {};
  for (const [field, answer] of answers)
    changes[`obj:${field}`] = { value: { ...valueOf(field), '/V': `u:${answer}` } };
  const form = root['/AcroForm'];
  if (typeof form === 'string') changes[`obj:${form}`] = { value: { ...valueOf(form), '/NeedAppearances': true } };
  else
    changes[`obj:${trailer}`] = { value: { ...root, '/AcroForm': { ...(form as Value), '/NeedAppearances': true } } };
  writeFileSync(update, JSON.stringify({ qpdf: [qpdf[0], changes] }));
  run('qpdf', blank, `--update-from-json=${update}`, filled);
  const pages = reader === 'poppler' ? byPoppler(filled) : byMuPdf(filled, join(folder, 'drawn.pdf'));
  return widgets.map(({ page, box, label, field }) => {
    const inside = pages[page]!.filter(
      ({ x, y }) => x > box.left && x < box.right && y > box.bottom - 1 && y < box.top + 1,
    );
    return {
      label,
      wanted: letters(answers.get(field)!),
      found: letters(
        inLines(inside)
          .map(({ text }) => text)
          .join(''),
      ),
      line: Math.min(...inside.map(({ height }) => height)),
    };
  });
}

/** How much of the height of a line of the face is its size. */
const perSize = 1.424;
const smallest = 6;

/** What was lost, or can hardly be read. */
export function faultsOf(answered: readonly Answered[]): string[] {
  return answered.flatMap(({ label, wanted, found, line }) => {
    if (found !== wanted) return [`${label}: “${found}” instead of “${wanted}”`];
    return line / perSize < smallest ? [`${label}: letters of ${(line / perSize).toFixed(1)} points`] : [];
  });
}

/** From left to right, line by line. */
function inLines(pieces: readonly Piece[]): Piece[] {
  const lines: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    if (line && line[0]!.y - piece.y < 2) line.push(piece);
    else lines.push([piece]);
  }
  return lines.flatMap((line) => line.sort((a, b) => a.x - b.x));
}

/** Words or letters of a page, with the middle of each from the left and the bottom of the page. */
type Piece = { text: string; x: number; y: number; height: number };

const plain = (xml: string) =>
  xml
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&quot;/g, '"')
    .replace(/&(apos|#39);/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
const numbers = (text: string) =>
  text
    .split(/[^\d.-]+/)
    .filter(Boolean)
    .map(Number);

function byPoppler(file: string): Piece[][] {
  return run('pdftotext', '-bbox', file, '-')
    .split('<page ')
    .slice(1)
    .map((page) => {
      const height = Number(/height="([\d.]+)"/.exec(page)![1]);
      return [...page.matchAll(/<word ([^>]*)>(.*?)<\/word>/g)].map(([, places, text]) => {
        const [left, top, right, bottom] = numbers(places!) as [number, number, number, number];
        return { text: plain(text!), x: (left + right) / 2, y: height - (top + bottom) / 2, height: bottom - top };
      });
    });
}

/** Poppler draws the answers into the page; MuPDF reads each letter of that. */
function byMuPdf(file: string, drawn: string): Piece[][] {
  run('pdftocairo', '-pdf', file, drawn);
  return run('mutool', 'draw', '-q', '-F', 'stext', '-o', '-', drawn)
    .split('<page ')
    .slice(1)
    .map((page) => {
      const height = Number(/height="([\d.]+)"/.exec(page)![1]);
      return [...page.matchAll(/<char quad="([^"]*)"[^>]*? c="([^"]*)"/g)].map(([, quad, text]) => {
        const [left, top, right, , , , , bottom] = numbers(quad!) as [
          number,
          number,
          number,
          number,
          number,
          number,
          number,
          number,
        ];
        return { text: plain(text!), x: (left + right) / 2, y: height - (top + bottom) / 2, height: bottom - top };
      });
    });
}
