/** PDF files as independent readers see them: poppler, qpdf and zbar. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { wordsOf, type DocBlock } from '../../src/documents/document.ts';
import { pdf } from '../../src/formats/pdf.ts';
import { isNightly } from '../nightly.ts';
import { kitchenSink, root } from '../root.ts';
import { open, wordsOfPdf, withReaders, type Opened } from './pdf/readers.ts';
import { publicationOf, tools } from './publication.ts';

const publication = publicationOf(kitchenSink);
const jobs = pdf.jobs(publication);
const documentOf = (name: string) => jobs.find(({ input }) => input.name === name)!.input;
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

it('makes the whole set, every toolkit and every pull-out, in this order', () => {
  expect(jobs.slice(0, 3).map(({ file, address, toolkit }) => [file, address, toolkit])).toEqual([
    ['csec-toolkits-complete.pdf', '/', undefined],
    ['csec-toolkit-05-sample.pdf', '/toolkits/sample/', 5],
    ['csec-checklist-steps.pdf', '/checklists/steps/', 5],
  ]);
  expect(new Set(jobs.map(({ file }) => file)).size).toBe(jobs.length);
});

it('has every kind of block in the kitchen sink', () => {
  const kinds = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('kind' in value) kinds.add(String(value.kind));
    Object.values(value).forEach(walk);
  };
  walk(documentOf('csec-toolkits-complete').parts);
  const every: Record<DocBlock['kind'], true> = {
    heading: true,
    paragraph: true,
    list: true,
    table: true,
    quote: true,
    callout: true,
    figure: true,
    steps: true,
    clause: true,
    guidance: true,
    signatures: true,
    grid: true,
    definitions: true,
  };
  expect(Object.keys(every).filter((kind) => !kinds.has(kind))).toEqual([]);
});

describe('bytes', () => {
  // By day the whole build is compared, in tests/site/build.test.ts.
  it.runIf(isNightly)('are the same twice, and in another process, time zone and language', async () => {
    const first = await Promise.all(jobs.map(async ({ input }) => sha(await pdf.write(input, tools))));
    const again = { ...tools };
    expect(await Promise.all(jobs.map(async ({ input }) => sha(await pdf.write(input, again))))).toEqual(first);
    const script = `
      import { createHash } from 'node:crypto';
      import { pdf } from './src/formats/pdf.ts';
      import { publicationOf, tools } from './tests/formats/publication.ts';
      for (const { input } of pdf.jobs(publicationOf(process.argv[1])).reverse()) {
        const bytes = await pdf.write(input, tools);
        console.log(createHash('sha256').update(bytes).digest('hex'));
      }`;
    const other = execFileSync(process.execPath, ['--input-type=module', '--eval', script, kitchenSink], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, TZ: 'Pacific/Auckland', LC_ALL: 'de_DE.UTF-8', NODE_OPTIONS: '' },
    });
    expect(other.trim().split('\n').reverse()).toEqual(first);
  });
});

withReaders('the toolkit of the kitchen sink', () => {
  let opened: Opened;
  const document = documentOf('csec-toolkit-05-sample');
  beforeAll(async () => {
    opened = open(await pdf.write(document, tools));
  });

  it('opens without complaint, on US Letter, tagged, in English, with title, author and subject', () => {
    expect(opened.complaints).toBe('');
    expect(opened.titles).toBe(1);
    expect(opened.info).toMatchObject({
      Title: document.title,
      Author: 'CSEC Task Force Toolkits',
      Subject: document.promise,
      Tagged: 'yes',
      Suspects: 'no',
      'Page size': '612 x 792 pts (letter)',
    });
    expect(opened.info['CreationDate']).toBeUndefined();
    const catalog = opened.objects.find((object) => object['/Type'] === '/Catalog')!;
    expect(catalog).toMatchObject({
      '/Lang': 'u:en-US',
      '/ViewerPreferences': { '/DisplayDocTitle': true },
      '/MarkInfo': { '/Marked': true },
    });
    expect(
      opened.objects
        .filter((object) => object['/Type'] === '/Page')
        .every((page) => page['/Tabs'] === '/S' || !page['/Annots']),
    ).toBe(true);
  });

  it('counts its pages, and says on each what it is and when it was reviewed', () => {
    const count = Number(opened.info['Pages']);
    expect(count).toBe(opened.pages.length);
    opened.pages.slice(1).forEach((page, index) => {
      expect(page).toContain(`Page ${index + 2} of ${count}`);
      expect(page).toContain('Reviewed January 2, 2026 · https://toolkits.example/');
    });
  });

  it('shows on its cover what it is, and where each section and pull-out begins', () => {
    const [cover = ''] = opened.pages;
    for (const words of ['Toolkit 5', document.title, document.promise, 'In this toolkit', 'Pull out and use'])
      expect(cover).toContain(words);
    for (const part of document.parts.slice(1)) {
      const page =
        opened.pages.findIndex(
          (text, index) => index > 0 && text.startsWith(`${part.kicker}\n`) && text.includes(part.title),
        ) + 1;
      expect(cover.replace(/\s+/g, ' ')).toMatch(
        new RegExp(`${part.title.replace(/[^\w ]/g, '.')} ${part.kicker}.* ${page}\\b`),
      );
    }
  });

  it('has a bookmark for each heading, at its depth', () => {
    const deep = (bookmarks: Opened['bookmarks'], depth = 0): string[] =>
      bookmarks.flatMap(({ title, kids }) => ['  '.repeat(depth) + title, ...deep(kids, depth + 1)]);
    const titles = deep(opened.bookmarks);
    expect(titles[0]).toBe(document.title);
    for (const line of [
      '  In short',
      '  A heading',
      '    A smaller heading',
      '  Sources',
      '  Steps',
      '  Letter',
      '    1. Parties',
      '    Signatures',
      '    Guidance',
    ])
      expect(titles).toContain(line);
  });

  it('has real headings, lists, tables, quotations and pictures', () => {
    const heading = (level: number, words: string) => new RegExp(`^ *H${level} .*\\n *"${words}`, 'm');
    for (const tag of [
      heading(1, 'The sample “toolkit”'),
      heading(2, 'A heading'),
      heading(3, 'A smaller heading'),
      /^ *BlockQuote/m,
      /^ *TOCI/m,
      /^ *LI /m,
    ])
      expect(opened.tags).toMatch(tag);
    const table = /^ {2}Table.*\n {4}Caption[^\0]*?(?=^ {2}\w)/m.exec(opened.tags)![0];
    expect(table).toContain('"Two rows"');
    expect(table.match(/\/Scope \/Column/g)).toHaveLength(2);
    expect(table.match(/TH[^\n]*\n *\/Scope \/Row\n[^/]*?"(First|Second)"/g)).toHaveLength(2);
    const alternatives = opened.objects
      .filter((object) => object['/S'] === '/Figure')
      .map((object) => String(object['/Alt']));
    expect(alternatives).toContain('u:A dot');
    expect(alternatives.every((words) => words.length > 4)).toBe(true);
  });

  it('links citations to their notes and back, parts to each other, and sources to the web', () => {
    const links = opened.objects.filter((object) => object['/Subtype'] === '/Link');
    expect(
      links.some((link) => (link['/A'] as Record<string, string> | undefined)?.['/URI']?.startsWith('u:https://')),
    ).toBe(true);
    expect(JSON.stringify(links)).not.toMatch(/u:(field|cite|note):/);
    const contents = links.filter((link) => link['/Dest']).map((link) => link['/Contents']);
    for (const words of ['u:Source 1', 'u:Source 1: back to the text']) expect(contents).toContain(words);
  });

  it('says every word of the document', () => {
    const words = wordsOfPdf(opened);
    const said = (text: string) => expect(words).toContain(text.replace(/\s+/g, ' ').trim());
    const walk = (blocks: readonly DocBlock[]): void =>
      blocks.forEach((block) => {
        if (block.kind === 'paragraph' || block.kind === 'heading')
          block.children.filter(({ kind }) => kind === 'text').forEach((node) => said(wordsOf([node])));
        if (block.kind === 'callout') [block.label, block.title ?? ''].forEach(said);
        if (block.kind === 'steps') block.items.forEach((step) => said(wordsOf(step.text.slice(0, 1))));
        if (block.kind === 'definitions') block.items.forEach(({ term }) => said(term));
        if ('children' in block && block.kind !== 'paragraph' && block.kind !== 'heading' && block.kind !== 'clause')
          walk(block.children);
      });
    document.parts.forEach((part) => walk([...part.intro, ...part.blocks]));
  });

  it('shows a code of the page’s address that a camera reads', () => {
    expect(opened.codesOn(1)).toEqual(['https://toolkits.example/toolkits/sample/']);
    const page = opened.pages.findIndex((text) => text.startsWith('Checklist\n')) + 1;
    expect(opened.codesOn(page)).toEqual(['https://toolkits.example/checklists/steps/']);
  });
});

withReaders('a document without a public address', () => {
  it('has neither code nor address', async () => {
    const { input } = pdf
      .jobs({ ...publication, url: undefined })
      .find(({ file }) => file === 'csec-checklist-steps.pdf')!;
    const opened = open(await pdf.write(input, tools));
    expect(opened.objects.filter((object) => object['/S'] === '/Figure')).toEqual([]);
    expect(opened.pages.join('')).not.toContain('https://toolkits');
    expect(opened.pages[0]).toContain('Reviewed January 2, 2026');
  });
});

withReaders('a template on its own', () => {
  const { input } = pdf
    .jobs(publicationOf(root))
    .find(({ file }) => file === 'csec-template-memorandum-of-understanding.pdf')!;

  it('is the document under its own title; what is about it stands on pages of their own', async () => {
    const { pages } = open(await pdf.write({ ...input, drafted: '2026-11-27' }, tools));
    const about = pages.findIndex((page) => page.startsWith('How to use this draft\n'));
    expect(about).toBeGreaterThan(3);
    const [sent, behind] = [pages.slice(0, about), pages.slice(about)];
    expect(sent[0]).toMatch(/^Memorandum of Understanding of the/);
    sent.forEach((page, index) => {
      expect(page).toContain('Draft of November 27, 2026\n');
      expect(page).toMatch(new RegExp(`Page ${index + 1} of ${about}\\s*$`));
      expect(page).not.toMatch(/Sources|Guidance|OPTIONAL|Optional|Reviewed|https?:|\*/);
    });
    expect(sent.find((page) => page.includes('Each person who signs'))).toContain('Second member organization');
    expect(behind[0]).toContain('Optional (may be left out): ');
    expect(behind[0]).toContain(`Page 1 of ${behind.length}`);
    expect(behind.join('')).toMatch(/Where the wording comes from: |^Sources$/m);
  }, 180_000);
});

withReaders('documents that promise to fit', () => {
  const promised = pdf.jobs(publicationOf(root)).flatMap(({ input }) => {
    const [part] = input.parts;
    return input.parts.length === 1 && part?.sheets ? [[input.name, part.sheets, input] as const] : [];
  });

  it('are many, and the one-page summary is one of them', () => {
    expect(promised.length).toBeGreaterThan(20);
    expect(promised.map(([name]) => name)).toContain('csec-template-memorandum-of-understanding-summary');
  });

  // By day the first of each kind; in the packet of the site all are held to it.
  const kindOf = (name: string): string => name.split('-')[1]!;
  const first = promised.filter(([name], at) => at === promised.findIndex(([other]) => kindOf(other) === kindOf(name)));

  it.each(isNightly ? promised : first)('%s: %d sheets, without the guidance', async (_, sheets, input) => {
    const opened = open(await pdf.write(input, tools));
    expect(opened.titles).toBe(1);
    const { pages } = opened;
    const guidance = pages.findIndex((page) => /^(Guidance|How to use this draft)\n/.test(page));
    expect(guidance < 0 ? pages.length : guidance).toBeLessThanOrEqual(sheets);
  });
});
