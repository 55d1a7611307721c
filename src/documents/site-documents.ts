/** The documents of the site: every toolkit with its pull-outs behind it, every pull-out, and the whole set. */
import { collections, type Entry, type Site } from '../schemas/index.ts';
import { label, type DocBlock, type Document, type Part } from './document.ts';
import { mapInWords } from '../site/drawn.ts';
import { chartDrawing, escaped, figureDrawing, hueOf, onPaper, type Drawing } from './drawings.ts';
import { kindOf } from '../schemas/kinds.ts';
import { setName } from '../schemas/names.ts';
import { partToDocument } from './pull-out-to-document.ts';
import {
  blocksToDocument,
  inlinesToDocument,
  notesToDocument,
  withLegend,
  type DocumentContext,
} from './to-document.ts';
import { drawings as marks } from '../site/toolkit-marks.ts';
import { allPullOuts, findPullOut, type PullOut } from '../site/pull-outs.ts';
import {
  composeGlossary,
  composeProsePage,
  composePullOutPage,
  glossaryPromise,
  toolkitsInOrder,
} from '../site/page.ts';
import { pullOutFile, toolkitFile } from '../site/file-names.ts';
import { absolute } from '../site/public-address.ts';
import { borders, outline, regionShapes, size } from '../site/washington.ts';

/** What documents are made from. */
export interface Publication {
  site: Site;
  /** The drawings of `content/figures/` by name, as SVG. */
  figures: Readonly<Record<string, string>>;
  /** The public address of the site, ending in a slash, when it is known; `/` for slides that are pages of the site itself. */
  url?: string | undefined;
  /** The version of the project, which the whole set bears on its cover: “1.0.0”. */
  version?: string;
}

/** One page to put into a document. */
type Page =
  { type: 'toolkits' | 'library'; id: string } | { type: 'pull-out'; pullOut: PullOut } | { type: 'glossary' };

const partId = (page: Page): string =>
  page.type === 'glossary'
    ? 'glossary'
    : page.type === 'pull-out'
      ? `${page.pullOut.kind}-${page.pullOut.entry.id}`
      : `${page.type}-${page.id}`;
const addressOf = (page: Page): string =>
  page.type === 'glossary'
    ? '/glossary/'
    : page.type === 'pull-out'
      ? collections[page.pullOut.kind].address(page.pullOut.entry.id)
      : collections[page.type].address(page.id);

/** The toolkit with its pull-outs behind it. */
export function toolkitDocument(publication: Publication, id: string): Document {
  const entry = publication.site.toolkits[id]!;
  return assemble(
    publication,
    {
      name: toolkitFile(entry),
      title: entry.title,
      promise: entry.promise,
      kicker: `Toolkit ${entry.number}`,
      toolkit: entry.number,
      mark: marks[entry.mark],
      address: collections.toolkits.address(id),
    },
    pagesOfToolkit(publication.site, id),
  );
}

/** One pull-out on its own. */
export function pullOutDocument(publication: Publication, pullOut: PullOut): Document {
  const { entry, kind } = pullOut;
  const toolkit = publication.site.toolkits[entry.toolkit.id]!.number;
  return assemble(
    publication,
    {
      name: pullOutFile(pullOut),
      title: entry.title,
      promise: entry.promise,
      kicker: kindOf(kind).one,
      toolkit,
      address: collections[kind].address(entry.id),
    },
    [{ type: 'pull-out', pullOut }],
  );
}

/** All toolkits, each with its pull-outs, then the library and the glossary. */
export function wholeSet(publication: Publication): Document {
  const { site } = publication;
  const { library: texts } = site;
  const about = {
    name: 'csec-toolkits-complete',
    title: setName,
    promise: site.pages['home']?.promise ?? '',
    kicker: 'The whole set',
    address: '/',
  };
  const pages = [
    ...toolkitsInOrder(site).flatMap(({ id }) => pagesOfToolkit(site, id)),
    ...Object.keys(texts).map((id): Page => ({ type: 'library', id })),
    { type: 'glossary' } as const,
  ];
  // A pull-out that two toolkits show stands behind the first.
  const once = pages.filter((page, index) => pages.findIndex((other) => partId(other) === partId(page)) === index);
  return { ...assemble(publication, about, once), ...(publication.version ? { version: publication.version } : {}) };
}

/** A toolkit, the pull-outs it names, and those that belong to it. */
function pagesOfToolkit(site: Site, id: string): Page[] {
  const named = site.toolkits[id]!.pullOuts.flatMap((ref) => findPullOut(site, ref) ?? []);
  const own = allPullOuts(site).filter(({ entry }) => entry.toolkit.id === id);
  const all = [...named, ...own];
  const once = all.filter(
    (one, index) => all.findIndex((other) => other.kind === one.kind && other.entry.id === one.entry.id) === index,
  );
  return [{ type: 'toolkits', id }, ...once.map((pullOut): Page => ({ type: 'pull-out', pullOut }))];
}

interface About extends Pick<Document, 'name' | 'title' | 'promise' | 'kicker'> {
  toolkit?: number;
  mark?: string;
  address: string;
}

function assemble(publication: Publication, { address, ...about }: About, pages: readonly Page[]): Document {
  const inside = new Map(pages.map((page) => [addressOf(page), partId(page)]));
  const parts = pages.map((page, index) =>
    partOf(publication, page, inside, pages.length > 1 && index > 0 && page.type === 'pull-out' ? 2 : 1),
  );
  const reviewed =
    parts
      .map((part) => part.reviewed)
      .sort()
      .at(-1) ?? '';
  return { ...about, ...urlOf(publication, address), reviewed, parts };
}

/** The public address of a page, when it is known. */
function urlOf({ url }: Publication, address: string): { url?: string } {
  return url ? { url: absolute(url, address) } : {};
}

function partOf(publication: Publication, page: Page, inside: ReadonlyMap<string, string>, level: 1 | 2): Part {
  const { site } = publication;
  const id = partId(page);
  const address = addressOf(page);
  const toolkit =
    page.type === 'toolkits'
      ? site.toolkits[page.id]!.number
      : page.type === 'pull-out'
        ? site.toolkits[page.pullOut.entry.toolkit.id]!.number
        : undefined;
  const context = contextOf(publication, id, address, inside, hueOf(toolkit));
  const common = { id, level, ...(toolkit ? { toolkit } : {}), ...urlOf(publication, address) };
  if (page.type === 'glossary') return { ...common, ...glossaryPart(site, context) };
  if (page.type === 'pull-out') {
    const { pullOut, notes } = composePullOutPage(site, page.pullOut);
    return partToDocument({ pullOut, notes: notesToDocument(notes) }, common, context);
  }
  const { entry, blocks, inShort, notes } = composeProsePage(site, page.type, page.id, 'named');
  const points = inShort.map((point): DocBlock[] => [
    { kind: 'paragraph', children: inlinesToDocument(point, context) },
  ]);
  const short: DocBlock[] =
    points.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, anchor: 'in-short', children: [{ kind: 'text', text: 'In short' }] },
          { kind: 'list', ordered: false, start: 1, items: points },
        ];
  return {
    ...common,
    type: page.type,
    file: `content/${page.type}/${page.id}.mdx`,
    kicker: toolkit ? `Toolkit ${toolkit}` : 'Library',
    title: entry.title,
    promise: entry.promise,
    reviewed: entry.reviewed,
    intro: [],
    blocks: withLegend([...short, ...blocksToDocument(blocks, context)]),
    notes: notesToDocument(notes),
  };
}

function glossaryPart(site: Site, context: DocumentContext): Omit<Part, 'id' | 'level'> {
  const { terms, notes } = composeGlossary(site);
  const blocks = terms.flatMap((term): DocBlock[] => [
    {
      kind: 'heading',
      level: 3,
      anchor: term.id,
      children: [{ kind: 'text', text: `${term.term}${term.expansion ? `: ${term.expansion}` : ''}` }],
    },
    ...(term.editorsReading
      ? [
          {
            kind: 'paragraph' as const,
            children: [
              { kind: 'tag' as const, text: 'Editors’ reading' },
              { kind: 'text' as const, text: ' No source spells this out.' },
            ],
          },
        ]
      : []),
    ...blocksToDocument(term.definition, context),
    ...(term.also
      ? [{ kind: 'paragraph' as const, children: [{ kind: 'text' as const, text: `Also: ${term.also.join(', ')}` }] }]
      : []),
  ]);
  // The newest review of a toolkit: terms carry no date of their own.
  const reviewed =
    Object.values(site.toolkits)
      .map((entry) => entry.reviewed)
      .sort()
      .at(-1) ?? '';
  return {
    type: 'glossary',
    file: 'content/glossary.yaml',
    kicker: 'Glossary',
    title: 'Glossary',
    promise: glossaryPromise,
    reviewed,
    intro: [],
    blocks,
    notes: notesToDocument(notes),
  };
}

function contextOf(
  publication: Publication,
  part: string,
  own: string,
  inside: ReadonlyMap<string, string>,
  hue: string,
): DocumentContext {
  return {
    part,
    hue,
    link(href) {
      if (/^[a-z]+:/i.test(href)) return href;
      const [path = '', anchor] = href.split('#');
      const target = inside.get(path || own);
      // The site adds the sections of sources and changes around a text; documents have none.
      if (target)
        return `#${label({ id: target }, anchor && !['sources', 'changes', 'pull-out-and-use', 'related'].includes(anchor) ? anchor : undefined)}`;
      return publication.url ? absolute(publication.url, (path || own) + (anchor ? `#${anchor}` : '')) : undefined;
    },
    draw(block) {
      if (block.kind === 'chart') return chartDrawing(block.chart, hue);
      if (block.kind === 'region-map') return mapDrawing(block.regions, hue);
      const source = publication.figures[block.drawing];
      if (!source) throw new Error(`there is no drawing content/figures/${block.drawing}.svg`);
      return figureDrawing(source, block.alt, hue);
    },
    embed({ pullOut }) {
      const address = collections[pullOut.kind].address(pullOut.entry.id);
      const href = this.link(address);
      const title: DocBlock = {
        kind: 'paragraph',
        children: [
          {
            kind: 'strong',
            children: [
              { kind: 'text', text: `${kindOf(pullOut.kind).one}: ` },
              href
                ? { kind: 'link', href, children: [{ kind: 'text', text: pullOut.entry.title }] }
                : { kind: 'text', text: pullOut.entry.title },
            ],
          },
          { kind: 'text', text: `. ${pullOut.entry.promise}` },
        ],
      };
      return [title];
    },
  };
}

function mapDrawing(regions: readonly Entry<'regions'>[], hue: string): Drawing {
  const shapes = regionShapes(regions);
  const areas = shapes.map(({ path }) => `<path class="fig-area" d="${path}"/>`);
  const names = shapes.map(
    ({ name, x, y, anchor }) =>
      `<text font-size="17" font-weight="600" x="${x}" y="${y}" dy="0.35em" text-anchor="${anchor}">${escaped(name)}</text>`,
  );
  const inner = `<path class="fig-land" d="${outline}"/><path class="fig-grid" d="${borders}"/>${areas.join('')}${names.join('')}`;
  return {
    svg: onPaper(inner, size.width, size.height, hue),
    width: size.width,
    height: size.height,
    alt: mapInWords(regions),
  };
}
