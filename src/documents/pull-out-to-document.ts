/** Pull-outs as blocks of documents: steps, clauses, grids, with what somebody has written into them. */
import type { Inline } from '../prose/tree.ts';
import type { Entry } from '../schemas/index.ts';
import type { DocBlock, DocInline, DocNote, DocStep, GridColumn, GridRow, Part, Signer } from './document.ts';
import { barsDrawing } from './drawings.ts';
import {
  choiceInWords,
  kindNames,
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
      return formToDocument(pullOut.entry, context);
    case 'rosters':
      return rosterToDocument(pullOut.entry, context);
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
  const articles = entry.articles.flatMap((article, index): DocBlock[] => [
    {
      kind: 'heading',
      level: 2,
      anchor: article.id,
      ...numbered(`${index + 1}`),
      children: [...words(article.title), ...optional(article.optional)],
    },
    ...(article.guidance
      ? [{ kind: 'guidance' as const, about: article.title, children: blocksToDocument(article.guidance, context) }]
      : []),
    ...article.clauses.flatMap((clause, place): DocBlock[] => [
      {
        kind: 'clause',
        anchor: clause.id,
        ...numbered(`${index + 1}.${place + 1}`),
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
              about: entry.numbered ? `${index + 1}.${place + 1}` : article.title,
              children: [{ kind: 'paragraph' as const, children: inline(clause.guidance) }],
            },
          ]
        : []),
    ]),
  ]);
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
  return [...articles, ...signatures, ...about];
}

function rosterToDocument(entry: Entry<'rosters'>, context: DocumentContext): DocBlock[] {
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
  const seats = entry.seats.map(({ id, kind, brings, suggestion }) =>
    row(
      id,
      kind,
      brings,
      suggestion,
      entry.columns.map(() => ''),
    ),
  );
  const columns: GridColumn[] = [
    { id: 'seat', label: 'Seat', kind: 'head' },
    ...entry.columns.map(({ id, label }) => ({ id, label, kind: 'text' as const })),
  ];
  const voices = entry.voices.map(({ id, voice, found, suggestion }) => row(id, voice, found, suggestion, ['']));
  const heads: GridColumn[] = [
    { id: 'voice', label: voiceHeads.voice, kind: 'head' },
    { id: 'say', label: voiceHeads.say, kind: 'choice', options: voiceAnswers },
  ];
  const heard: DocBlock[] = [
    ...explained([{ label: voiceHeads.say, options: voiceAnswers }], context),
    { kind: 'grid', id: 'voices', caption: voicesTitle, fields: [], columns: heads, rows: voices, empty: 0 },
  ];
  return [
    { kind: 'grid', id: entry.id, caption: entry.title, fields: [], columns, rows: seats, empty: entry.emptyRows },
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

function formToDocument(entry: Entry<'forms'>, context: DocumentContext): DocBlock[] {
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
      })),
      columns,
      rows: entry.given.map(({ id, label }) => ({ anchor: id, head: { label, aid: [] }, cells })),
      empty: entry.rows,
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
