/** Pull-outs as blocks of documents, each kind in its own way, with what somebody has written into them. */
import type { Entry } from '../schemas/index.ts';
import { kindOf, type PullOutKind } from '../schemas/kinds.ts';
import type { PullOut } from '../site/pull-outs.ts';
import type { DocBlock, DocNote, Part } from './document.ts';
import type { Filled } from './filled.ts';
import { formToDocument } from './pull-outs/form.ts';
import { sectionHeading } from './pull-outs/heading.ts';
import { rosterToDocument } from './pull-outs/roster.ts';
import { checklistToDocument, dutiesToDocument, timelineToDocument } from './pull-outs/steps.ts';
import { templateToDocument } from './pull-outs/template.ts';
import { blocksToDocument, inlinesToDocument, withLegend, words, type DocumentContext } from './to-document.ts';

type ToDocument<Kind extends PullOutKind> = (
  entry: Entry<Kind>,
  context: DocumentContext,
  filled: Filled,
) => DocBlock[];

const toDocument: { [Kind in PullOutKind]: ToDocument<Kind> } = {
  checklists: checklistToDocument,
  duties: dutiesToDocument,
  templates: templateToDocument,
  forms: formToDocument,
  timelines: timelineToDocument,
  rosters: rosterToDocument,
  handouts: ({ sections }, context) =>
    sections.flatMap(({ id, title, body }) => [sectionHeading(id, title), ...blocksToDocument(body, context)]),
};

/** The blocks of a pull-out, without its introduction, with what somebody has written. */
export function pullOutToDocument({ kind, entry }: PullOut, context: DocumentContext, filled: Filled = {}): DocBlock[] {
  return (toDocument[kind] as ToDocument<PullOutKind>)(entry, context, filled);
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
  const intro = blocksToDocument(entry.intro, context);
  const blocks = pullOutToDocument(pullOut, context, filled);
  return {
    ...common,
    type: kind,
    file: `content/${kind}/${entry.id}.yaml`,
    kicker: kindOf(kind).one,
    title,
    promise,
    reviewed,
    ...(entry.sheets ? { sheets: entry.sheets } : {}),
    intro: withLegend(intro, [intro, blocks]),
    blocks,
    notes,
    ...(kind === 'templates' ? { heading: headingOf(entry, context, filled) } : {}),
  };
}

/** The title that a template carries when it is sent. */
const headingOf = ({ heading, title, blanks }: Entry<'templates'>, context: DocumentContext, filled: Filled) =>
  heading ? inlinesToDocument(heading, context, blanks, filled.blanks) : words(title);
