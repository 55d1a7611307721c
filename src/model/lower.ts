/**
 * Turns texts and pull-outs into the blocks of documents: links resolved, terms and suggestions spelled out, pull-outs taken
 * apart into steps, clauses and grids. Pure, without a disk: the tools in the page use it too.
 */
import type { Block, Inline } from '../prose/tree.ts';
import type { Entry } from '../schemas/index.ts';
import { valueOf } from './chart-words.ts';
import type { DocBlock, DocInline, DocNote, DocStep, Field, GridColumn, Part, Signer } from './document.ts';
import { agencyGridTitle, countiesInWords, regionsCaption, regionsTitle, type Drawn } from './drawn.ts';
import { barsDrawing, type Drawing } from './drawings.ts';
import { kindNames, signatureLines, sourceWarnings, stageNames, suggestionTag, toneNames, voiceAnswers, voiceHeads, voicesTitle, writeLines } from './kind-names.ts';
import type { Note, PageBlock, PullOut, ShownPullOut } from './page.ts';

/** What lowering needs to know of the document around. */
export interface Surroundings {
  /** The id of the part: `templates-memorandum-of-understanding`. */
  part: string;
  /** The color of drawings, as #rrggbb. */
  hue: string;
  /** Where a link of the text leads within this document or on the web; undefined when it leads nowhere here. */
  link(href: string): string | undefined;
  /** The drawing of a figure, a chart or the map. */
  draw(block: Extract<Block, { kind: 'figure' }> | Exclude<Drawn, { kind: 'agency-grid' }>): Drawing;
  /** What stands in the place of a pull-out that a text shows. */
  embed(block: ShownPullOut): DocBlock[];
}
type Blanks = Entry<'templates'>['blanks'];
type Step = Entry<'checklists'>['groups'][number]['items'][number];

/** What somebody has written into a pull-out, keyed as its kind needs it. Empty values count as not written. */
export interface Filled {
  /** Of templates: by the id of the blank. */
  blanks?: Record<string, string>;
  /** Of templates: who signs, in place of the signers that the template names. */
  signers?: Signer[];
  /** Of checklists, duty lists and timelines: by the id of the step. */
  steps?: Record<string, { done?: boolean; written?: string }>;
}

const tag = (text: string): DocInline[] => [{ kind: 'text', text: ' ' }, { kind: 'tag', text }];
const words = (text: string): DocInline[] => [{ kind: 'text', text }];

/** The inline nodes of a document for those of a text. */
export function lowerInline(nodes: readonly Inline[], around: Surroundings, blanks: Blanks = {}, written: Record<string, string> = {}): DocInline[] {
  return nodes.flatMap((node): DocInline[] => {
    const children = () => lowerInline('children' in node ? node.children : [], around, blanks, written);
    switch (node.kind) {
      case 'text':
      case 'break':
        return [node];
      case 'strong':
      case 'emphasis':
        return [{ kind: node.kind, children: children() }];
      case 'suggestion':
        return [...children(), ...tag(suggestionTag)];
      case 'link':
      case 'term': {
        const href = around.link(node.kind === 'link' ? node.href : `/glossary/#${node.id}`);
        return href ? [{ kind: 'link', href, children: children() }] : children();
      }
      case 'cite':
        return node.n === undefined ? [] : [{ kind: 'cite', n: node.n, first: node.first ?? false }];
      case 'blank':
        return [fieldOf(node.id, around.part, blanks, written)];
    }
  });
}

function fieldOf(id: string, part: string, blanks: Blanks, written: Record<string, string>): Field {
  const { label = id, size = 'line' } = blanks[id] ?? {};
  return { kind: 'field', name: `${part}.${id}`, label, size, ...(written[id] ? { value: written[id] } : {}) };
}

/** The blocks of a document for those of a composed page. */
export function lowerBlocks(blocks: readonly (PageBlock | Block)[], around: Surroundings): DocBlock[] {
  const inline = (nodes: readonly Inline[]) => lowerInline(nodes, around);
  return blocks.flatMap((block): DocBlock[] => {
    switch (block.kind) {
      case 'heading':
        return [{ kind: 'heading', level: block.level, anchor: block.anchor, children: inline(block.children) }];
      case 'paragraph':
        return [{ kind: 'paragraph', children: inline(block.children) }];
      case 'list':
        return [{ ...block, items: block.items.map((item) => lowerBlocks(item, around)) }];
      case 'table':
        return [{ kind: 'table', caption: block.caption, head: block.head.map(inline), rows: block.rows.map((row) => row.map(inline)) }];
      case 'quote':
        return [{ kind: 'quote', children: lowerBlocks(block.children, around), by: inline([{ kind: 'text', text: block.by }, block.cite]) }];
      case 'callout':
        return [{ kind: 'callout', tone: block.tone, label: toneNames[block.tone], ...(block.title ? { title: block.title } : {}), children: lowerBlocks(block.children, around) }];
      case 'figure':
        return [{ kind: 'figure', ...around.draw(block), alt: block.alt, caption: inline(block.children) }];
      case 'chart': {
        const { chart } = block;
        return [
          { kind: 'figure', anchor: chart.id, title: chart.title, ...around.draw(block), caption: inline(chart.note) },
          { kind: 'table', caption: chart.title, head: [words(chart.of), words(chart.unit)], rows: chart.rows.map((row) => [words(row.label), words(valueOf(row))]) },
        ];
      }
      case 'region-map':
        return [
          { kind: 'figure', anchor: 'region-map', ...around.draw(block), caption: words(regionsCaption) },
          {
            kind: 'table',
            caption: regionsTitle,
            head: [words('Region, as listed'), words('Counties, in the editors’ reading'), words('Note')],
            rows: block.regions.map(({ name, counties, note }) => [words(name), words(countiesInWords(counties)), inline(note)]),
          },
        ];
      case 'agency-grid':
        return [{ kind: 'paragraph', children: [{ kind: 'strong', children: words(agencyGridTitle) }] }, ...block.agencies.flatMap((agency) => agencyBlocks(agency, around))];
      case 'pull-out':
        return around.embed(block);
      // Composed pages hold what these two stand for.
      case 'embed':
      case 'overview':
        return [];
    }
  });
}

function agencyBlocks(agency: Entry<'agencies'>, around: Surroundings): DocBlock[] {
  const inline = (nodes: readonly Inline[]) => lowerInline(nodes, around);
  const points = (lines: readonly Inline[][]): DocBlock[] => [{ kind: 'list', ordered: false, start: 1, items: lines.map((line) => [{ kind: 'paragraph', children: inline(line) }]) }];
  const about: DocInline[] = agency.about ? [{ kind: 'text', text: ' ' }, ...inline(agency.about)] : [];
  return [
    { kind: 'heading', level: 3, anchor: `grid-${agency.id}`, children: words(agency.kind) },
    { kind: 'paragraph', children: [{ kind: 'strong', children: words('Asked of you:') }, ...words(' '), ...inline(agency.asked), ...tag('Editors’ reading'), ...about] },
    {
      kind: 'definitions',
      items: [
        ...(['identification', 'response', 'products'] as const).map((stage) => ({ term: stageNames[stage], children: points(agency[stage]) })),
        { term: stageNames.lead, children: [{ kind: 'paragraph', children: inline(agency.lead) }] },
      ],
    },
    ...(agency.washington ? [{ kind: 'paragraph' as const, children: inline(agency.washington) }] : []),
  ];
}

/** The blocks of a pull-out, without its introduction, with what somebody has written. */
export function lowerPullOut(pullOut: PullOut, around: Surroundings, filled: Filled = {}): DocBlock[] {
  const inline = (nodes: readonly Inline[]) => lowerInline(nodes, around);
  const heading = (anchor: string, title: string): DocBlock => ({ kind: 'heading', level: 2, anchor, children: words(title) });
  const paragraph = (nodes: readonly Inline[] | undefined): DocBlock[] => (nodes ? [{ kind: 'paragraph', children: inline(nodes) }] : []);
  const steps = (items: readonly Step[], write: string, boxes: boolean): DocBlock => ({ kind: 'steps', boxes, write, items: items.map((step) => stepOf(step, around, filled.steps?.[step.id])) });
  switch (pullOut.kind) {
    case 'checklists':
      return pullOut.entry.groups.flatMap((group) => [heading(group.id, group.title), ...paragraph(group.intro), steps(group.items, writeLines.checklists, true)]);
    case 'duties':
      return pullOut.entry.groups.flatMap((group) => [heading(group.id, group.title), ...paragraph(group.intro), steps(group.duties, writeLines.duties, false)]);
    case 'timelines': {
      return [
        { kind: 'figure', ...barsDrawing(pullOut.entry, around.hue), caption: [] },
        ...pullOut.entry.periods.flatMap((period) => [heading(period.id, period.title), steps(period.steps, writeLines.timelines, true)]),
      ];
    }
    case 'handouts':
      return pullOut.entry.sections.flatMap((section) => [heading(section.id, section.title), ...lowerBlocks(section.body, around)]);
    case 'templates':
      return lowerTemplate(pullOut.entry, around, filled);
    case 'forms':
      return lowerForm(pullOut.entry, around);
    case 'rosters': {
      const { entry } = pullOut;
      const seats = entry.seats.map((seat) => ({ anchor: seat.id, head: { label: seat.kind, aid: [...inline(seat.brings), ...(seat.suggestion ? tag(suggestionTag) : [])] }, cells: entry.columns.map(() => '') }));
      const columns: GridColumn[] = [{ id: 'seat', label: 'Seat', kind: 'head' }, ...entry.columns.map(({ id, label }) => ({ id, label, kind: 'text' as const }))];
      const voices = entry.voices.map((voice) => ({ anchor: voice.id, head: { label: voice.voice, aid: [...inline(voice.found), ...(voice.suggestion ? tag(suggestionTag) : [])] }, cells: [''] }));
      const heads: GridColumn[] = [{ id: 'voice', label: voiceHeads.voice, kind: 'head' }, { id: 'say', label: voiceHeads.say, kind: 'choice', options: voiceAnswers }];
      return [
        { kind: 'grid', id: entry.id, caption: entry.title, fields: [], columns, rows: seats, empty: entry.emptyRows },
        ...(voices.length > 0 ? [{ kind: 'grid' as const, id: 'voices', caption: voicesTitle, fields: [], columns: heads, rows: voices, empty: 0 }] : []),
      ];
    }
  }
}

function stepOf(step: Step, around: Surroundings, filled: { done?: boolean; written?: string } = {}): DocStep {
  return { anchor: step.id, text: [...lowerInline(step.text, around), ...(step.suggestion ? tag(suggestionTag) : [])], help: lowerBlocks(step.help ?? [], around), ...filled };
}

const letter = (index: number) => `(${String.fromCharCode(97 + index)})`;

function lowerTemplate(entry: Entry<'templates'>, around: Surroundings, { blanks = {}, signers }: Filled): DocBlock[] {
  const inline = (nodes: readonly Inline[]) => lowerInline(nodes, around, entry.blanks, blanks);
  const optional = (is: boolean): DocInline[] => (is ? tag('Optional') : []);
  const numbered = (number: string) => (entry.numbered ? { number } : {});
  const guided = Object.values(entry.blanks).flatMap(({ label, guidance }) => (guidance ? [{ label, guidance }] : []));
  const articles = entry.articles.flatMap((article, index): DocBlock[] => [
    { kind: 'heading', level: 2, anchor: article.id, ...numbered(`${index + 1}`), children: [...words(article.title), ...optional(article.optional)] },
    ...(article.guidance ? [{ kind: 'guidance' as const, about: article.title, children: lowerBlocks(article.guidance, around) }] : []),
    ...article.clauses.flatMap((clause, place): DocBlock[] => [
      {
        kind: 'clause',
        anchor: clause.id,
        ...numbered(`${index + 1}.${place + 1}`),
        children: [...inline(clause.text), ...optional(clause.optional)],
        points: (clause.points ?? []).map((point, at) => ({ anchor: point.id, ...numbered(letter(at)), children: inline(point.text) })),
      },
      ...(clause.guidance ? [{ kind: 'guidance' as const, about: entry.numbered ? `${index + 1}.${place + 1}` : article.title, children: [{ kind: 'paragraph' as const, children: inline(clause.guidance) }] }] : []),
    ]),
  ]);
  const signatures: DocBlock[] = entry.signatures
    ? [
        { kind: 'heading', level: 2, anchor: 'signatures', children: words('Signatures') },
        { kind: 'paragraph', children: inline(entry.signatures.intro) },
        { kind: 'signatures', lines: signatureLines, signers: signers ?? entry.signatures.signers.map((label) => ({ label })) },
      ]
    : [];
  const about: DocBlock[] = guided.map(({ label, guidance }) => ({ kind: 'guidance', about: label, children: [{ kind: 'paragraph', children: lowerInline(guidance, around) }] }));
  return [...articles, ...signatures, ...about];
}

function lowerForm(entry: Entry<'forms'>, around: Surroundings): DocBlock[] {
  const headed = entry.given.length > 0;
  const columns = entry.columns.map(({ id, label, kind, options }, index): GridColumn => ({ id, label, kind: headed && index === 0 ? 'head' : kind, ...(options ? { options } : {}) }));
  const guided = entry.columns.filter(({ guidance, options }) => guidance || options);
  const cells = columns.slice(headed ? 1 : 0).map(() => '');
  const definitions: DocBlock[] =
    guided.length === 0
      ? []
      : [
          {
            kind: 'definitions',
            items: guided.map(({ label, guidance, options }) => ({
              term: label,
              children: [{ kind: 'paragraph', children: [...(guidance ? lowerInline(guidance, around) : []), ...(options ? words(` One of: ${options.join(', ')}.`) : [])] }],
            })),
          },
        ];
  return [
    ...definitions,
    {
      kind: 'grid',
      id: entry.id,
      caption: entry.title,
      fields: entry.fields.map(({ id, label }) => ({ kind: 'field', name: `${around.part}.${id}`, label, size: 'line' })),
      columns,
      rows: entry.given.map(({ id, label }) => ({ anchor: id, head: { label, aid: [] }, cells })),
      empty: entry.rows,
    },
    ...lowerBlocks(entry.notes ?? [], around),
  ];
}

/** The part of a document that holds a pull-out with numbered citations. */
export function lowerPart({ pullOut, notes }: { pullOut: PullOut; notes: DocNote[] }, common: Pick<Part, 'id' | 'level' | 'toolkit' | 'url'>, around: Surroundings, filled: Filled = {}): Part {
  const { entry, kind } = pullOut;
  const { title, promise, reviewed } = entry;
  return { ...common, sort: kind, file: `content/${kind}/${entry.id}.yaml`, kicker: kindNames[kind], title, promise, reviewed, intro: lowerBlocks(entry.intro, around), blocks: lowerPullOut(pullOut, around, filled), notes };
}

/** The notes of a part for those of its page. */
export function lowerNotes(notes: readonly Note[]): DocNote[] {
  return notes.map(({ source, places }) => ({
    title: source.title,
    publisher: source.publisher,
    date: source.date,
    warning: sourceWarnings[source.checked],
    ...(source.address ? { url: source.address } : {}),
    places,
  }));
}
