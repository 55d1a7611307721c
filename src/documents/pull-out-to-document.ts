/** Pull-outs as blocks of documents: steps, clauses, grids, with what somebody has written into them. */
import type { Inline } from '../prose/tree.ts';
import type { Entry } from '../schemas/index.ts';
import type { DocBlock, DocInline, DocNote, DocStep, GridColumn, GridRow, Part, Signer } from './document.ts';
import { barsDrawing } from './drawings.ts';
import type { FilledGrid } from './fill-grid.ts';
import {
  annexName,
  choiceInWords,
  kindNames,
  promisesTitle,
  signatureLines,
  suggestionTag,
  voiceAnswers,
  voiceHeads,
  voicesTitle,
  writeLines,
} from '../schemas/names.ts';
import { blocksToDocument, inlinesToDocument, tag, words, type DocumentContext } from './to-document.ts';
import type { PullOut } from '../site/page.ts';

type Step = Entry<'checklists'>['groups'][number]['items'][number];

/** What somebody has written into a pull-out, keyed as its kind needs it. Empty values count as not written. */
export interface Filled {
  /** Of templates: by the id of the blank. */
  blanks?: Record<string, string>;
  /** Of templates: who signs, in place of the signers that the template names. */
  signers?: Signer[];
  /** Of checklists, duty lists and timelines: by the id of the step. */
  steps?: Record<string, { done?: boolean; written?: string }>;
  /** Of forms and rosters. */
  grid?: FilledGrid;
}

/** The blocks of a pull-out, without its introduction, with what somebody has written. */
export function pullOutToDocument(pullOut: PullOut, context: DocumentContext, filled: Filled = {}): DocBlock[] {
  const inline = (nodes: readonly Inline[]) => inlinesToDocument(nodes, context);
  const heading = (anchor: string, title: string): DocBlock => ({
    kind: 'heading',
    level: 2,
    anchor,
    children: words(title),
  });
  const paragraph = (nodes: readonly Inline[] | undefined): DocBlock[] =>
    nodes ? [{ kind: 'paragraph', children: inline(nodes) }] : [];
  const steps = (items: readonly Step[], write: string, boxes: boolean): DocBlock => ({
    kind: 'steps',
    boxes,
    write,
    items: items.map((step) => stepOf(step, context, filled.steps?.[step.id])),
  });
  switch (pullOut.kind) {
    case 'checklists':
      return pullOut.entry.groups.flatMap((group) => [
        heading(group.id, group.title),
        ...paragraph(group.intro),
        steps(group.items, writeLines.checklists, true),
      ]);
    case 'duties':
      return pullOut.entry.groups.flatMap((group) => [
        heading(group.id, group.title),
        ...paragraph(group.intro),
        steps(group.duties, writeLines.duties, false),
      ]);
    case 'timelines': {
      return [
        { kind: 'figure', ...barsDrawing(pullOut.entry, context.hue), caption: [] },
        ...pullOut.entry.periods.flatMap((period) => [
          heading(period.id, period.title),
          steps(period.steps, writeLines.timelines, true),
        ]),
      ];
    }
    case 'handouts':
      return pullOut.entry.sections.flatMap((section) => [
        heading(section.id, section.title),
        ...blocksToDocument(section.body, context),
      ]);
    case 'templates':
      return templateToDocument(pullOut.entry, context, filled);
    case 'forms':
      return formToDocument(pullOut.entry, context, filled.grid);
    case 'rosters':
      return rosterToDocument(pullOut.entry, context, filled.grid);
  }
}

function stepOf(step: Step, context: DocumentContext, filled: { done?: boolean; written?: string } = {}): DocStep {
  return {
    anchor: step.id,
    text: [...inlinesToDocument(step.text, context), ...(step.suggestion ? tag(suggestionTag) : [])],
    help: blocksToDocument(step.help ?? [], context),
    ...filled,
  };
}

const letter = (index: number) => `(${String.fromCharCode(97 + index)})`;

function templateToDocument(
  entry: Entry<'templates'>,
  context: DocumentContext,
  { blanks = {}, signers }: Filled,
): DocBlock[] {
  const inline = (nodes: readonly Inline[]) => inlinesToDocument(nodes, context, entry.blanks, blanks);
  const optional = (is: boolean): DocInline[] => (is ? tag('Optional') : []);
  const numbered = (number: string) => (entry.numbered ? { number } : {});
  const guided = Object.values(entry.blanks).flatMap(({ label, guidance }) => (guidance ? [{ label, guidance }] : []));
  const blocksOf = (article: Entry<'templates'>['articles'][number], number: string, title: string): DocBlock[] => [
    {
      kind: 'heading',
      level: 2,
      anchor: article.id,
      ...numbered(title),
      children: [...words(article.title), ...optional(article.optional)],
    },
    ...(article.guidance
      ? [{ kind: 'guidance' as const, about: article.title, children: blocksToDocument(article.guidance, context) }]
      : []),
    ...article.clauses.flatMap((clause, place): DocBlock[] => [
      {
        kind: 'clause',
        anchor: clause.id,
        ...numbered(`${number}.${place + 1}`),
        children: [...inline(clause.text), ...optional(clause.optional)],
        points: (clause.points ?? []).map((point, at) => ({
          anchor: point.id,
          ...numbered(letter(at)),
          children: inline(point.text),
        })),
      },
      ...(clause.guidance
        ? [
            {
              kind: 'guidance' as const,
              about: entry.numbered ? `${number}.${place + 1}` : article.title,
              children: [{ kind: 'paragraph' as const, children: inline(clause.guidance) }],
            },
          ]
        : []),
    ]),
  ];
  const articles = entry.articles
    .filter(({ annex }) => !annex)
    .flatMap((article, index) => blocksOf(article, `${index + 1}`, `${index + 1}`));
  const annexes = entry.articles
    .filter(({ annex }) => annex)
    .flatMap((article, index) => blocksOf(article, annexName(index).slice(-1), annexName(index)));
  const signatures: DocBlock[] = entry.signatures
    ? [
        { kind: 'heading', level: 2, anchor: 'signatures', children: words('Signatures') },
        { kind: 'paragraph', children: inline(entry.signatures.intro) },
        {
          kind: 'signatures',
          lines: signatureLines,
          signers: signers ?? entry.signatures.signers.map((label) => ({ label })),
        },
      ]
    : [];
  const about: DocBlock[] = guided.map(({ label, guidance }) => ({
    kind: 'guidance',
    about: label,
    children: [{ kind: 'paragraph', children: inlinesToDocument(guidance, context) }],
  }));
  return [...articles, ...signatures, ...annexes, ...about];
}

/** The promises in a template, one for each clause that says whose it is. */
export function promisesIn({ articles }: Entry<'templates'>): { who: Inline[]; text: Inline[] }[] {
  return articles.flatMap(({ clauses }) => clauses.flatMap(({ who, text }) => (who ? [{ who, text }] : [])));
}

/** The one-page summary of a template as filled in: whose promise it is, and the promise. */
export function promisesToDocument(
  entry: Entry<'templates'>,
  context: DocumentContext,
  { blanks = {}, signers = [] }: Filled,
): DocBlock[] {
  const inline = (nodes: readonly Inline[]) => inlinesToDocument(withoutCites(nodes), context, entry.blanks, blanks);
  const rows = promisesIn(entry).map(({ who, text }) => [inline(who), inline(text)]);
  const names = signers.flatMap(({ values = [] }) => values[0]?.trim() || []);
  return [
    {
      kind: 'table',
      caption: promisesTitle,
      head: [words('Member'), words('What it promises')],
      rows,
    },
    ...(names.length > 0
      ? [{ kind: 'paragraph' as const, children: words(`Members that sign: ${names.join('; ')}.`) }]
      : []),
    { kind: 'paragraph', children: words('This page sums up. The memorandum itself decides.') },
  ];
}

/** A summary cites nothing: its sources stand in the document it sums up. */
function withoutCites(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.kind === 'cite') return [];
    return 'children' in node ? [{ ...node, children: withoutCites(node.children) }] : [node];
  });
}

function rosterToDocument(entry: Entry<'rosters'>, context: DocumentContext, grid?: FilledGrid): DocBlock[] {
  const row = (
    anchor: string,
    label: string,
    aid: readonly Inline[],
    isSuggested: boolean,
    cells: string[],
  ): GridRow => ({
    anchor,
    head: { label, aid: [...inlinesToDocument(aid, context), ...(isSuggested ? tag(suggestionTag) : [])] },
    cells,
  });
  const own = (after?: string): GridRow[] =>
    (grid?.own ?? [])
      .filter((one) => one.after === after)
      .map(({ cells: [label = '', ...cells] }) => ({ head: { label, aid: [] }, cells }));
  const blank = entry.columns.map(() => '');
  const seats = entry.seats.flatMap(({ id, kind, brings, suggestion }) => [
    row(id, kind, brings, suggestion, [...(grid?.given[id] ?? blank)]),
    ...own(id),
  ]);
  const columns: GridColumn[] = [
    { id: 'seat', label: 'Seat', kind: 'head' },
    ...entry.columns.map(({ id, label }) => ({ id, label, kind: 'text' as const })),
  ];
  const voices = entry.voices.map(({ id, voice, found, suggestion }) =>
    row(id, voice, found, suggestion, [...(grid?.given[id] ?? [''])]),
  );
  const heads: GridColumn[] = [
    { id: 'voice', label: voiceHeads.voice, kind: 'head' },
    { id: 'say', label: voiceHeads.say, kind: 'choice', options: voiceAnswers },
  ];
  const heard: DocBlock[] = [
    ...explained([{ label: voiceHeads.say, options: voiceAnswers }], context),
    { kind: 'grid', id: 'voices', caption: voicesTitle, fields: [], columns: heads, rows: voices, empty: 0 },
  ];
  return [
    {
      kind: 'grid',
      id: entry.id,
      caption: entry.title,
      fields: [],
      columns,
      rows: [...seats, ...own()],
      empty: grid ? 0 : entry.emptyRows,
    },
    ...(voices.length > 0 ? heard : []),
  ];
}

/** What to write into the columns of a table that need a word on it. */
function explained(
  columns: readonly { label: string; guidance?: Inline[] | undefined; options?: readonly string[] | undefined }[],
  context: DocumentContext,
): DocBlock[] {
  const items = columns
    .filter(({ guidance, options }) => guidance || options)
    .map(({ label, guidance = [], options }) => {
      const choice = options ? words(`${guidance.length > 0 ? ' ' : ''}${choiceInWords(options)}`) : [];
      return {
        term: label,
        children: [{ kind: 'paragraph' as const, children: [...inlinesToDocument(guidance, context), ...choice] }],
      };
    });
  return items.length > 0 ? [{ kind: 'definitions', items }] : [];
}

function formToDocument(entry: Entry<'forms'>, context: DocumentContext, grid?: FilledGrid): DocBlock[] {
  const headed = entry.given.length > 0;
  const columns = entry.columns.map(({ id, label, kind, options }, index): GridColumn => ({
    id,
    label,
    kind: headed && index === 0 ? 'head' : kind,
    ...(options ? { options } : {}),
  }));
  const cells = columns.slice(headed ? 1 : 0).map(() => '');
  return [
    ...explained(entry.columns, context),
    {
      kind: 'grid',
      id: entry.id,
      caption: entry.title,
      fields: entry.fields.map(({ id, label }) => ({
        kind: 'field',
        name: `${context.part}.${id}`,
        label,
        size: 'line',
        ...(grid?.fields[id] ? { value: grid.fields[id] } : {}),
      })),
      columns,
      rows: [
        ...entry.given.map(({ id, label }) => ({
          anchor: id,
          head: { label, aid: [] },
          cells: [...(grid?.given[id] ?? cells)],
        })),
        ...(grid?.own ?? []).map(({ cells: [first = '', ...rest] }) =>
          headed ? { head: { label: first, aid: [] }, cells: rest } : { cells: [first, ...rest] },
        ),
      ],
      empty: grid ? 0 : entry.rows,
    },
    ...blocksToDocument(entry.notes ?? [], context),
  ];
}

/** The part of a document that holds a pull-out with numbered citations. */
export function partToDocument(
  { pullOut, notes }: { pullOut: PullOut; notes: DocNote[] },
  common: Pick<Part, 'id' | 'level' | 'toolkit' | 'url'>,
  context: DocumentContext,
  filled: Filled = {},
): Part {
  const { entry, kind } = pullOut;
  const { title, promise, reviewed } = entry;
  return {
    ...common,
    type: kind,
    file: `content/${kind}/${entry.id}.yaml`,
    kicker: kindNames[kind],
    title,
    promise,
    reviewed,
    intro: blocksToDocument(entry.intro, context),
    blocks: pullOutToDocument(pullOut, context, filled),
    notes,
  };
}
