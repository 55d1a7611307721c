import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isDrawn, type Deck, type DeckSlide, type PointsLook } from '../../src/documents/deck-model.ts';
import { composeDeck } from '../../src/documents/compose-decks.ts';
import { wordsOf, type DocInline } from '../../src/documents/document.ts';
import { hues } from '../../src/documents/drawings.ts';
import type { Publication } from '../../src/documents/site-documents.ts';
import { linesOfBlocks } from '../../src/documents/lines.ts';
import { readContent } from '../../src/reader/read.ts';
import { pptx } from '../../src/formats/pptx.ts';
import { fit, heightOf } from '../../src/formats/pptx/fit.ts';
import { colors, theme } from '../../src/formats/pptx/look.ts';
import type { Tools } from '../../src/formats/writer.ts';
import { isNightly, itAtNight } from '../nightly.ts';
import { converted, hasReaders, officePath, pagesOf } from '../programs.ts';
import { kitchenSink, root } from '../root.ts';
import { faultsOf, numbered, paragraphsIn, partsOf } from './pptx/package.ts';

const url = 'https://toolkits.example/';
const tools: Tools = { read: (name) => new Uint8Array(readFileSync(join(root, 'node_modules', name))) };
const publicationOf = (folder: string, address?: string): Publication => ({
  site: readContent(folder).site,
  figures: {},
  url: address,
});
const sink = publicationOf(kitchenSink, url);
const deck = composeDeck(sink, 'sample');
const text = (words: string): DocInline[] => [{ kind: 'text', text: words }];
/** The deck with a change to one slide. */
const changed = (id: string, change: (slide: DeckSlide) => DeckSlide): Deck => ({
  ...deck,
  slides: deck.slides.map((slide) => (slide.id === id ? change(slide) : slide)),
});
const points = (lines: string[]) =>
  changed('points', (slide) => ({ ...slide, parts: [{ kind: 'points', points: lines.map(text) }] }));
/** The chart of bars with values that are all plain numbers. */
const plainBars = changed('chart', (slide) => ({
  ...slide,
  parts: slide.parts.map((part) =>
    part.kind === 'chart'
      ? { ...part, chart: { ...part.chart, rows: part.chart.rows.map(({ written, ...row }) => row) } }
      : part,
  ),
}));

it('makes a file of each toolkit that has slides', () => {
  expect(pptx.jobs(sink).map(({ file, title, address, toolkit }) => ({ file, title, address, toolkit }))).toEqual([
    { file: 'csec-toolkit-05-sample.pptx', title: 'The sample “toolkit”', address: '/toolkits/sample/', toolkit: 5 },
  ]);
  expect(pptx.jobs({ ...sink, site: { ...sink.site, slides: {} } })).toEqual([]);
});

describe('the package', async () => {
  const bytes = await pptx.write(deck, tools);
  const parts = partsOf(bytes);
  const slides = numbered(parts, 'slides');

  it.each([
    ['the kitchen sink', () => deck],
    ['without an address', () => composeDeck(publicationOf(kitchenSink), 'sample')],
    ['with a chart of PowerPoint’s own', () => plainBars],
  ])('needs no repair: %s', async (_, make) => {
    expect(faultsOf(await pptx.write(make(), tools))).toEqual([]);
  });

  it('has one master with named layouts, in the color of the toolkit', () => {
    expect(numbered(parts, 'slideMasters')).toHaveLength(1);
    expect(numbered(parts, 'slideLayouts').map((xml) => /<p:cSld name="([^"]*)"/.exec(xml)![1])).toEqual([
      'Points',
      'Statement',
      'Comparison',
      'Chart',
      'Sources',
      'Cover',
    ]);
    expect([...numbered(parts, 'slideMasters')[0]!.matchAll(/<p:ph type="(\w+)"/g)].map(([, type]) => type)).toEqual([
      'title',
      'body',
      'ftr',
      'sldNum',
    ]);
    expect(parts['ppt/theme/theme1.xml']).toContain('<a:accent1><a:srgbClr val="71406f"/>');
    expect(parts['ppt/presentation.xml']).toContain('<p:sldSz cx="12192000" cy="6858000"/>');
    // What a trainer types into a new slide takes the form of the layout.
    expect(numbered(parts, 'slideLayouts')[0]).toMatch(
      /<p:ph type="body" idx="1"\/>.*?<a:lstStyle><a:lvl1pPr marL="\d+" indent="-\d+">.*?<a:buChar .*?<a:defRPr [^>]*sz="2600"/s,
    );
  });

  it('begins every slide with its title, and no two are alike', () => {
    const titles = slides.map((xml) => {
      const [, first] = /<p:sp>(.*?)<\/p:sp>/s.exec(xml)!;
      expect(first).toContain('<p:ph type="title"/>');
      return paragraphsIn(first!).join();
    });
    expect(titles).toEqual(deck.slides.map(({ title }) => title));
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('has notes on every slide, a paragraph for each line', () => {
    const notes = numbered(parts, 'notesSlides').map((xml) =>
      paragraphsIn(/<p:ph type="body" idx="1"\/>.*?<\/p:sp>/s.exec(xml)![0]),
    );
    expect(notes).toEqual(deck.slides.map((slide) => linesOfBlocks(slide.notes).map((line) => line.text)));
    expect(notes[1]).toEqual([
      'Say the first one.',
      '• Then the second.',
      'In the toolkit: “A heading”, https://toolkits.example/toolkits/sample/#a-heading.',
      'Source: 1 Some slides, First slide.',
    ]);
  });

  it('tells every picture and chart in words', async () => {
    const shown = [...slides, ...numbered(partsOf(await pptx.write(plainBars, tools)), 'slides')].flatMap((xml) =>
      [...xml.matchAll(/<p:(?:pic|graphicFrame)>.*?<p:cNvPr ([^>]*)>/gs)].map(([, attributes]) => attributes!),
    );
    expect(shown.length).toBeGreaterThan(6);
    for (const attributes of shown) expect(attributes).toMatch(/descr="[^"]{12,}"/);
    expect(shown.join()).toContain(
      'descr="QR code that leads to “A heading” in the toolkit: https://toolkits.example/toolkits/sample/#a-heading"',
    );
    expect(shown.join()).toContain('2002: nearly 8.');
  });

  it('speaks American English and names itself', () => {
    for (const xml of slides)
      expect(
        [...xml.matchAll(/<a:(?:rPr|endParaRPr)\b([^>]*)>/g)].every(([, attributes]) =>
          attributes!.includes('lang="en-US"'),
        ),
      ).toBe(true);
    expect(parts['docProps/core.xml']).toContain('<dc:title>The sample “toolkit”</dc:title>');
    expect(parts['docProps/core.xml']).toContain('2026-01-02T00:00:00Z</dcterms:modified>');
    expect(Object.values(parts).join()).not.toContain('PptxGenJS');
  });

  it('marks what the editors suggest, on the point and on the slide', () => {
    expect(paragraphsIn(slides[1]!)).toContain('Two, from nobody. Editors’\u00a0suggestion');
    expect(slides[3]).toMatch(
      /<p:ph type="body" sz="quarter" idx="15"\/>.*?<a:t>Exercise, 5 minutes · Editors’ suggestion<\/a:t>/s,
    );
    // Below what the room sees, where it is from.
    expect(slides[1]).toMatch(
      /<p:ph type="body" sz="quarter" idx="22"\/>.*?sz="1400".*?<a:t>Source: 1 Some slides<\/a:t>/s,
    );
    expect(slides[3]).not.toContain('idx="22"');
    expect(slides[1]).not.toContain('idx="15"');
  });

  it('raises the numbers of sources', () => {
    expect(slides[1]).toMatch(/baseline="30000"[^>]*>(?:(?!<a:r>).)*<a:t>1<\/a:t>/s);
  });

  it('leaves out codes and links when the address is not known', async () => {
    const own = partsOf(await pptx.write(composeDeck(publicationOf(kitchenSink), 'sample'), tools));
    expect(numbered(own, 'slides').join()).not.toContain('QR code');
    expect(
      [
        ...Object.values(own)
          .join()
          .matchAll(/Target="(https?:[^"]*)"/g),
      ].map(([, target]) => target),
    ).toEqual(['https://law.example/1']);
  });

  it('draws a chart itself only when bars say all', async () => {
    expect(Object.keys(parts).some((path) => path.startsWith('ppt/charts/'))).toBe(false);
    const own = partsOf(await pptx.write(plainBars, tools));
    expect(own['ppt/charts/chart1.xml']).toContain('<c:v>8</c:v>');
    expect(own['ppt/charts/chart1.xml']!.match(/<c:axId /g)).toHaveLength(4);
    expect(own['ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx']).toBeDefined();
  });
});

it('takes what people write as text', async () => {
  const nasty = '<a:t>5 & 6 > “4”</a:t> \'"&amp;';
  const parts = partsOf(
    await pptx.write(
      changed('points', (slide) => ({
        ...slide,
        title: nasty,
        parts: [{ kind: 'points', points: [text(nasty)] }],
        notes: [{ kind: 'paragraph', children: text(nasty) }],
      })),
      tools,
    ),
  );
  expect(paragraphsIn(numbered(parts, 'slides')[1]!).slice(0, 2)).toEqual([nasty, nasty]);
  expect(paragraphsIn(numbered(parts, 'notesSlides')[1]!)[0]).toBe(nasty);
  expect(
    faultsOf(
      await pptx.write(
        changed('points', (slide) => ({ ...slide, title: nasty })),
        tools,
      ),
    ),
  ).toEqual([]);
});

it('writes in colors that read in a bright room', () => {
  const light = (color: string) =>
    [0.2126, 0.7152, 0.0722].reduce((sum, share, at) => {
      const part = Number.parseInt(color.replace('#', '').slice(2 * at, 2 * at + 2), 16) / 255;
      return sum + share * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    }, 0);
  const onPaper = (color: string) => (light(theme.paper) + 0.05) / (light(color) + 0.05);
  for (const color of [...hues, theme.ink, theme.soft, colors.label]) expect(onPaper(color)).toBeGreaterThan(4.5);
});

describe('the same deck', () => {
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

  it('gives the same bytes, also after other decks with charts', async () => {
    const first = await pptx.write(plainBars, tools);
    await pptx.write(plainBars, tools);
    expect(hash(await pptx.write(plainBars, tools))).toBe(hash(first));
  });

  // By day the whole build is compared, in tests/site/build.test.ts.
  it.runIf(isNightly)('gives the same bytes in another process, time zone and language', async () => {
    const program = `
      const { readFileSync } = await import('node:fs');
      const { createHash } = await import('node:crypto');
      const { readContent } = await import('${pathToFileURL(join(root, 'src/reader/read.ts'))}');
      const { composeDeck } = await import('${pathToFileURL(join(root, 'src/documents/compose-decks.ts'))}');
      const { pptx } = await import('${pathToFileURL(join(root, 'src/formats/pptx.ts'))}');
      const [folder, modules] = ${JSON.stringify([kitchenSink, join(root, 'node_modules')])};
      const deck = composeDeck({ site: readContent(folder).site, figures: {}, url: '${url}' }, 'sample');
      const bytes = await pptx.write(deck, { read: (name) => new Uint8Array(readFileSync(modules + '/' + name)) });
      console.log(createHash('sha256').update(bytes).digest('hex'));`;
    const other = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      env: { ...process.env, TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8' },
      encoding: 'utf8',
    });
    expect(other.trim()).toBe(hash(await pptx.write(deck, tools)));
  });
});

describe('what does not fit', () => {
  const long =
    'A point that goes on for longer than anybody in the room can read from the back row, and then goes on. '.repeat(3);
  const where = 'content/slides/sample.yaml, slide `points`: ';

  it.each([
    ['the points do not fit; shorten them.', points([long, long, long, long])],
    ['the points do not fit; shorten them.', points(['A'.repeat(80)])],
    ['the title does not fit; shorten it.', changed('points', (slide) => ({ ...slide, title: long }))],
    [
      'the statement does not fit; shorten it.',
      changed('points', (slide) => ({ ...slide, parts: [{ kind: 'statement', children: text(long.repeat(3)) }] })),
    ],
    [
      'the points do not fit; shorten them.',
      changed('points', (slide) => ({
        ...slide,
        parts: [
          {
            kind: 'compare',
            columns: [
              { title: 'Left', points: [text('Short')] },
              { title: 'Right', points: [text(long), text(long)] },
            ],
          },
        ],
      })),
    ],
  ] as [string, Deck][])('is an error that names the slide: %s', async (message, broken) => {
    await expect(pptx.write(broken, tools)).rejects.toThrow(where + message);
  });

  it('leaves a chart its room', async () => {
    const crowded = changed('answers', (slide) => ({
      ...slide,
      parts: [
        ...points(['A', 'B', 'C']).slides[1]!.parts,
        ...slide.parts.map((part) =>
          part.kind === 'chart' ? { ...part, drawing: { ...part.drawing, height: 4000 } } : part,
        ),
      ] as DeckSlide['parts'],
    }));
    await expect(pptx.write(crowded, tools)).rejects.toThrow(
      'content/slides/sample.yaml, slide `answers`: the chart has no room; shorten the points.',
    );
  });

  it('takes the largest letters that fit and keeps a number with its word', () => {
    const passage = { paragraphs: [text('Four words in line')], gap: 0, indent: 0 };
    expect(fit(passage, { x: 0, y: 0, w: 10, h: 1 }, [40, 20])).toBe(40);
    expect(fit(passage, { x: 0, y: 0, w: 3, h: 0.4 }, [40, 20])).toBe(20);
    expect(fit(passage, { x: 0, y: 0, w: 3, h: 0.1 }, [40, 20])).toBeUndefined();
    const line = heightOf(passage, 20, 2.4);
    const cited = {
      ...passage,
      paragraphs: [[...text('Four words in line'), { kind: 'cite', n: 128, first: true } as const]],
    };
    expect(heightOf(cited, 20, 2.4)).toBeCloseTo(2 * line);
    expect(heightOf(passage, 20, 0.3)).toBe(Infinity);
  });
});

describe.runIf(officePath && hasReaders)('in LibreOffice', () => {
  itAtNight('shows every slide with its words, and codes that lead to their sections', async () => {
    const folder = converted({ 'sample.pptx': await pptx.write(deck, tools) }, 'pdf');
    const pdf = join(folder, 'sample.pdf');
    const pages = pagesOf(readFileSync(pdf));
    expect(pages).toHaveLength(deck.slides.length);
    const squeezed = (words: string) => words.replace(/\s/g, '');
    deck.slides.forEach(({ title, parts }, index) => {
      const page = squeezed(pages[index]!);
      const words = parts.flatMap((part) => {
        if (part.kind === 'statement') return [wordsOf(part.children)];
        if (part.kind === 'points')
          return part.points.flatMap((point) =>
            point.filter(({ kind }) => kind === 'text').map((node) => wordsOf([node])),
          );
        if (part.kind === 'compare')
          return part.columns.flatMap((column) => [column.title, ...column.points.map(wordsOf)]);
        if (part.kind === 'cover') return [part.promise, ...part.lines];
        return part.kind === 'sources' ? [...part.notes.map((note) => note.title), ...part.close] : [];
      });
      for (const line of [title, ...words]) expect(page).toContain(squeezed(line));
    });
    execFileSync('pdftoppm', ['-r', '80', '-png', pdf, join(folder, 'page')]);
    const read = (page: number) =>
      execFileSync('zbarimg', ['-q', '--raw', join(folder, `page-${page}.png`)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    const linked = deck.slides.flatMap(({ section }, index) =>
      section?.href ? [{ page: index + 1, href: section.href }] : [],
    );
    expect(linked.length).toBeGreaterThan(1);
    expect(linked.map(({ page }) => read(page))).toEqual(linked.map(({ href }) => href));
  });
});

describe('points that are drawn', () => {
  const looked = (look: PointsLook, lines: string[]) =>
    changed('points', (slide) => ({ ...slide, parts: [{ kind: 'points', look, points: lines.map(text) }] }));
  const names = (xml: string) => [...xml.matchAll(/<p:cNvPr id="\d+" name="([^"]*)"/g)].map(([, name]) => name!);

  it.each([
    ['path', ['Path', 'Number 1', 'Step 1', 'Number 2', 'Step 2', 'Number 3', 'Step 3']],
    ['cards', ['Card 1', 'Card 2', 'Card 3']],
    ['tree', ['Trunk', 'Branches', 'Branch 1', 'Branch 2', 'Card 1', 'Card 2', 'Card 3']],
  ] as const)('are shapes with their words in letters of 24 points or more: %s', async (look, shapes) => {
    const parts = partsOf(await pptx.write(looked(look, ['First', 'Second', 'Third']), tools));
    const slide = numbered(parts, 'slides')[1]!;
    expect(names(slide).filter((name) => shapes.includes(name as never))).toEqual(shapes);
    expect(paragraphsIn(slide)).toEqual(expect.arrayContaining(['First', 'Second', 'Third']));
    const [, drawn = ''] = /name="(?:Step|Card) 1".*?sz="(\d+)"/s.exec(slide)!;
    expect(Number(drawn)).toBeGreaterThanOrEqual(2400);
  });

  it('or before and after, with an arrow between them', async () => {
    const slide = numbered(partsOf(await pptx.write(deck, tools)), 'slides')[3]!;
    expect(names(slide).filter((name) => ['Before', 'After', 'Arrow'].includes(name))).toEqual([
      'Before',
      'After',
      'Arrow',
    ]);
    expect(paragraphsIn(slide)).toEqual(expect.arrayContaining(['Before', 'Alone', 'After', 'Together', 'Better']));
  });

  it('that do not fit are an error', async () => {
    const long = 'A point that goes on for longer than anybody can read from the back row. '.repeat(9);
    await expect(pptx.write(looked('cards', [long, long]), tools)).rejects.toThrow(
      'the points do not fit; shorten them',
    );
  });
});

/** Words below 24 points, but for the foot, labels, raised numbers and the words beside a code, which are not for the back row. */
function smallLettersIn(bytes: Uint8Array): string[] {
  return numbered(partsOf(bytes), 'slides').flatMap((xml) =>
    (xml.match(/<p:sp>.*?<\/p:sp>/gs) ?? [])
      .filter((shape) => !/<p:cNvPr id="\d+" name="(?:Source|Footer|Link|Slide Number)[ "]/.test(shape))
      .flatMap((shape) => [...shape.matchAll(/<a:r><a:rPr\b([^>]*)>(.*?)<\/a:rPr><a:t>([^<]*)/gs)])
      .filter(([, attributes = '', look = '']) => !attributes.includes('baseline') && !look.includes(colors.label))
      .filter(([, attributes = '']) => Number(/\bsz="(\d+)"/.exec(attributes)?.[1]) < 2400)
      .map(([, attributes, , words]) => `${attributes}: ${words}`),
  );
}

describe('the decks of the site', () => {
  const publication = publicationOf(root, url);

  it('draw on at least one of three slides, and open each with words of its own', () => {
    const decks = pptx.jobs(publication).map(({ input }) => input);
    for (const { name, slides } of decks) {
      const own = slides.filter(({ parts }) => !parts.some(({ kind }) => kind === 'cover' || kind === 'sources'));
      const drawn = own.filter(({ parts }) => parts.some(isDrawn));
      expect(3 * drawn.length, name).toBeGreaterThanOrEqual(own.length);
    }
    expect(new Set(decks.map(({ slides }) => JSON.stringify(slides[1]!.parts))).size).toBe(decks.length);
  });

  it.each(pptx.jobs(publication).map(({ file, input }) => [file, input] as const))(
    '%s fits and needs no repair',
    async (_, input) => {
      const bytes = await pptx.write(input, tools);
      expect(faultsOf(bytes)).toEqual([]);
      expect(smallLettersIn(bytes)).toEqual([]);
    },
  );
});
