/** How a text lies on its pages: none holds a few lines alone, and no table leaves its head behind. */
import { execFileSync } from 'node:child_process';
import { beforeAll, expect, it } from 'vitest';
import type { DocBlock, DocInline, Document, Part } from '../../../src/documents/document.ts';
import { pdf } from '../../../src/formats/pdf.ts';
import { tools } from '../publication.ts';
import { open, withReaders } from './readers.ts';

const words = (text: string): DocInline[] => [{ kind: 'text', text }];
const line = (text: string): DocBlock => ({ kind: 'paragraph', children: words(text) });
const lines = (count: number): DocBlock[] => Array.from({ length: count }, (_, index) => line(`Line ${index + 1}.`));
const part = (id: string, blocks: DocBlock[]): Part => ({
  id,
  type: 'handouts',
  file: `content/handouts/${id}.yaml`,
  kicker: 'Handout',
  title: `Handout ${id}`,
  promise: 'Read it.',
  reviewed: '2026-01-02',
  level: 1,
  intro: [],
  blocks,
  notes: [],
});
const written = (parts: Part[]): Promise<Uint8Array> => {
  const document: Document = {
    name: 'pages',
    title: 'Pages',
    promise: 'Read them.',
    kicker: 'Set',
    reviewed: '2026-01-02',
    parts,
  };
  return pdf.write(document, tools);
};

withReaders('pages', () => {
  const table = (id: number): DocBlock => ({
    kind: 'table',
    caption: `Title ${id}`,
    head: [words(`Head ${id}`), words('More')],
    rows: Array.from({ length: 24 }, (_, row) => [words(`Row ${id}-${row + 1}`), words('A cell')]),
  });
  // 41 lines fill the first page of a part.
  const texts = [24, 41, 43, 45, 68];
  const tables = [36, 37, 38, 39, 40];
  let bytes: Uint8Array;
  let pages: string[];
  beforeAll(async () => {
    bytes = await written([
      ...texts.map((count) => part(`text-${count}`, lines(count))),
      ...tables.map((count) => part(`table-${count}`, [...lines(count), table(count)])),
    ]);
    pages = open(bytes).pages;
  });

  it.each(texts)('of %d lines hold no few lines alone', (count) => {
    const first = pages.findIndex((page) => page.includes(`Handout text-${count}\n`) && page.startsWith('Handout\n'));
    const next = pages.findIndex((page, at) => at > first && page.startsWith('Handout\n'));
    const filled = pages.slice(first, next).map((page) => page.match(/^Line \d+\.$/gm)?.length ?? 0);
    expect(filled.reduce((sum, one) => sum + one, 0)).toBe(count);
    expect(filled.length).toBe(count > 50 ? 2 : 1);
  });

  it('have their foot at one height, however tight the text is', () => {
    const boxes = execFileSync('pdftotext', ['-bbox', '-', '-'], { input: bytes, encoding: 'utf8' });
    const feet = [...boxes.matchAll(/yMin="([\d.]+)"[^>]*>Page</g)].map(([, y]) => y!);
    expect(feet.length).toBeGreaterThan(15);
    // Those of the contents stand elsewhere.
    expect(new Set(feet.slice(1)).size).toBe(1);
  });

  it.each(tables)('show title and head of a table behind %d lines with its first row', (count) => {
    const page = pages.find((text) => text.includes(`Title ${count}\n`))!;
    expect(page).toContain(`Head ${count}\n`);
    expect(page).toContain(`Row ${count}-1\n`);
  });
});
