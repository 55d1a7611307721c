/** The whole set as one PDF: one title, numbered bookmarks and pages, and on the cover its version and who publishes it. */
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFString, type PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, expect, it, vi } from 'vitest';
import { pdf } from '../../../src/formats/pdf.ts';
import { bind } from '../../../src/formats/pdf/bind.ts';
import { layOut } from '../../../src/formats/pdf/layout.ts';
import { open as load } from '../../../src/formats/pdf/post-process.ts';
import { typeset } from '../../../src/formats/pdf/typesetter.ts';
import { kitchenSink } from '../../root.ts';
import { publicationOf, tools } from '../publication.ts';
import { open, withReaders, type Opened } from './readers.ts';

withReaders('the whole set of the kitchen sink', () => {
  let opened: Opened;
  beforeAll(async () => {
    const [whole] = pdf.jobs({ ...publicationOf(kitchenSink), version: '9.8.7' });
    opened = open(await pdf.write(whole!.input, tools));
  });

  it('has one heading of the first level, its own title', () => {
    expect(opened.titles).toBe(1);
    expect(opened.tags).toMatch(/^ *H1 "CSEC Task Force Toolkits"/m);
  });

  it('says on its cover which version it is and who publishes it', () => {
    expect(opened.pages[0]!.replace(/\s+/g, ' ')).toContain(
      'Version 9.8.7, published by the editors of CSEC Task Force Toolkits.',
    );
  });

  it('numbers its bookmarks: toolkits, what stands behind each, and the texts that follow', () => {
    const numbers = opened.bookmarks.map(({ title, kids }) => [
      title.split(' ')[0],
      kids.map((kid) => kid.title).filter((kid) => /^\d/.test(kid)),
    ]);
    expect(numbers[0]![0]).toBe('1');
    expect(numbers[0]![1]![0]).toMatch(/^1\.1 Steps/);
    expect(numbers.slice(1).map(([number]) => number)).toEqual(['A', 'B']);
  });

  it('counts the pages of its front and its volumes as one, and lists where each part begins', () => {
    const { pages } = opened;
    pages
      .slice(1)
      .forEach((page, index) => expect(page).toMatch(new RegExp(`Page ${index + 2} of ${pages.length}$`, 'm')));
    const [, contents = ''] = pages;
    const begins = pages.findIndex((page, index) => index > 1 && page.startsWith('Checklist\n')) + 1;
    expect(begins).toBeGreaterThan(3);
    expect(contents.replace(/\s+/g, ' ')).toMatch(new RegExp(`1\\.1 Steps.*? ${begins} `));
  });

  it('leads from each link within it to a heading that the link names', () => {
    const links = opened.objects.filter((object) => object['/Subtype'] === '/Link');
    expect(JSON.stringify(links)).not.toMatch(/u:(to|at|page|cite|note|field):/);
    expect(links.filter((link) => link['/Dest']).map((link) => link['/Contents'])).toContain('u:Steps');
  });
});

it('puts each object into the table of the file without a look at those before it', async () => {
  const { input } = pdf.jobs(publicationOf(kitchenSink)).find(({ file }) => file === 'csec-checklist-steps.pdf')!;
  const looks = vi.spyOn(Array.prototype, 'findIndex');
  await pdf.write(input, tools);
  const entries = looks.mock.contexts.filter((list) => (list as { ref?: unknown }[])[0]?.ref);
  looks.mockRestore();
  expect(entries).toHaveLength(0);
});

it('binds volumes so that each page, link and cell keeps tags of its own', async () => {
  const { volumes, front } = layOut(pdf.jobs(publicationOf(kitchenSink))[0]!.input);
  const [first, volume] = [await typeset(front!(new Map()), tools), await typeset(volumes[0]!, tools)];
  const [whole, one, other] = (await Promise.all([first, volume, volume].map(load))) as [PDFDocument, ...PDFDocument[]];
  const count = (of: PDFDocument) => of.catalog.Pages().Count().asNumber();
  const pages = count(whole!) + 2 * count(one!);
  const name = (word: string) => PDFName.of(word);
  const list = (of: PDFDocument, tree: string, key: string) =>
    of.catalog
      .lookup(name('StructTreeRoot'), PDFDict)
      .lookupMaybe(name(tree), PDFDict)
      ?.lookup(name(key), PDFArray)
      .asArray() ?? [];
  const idsOf = (of: PDFDocument) =>
    list(of, 'IDTree', 'Names')
      .filter((_, at) => at % 2 === 0)
      .map((id) => (id as PDFString).decodeText());
  const cells = idsOf(whole!).length + 2 * idsOf(one!).length;
  bind(whole, [one!, other!]);
  expect([count(whole), whole.getPages().length]).toEqual([pages, pages]);
  // They are used up: else the whole set would stand in memory twice.
  expect([one!, other!].map(({ context }) => context.enumerateIndirectObjects().length)).toEqual([0, 0]);
  const all = whole.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
  const marks = all.flatMap((dict) => dict.get(name('StructParents')) ?? dict.get(name('StructParent')) ?? []);
  const numbers = marks.map((mark) => (mark as PDFNumber).asNumber()).sort((a, b) => a - b);
  const listed = list(whole, 'ParentTree', 'Nums').filter((_, at) => at % 2 === 0);
  expect(numbers).toEqual(listed.map((mark) => (mark as PDFNumber).asNumber()));
  expect(numbers).toEqual([...numbers.keys()]);
  const ids = idsOf(whole);
  expect(ids).toEqual([...new Set(ids)].sort());
  expect(ids.length).toBe(cells);
  expect(cells).toBeGreaterThan(4);
  const heads = all.flatMap((dict) => dict.lookupMaybe(name('Headers'), PDFArray)?.asArray() ?? []);
  expect(ids).toEqual(expect.arrayContaining(heads.map((id) => (id as PDFString).decodeText())));
});
