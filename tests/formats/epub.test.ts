import naughty from 'big-list-of-naughty-strings/blns.json' with { type: 'json' };
import { strFromU8, unzipSync } from 'fflate';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { afterEach, describe, expect, it } from 'vitest';
import type { DocBlock, Document, Part } from '../../src/documents/document.ts';
import { readContent } from '../../src/reader/read.ts';
import { hues } from '../../src/documents/drawings.ts';
import { onAnyPage } from '../../src/formats/epub/colors.ts';
import { epub } from '../../src/formats/epub.ts';
import { kitchenSink, root } from '../root.ts';
import { tools, wholeSetOf } from './epub/book.ts';

const zone = process.env.TZ;
afterEach(() => {
  process.env.TZ = zone;
  if (zone === undefined) delete process.env.TZ;
});

const sink = wholeSetOf(kitchenSink);
const full = wholeSetOf(root);
const filesOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)]));
const pageOf = async (document: Document, id: string) =>
  filesOf(await epub.write(document, tools))[`EPUB/${id}.xhtml`]!;
const unescaped = (xml: string) =>
  xml.replace(
    /&(amp|lt|gt|quot|#13);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#13': '\r' })[name]!,
  );
const wordsOf = (xhtml: string) => unescaped(xhtml.replace(/<[^>]+>/g, ''));
/** The sink’s first part with other blocks. */
const withBlocks = (...blocks: DocBlock[]): Document => ({
  ...sink,
  parts: [
    { ...sink.parts[0]!, intro: [], notes: [], blocks },
    ...sink.parts.slice(1).map((part): Part => ({ ...part, intro: [], notes: [], blocks: [] })),
  ],
});
const paragraph = (text: string): DocBlock => ({ kind: 'paragraph', children: [{ kind: 'text', text }] });
const problemsOf = async (bytes: Uint8Array) =>
  (await EpubCheck.validate(bytes)).messages
    .filter(({ severity }) => !['info', 'usage'].includes(severity))
    .map(({ id, message, location }) => `${id} ${location?.path}: ${message}`);

describe.each([
  ['every kind of block', sink],
  ['the whole set', full],
])('a book of %s', (_name, document) => {
  it('passes the check of its form', async () => {
    expect(await problemsOf(await epub.write(document, tools))).toEqual([]);
  });

  it('holds all words of each part, and the sources that the part cites', async () => {
    const files = filesOf(await epub.write(document, tools));
    for (const part of document.parts) {
      const words = wordsOf(files[`EPUB/${part.id}.xhtml`]!);
      for (const text of textsIn([part.title, part.promise, part.intro, part.blocks]))
        expect(words, part.id).toContain(text);
      const cited = new Set(citesIn([part.intro, part.blocks]));
      const listed = [...files[`EPUB/${part.id}.xhtml`]!.matchAll(/<li id="note\.(\d+)"/g)].map(([, n]) => Number(n));
      expect(
        [...listed].sort((a, b) => a - b),
        part.id,
      ).toEqual([...cited].sort((a, b) => a - b));
    }
  });

  it('has a cover as a picture, which every program shows', async () => {
    const cover = unzipSync(await epub.write(document, tools))['EPUB/cover.png']!;
    expect(strFromU8(cover.subarray(1, 4))).toBe('PNG');
    const size = new DataView(cover.buffer, cover.byteOffset + 16);
    expect([size.getUint32(0), size.getUint32(4)]).toEqual([800, 1200]);
  });

  it('lists every part and its headings in the contents', async () => {
    const nav = filesOf(await epub.write(document, tools))['EPUB/nav.xhtml']!;
    for (const part of document.parts) {
      expect(nav).toContain(`href="${part.id}.xhtml"`);
      for (const block of part.blocks)
        if (block.kind === 'heading' && block.level === 2)
          expect(nav).toContain(`href="${part.id}.xhtml#${block.anchor}"`);
    }
  });
});

/** All words that a value of the model shows: texts, labels, titles. The definitions of a form say what its columns choose from. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === 'options'
      ? []
      : ['text', 'label', 'title', 'caption', 'term', 'about'].includes(key) && typeof child === 'string'
        ? [child]
        : typeof child === 'object'
          ? textsIn(child)
          : [],
  );
}
function citesIn(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('kind' in value && value.kind === 'cite' && 'n' in value) return [value.n as number];
  return Object.values(value).flatMap(citesIn);
}

it('is one job: the whole set', () => {
  const jobs = epub.jobs({
    site: readContent(kitchenSink).site,
    figures: { dot: '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>' },
  });
  expect(jobs.map(({ file, title, address }) => [file, title, address])).toEqual([
    ['csec-toolkits-complete.epub', 'CSEC Task Force Toolkits', '/'],
  ]);
});

it('starts with its media type, not compressed, and has no other order than that of the names', async () => {
  const bytes = await epub.write(sink, tools);
  expect(strFromU8(bytes.slice(30, 58))).toBe('mimetypeapplication/epub+zip');
  const [first, ...paths] = Object.keys(unzipSync(bytes));
  expect(first).toBe('mimetype');
  expect(paths).toEqual([...paths].sort());
});

it('gives the same bytes in every time zone', async () => {
  const books: Uint8Array[] = [];
  for (const name of ['Pacific/Auckland', 'America/Los_Angeles']) {
    process.env.TZ = name;
    books.push(await epub.write(wholeSetOf(kitchenSink), tools));
  }
  expect(books[1]).toEqual(books[0]);
});

it('stays the same book in a new edition, and another at another address', async () => {
  const identifier = async (document: Document) =>
    /<dc:identifier id="id">(urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})</.exec(
      filesOf(await epub.write(document, tools))['EPUB/package.opf']!,
    )?.[1];
  const own = await identifier(sink);
  expect(own).toBeDefined();
  const { url: _url, ...local } = sink;
  for (const document of [sink, local])
    expect(await identifier({ ...document, title: 'New', reviewed: '2030-01-01' })).toBe(await identifier(document));
  expect(await identifier({ ...sink, url: 'https://other.example/' })).not.toBe(own);
});

it('says who made it, when, and how accessible it is', async () => {
  const opf = filesOf(await epub.write(full, tools))['EPUB/package.opf']!;
  expect(opf).toContain(`<meta property="dcterms:modified">${full.reviewed}T00:00:00Z</meta>`);
  for (const property of [
    'accessMode',
    'accessModeSufficient',
    'accessibilityFeature',
    'accessibilityHazard',
    'accessibilitySummary',
  ])
    expect(opf).toContain(`<meta property="schema:${property}">`);
  expect(opf).toMatch(/<dc:rights>Creative Commons Attribution 4\.0/);
  expect(opf).not.toContain('conformsTo');
});

it('leads links to the place in the book, or to the start of its part', async () => {
  const [first, second] = sink.parts as [Part, Part];
  const anchor = second.blocks.flatMap((block) => (block.kind === 'heading' ? [block.anchor] : []))[0]!;
  const link = (href: string): DocBlock => ({
    kind: 'paragraph',
    children: [{ kind: 'link', href, children: [{ kind: 'text', text: href }] }],
  });
  const document = {
    ...sink,
    parts: [
      {
        ...first,
        blocks: [`#${second.id}.${anchor}`, `#${second.id}.nowhere`, `#${second.id}`, 'https://web.example/a?b&c'].map(
          link,
        ),
      },
      ...sink.parts.slice(1),
    ],
  };
  const page = await pageOf(document, first.id);
  expect([...page.matchAll(/<p><a href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    `${second.id}.xhtml#${anchor}`,
    `${second.id}.xhtml`,
    `${second.id}.xhtml`,
    'https://web.example/a?b&amp;c',
  ]);
  await expect(
    epub.write({ ...sink, parts: [{ ...first, intro: [], blocks: [paragraph('a'), link('#lost.place')] }] }, tools),
  ).rejects.toThrow(`${first.file}, block 2 (paragraph): the link #lost.place leads to no part of the document`);
});

it('numbers a source where the part cites it first, with the way back', async () => {
  const cite = (n: number, first: boolean): DocBlock => ({ kind: 'paragraph', children: [{ kind: 'cite', n, first }] });
  const note = (n: number) => ({
    title: `Source ${n}`,
    publisher: 'P',
    date: 'undated',
    warning: '',
    places: [{ n, place: 'Here' }],
  });
  const document = withBlocks(cite(2, true), cite(2, false));
  document.parts[0]!.notes = [note(2)];
  const page = await pageOf(document, document.parts[0]!.id);
  expect(page.match(/id="cite\.2"/g)).toHaveLength(1);
  expect(page).toContain('href="#cite.2" aria-label="Back to note 2 in the text"');
  expect(await problemsOf(await epub.write(document, tools))).toEqual([]);
});

it('shows what was filled in, and lines where nothing was', async () => {
  const field = (value?: string) => ({
    kind: 'field' as const,
    name: 'a.b',
    label: 'County',
    size: 'line' as const,
    ...(value ? { value } : {}),
  });
  const words = wordsOf(
    await pageOf(
      withBlocks(
        { kind: 'paragraph', children: [field(), field('King <b>')] },
        {
          kind: 'steps',
          boxes: true,
          write: 'Who',
          items: [
            { anchor: 'a', text: [{ kind: 'text', text: 'Ask.' }], help: [], done: true, written: 'Kim' },
            { anchor: 'b', text: [{ kind: 'text', text: 'Tell.' }], help: [] },
          ],
        },
        { kind: 'signatures', lines: ['Name', 'Date'], signers: [{ label: 'Agency', values: ['Lee', ''] }] },
      ),
      sink.parts[0]!.id,
    ),
  );
  expect(words).toContain('[County]King <b>☑ Ask.Who: Kim☐ Tell.AgencyNameLeeDate');
});

it('writes any words as words', async () => {
  const strings = naughty.filter(Boolean);
  const document = withBlocks(...strings.map(paragraph));
  document.parts[0]!.title = '</title><script>alert(1)</script>';
  const bytes = await epub.write(document, tools);
  expect(await problemsOf(bytes)).toEqual([]);
  const page = filesOf(bytes)[`EPUB/${document.parts[0]!.id}.xhtml`]!;
  expect([...page.matchAll(/<p>([^<]*)<\/p>/g)].map(([, words]) => unescaped(words!))).toEqual(
    strings.map((words) => words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')),
  );
  expect(page).not.toContain('<script');
});

it('colors headings so that they can be read on white and on black', () => {
  const luminance = (color: string) => {
    const [r, g, b] = color
      .match(/[0-9a-f]{2}/g)!
      .map((pair) => Number.parseInt(pair, 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  for (const color of [...hues, '#ffffff', '#000000', '#ffdd00'].map(onAnyPage)) {
    expect(1.05 / (luminance(color) + 0.05), color).toBeGreaterThanOrEqual(4.5);
    expect((luminance(color) + 0.05) / 0.05, color).toBeGreaterThanOrEqual(4.5);
  }
});
