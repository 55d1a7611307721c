/** Checklists, duty lists and timelines as blocks: headed lists of steps. */
import type { Inline } from '../../prose/tree.ts';
import type { Entry } from '../../schemas/index.ts';
import { kinds } from '../../schemas/kinds.ts';
import type { DocBlock, DocStep } from '../document.ts';
import { barsDrawing } from '../drawings.ts';
import type { Filled } from '../filled.ts';
import { blocksToDocument, inlinesToDocument, type DocumentContext } from '../to-document.ts';
import { sectionHeading } from './heading.ts';

type Step = Entry<'checklists'>['groups'][number]['items'][number];
interface Group {
  id: string;
  title: string;
  intro?: Inline[] | undefined;
  steps: readonly Step[];
}

/** The blocks of a checklist. */
export const checklistToDocument = (entry: Entry<'checklists'>, context: DocumentContext, filled: Filled): DocBlock[] =>
  groupsToDocument(
    entry.groups.map(({ items, ...group }) => ({ ...group, steps: items })),
    kinds.checklists.steps,
    context,
    filled,
  );

/** The blocks of a duty list. */
export const dutiesToDocument = (entry: Entry<'duties'>, context: DocumentContext, filled: Filled): DocBlock[] =>
  groupsToDocument(
    entry.groups.map(({ duties, ...group }) => ({ ...group, steps: duties })),
    kinds.duties.steps,
    context,
    filled,
  );

/** The blocks of a timeline: its bars, then its periods. */
export const timelineToDocument = (entry: Entry<'timelines'>, context: DocumentContext, filled: Filled): DocBlock[] => [
  { kind: 'figure', ...barsDrawing(entry, context.hue), caption: [] },
  ...groupsToDocument(entry.periods, kinds.timelines.steps, context, filled),
];

function groupsToDocument(
  groups: readonly Group[],
  { boxes, write }: { boxes: boolean; write: string },
  context: DocumentContext,
  filled: Filled,
): DocBlock[] {
  return groups.flatMap(({ id, title, intro, steps }): DocBlock[] => [
    sectionHeading(id, title),
    ...(intro ? [{ kind: 'paragraph' as const, children: inlinesToDocument(intro, context) }] : []),
    { kind: 'steps', boxes, write, items: steps.map((step) => stepOf(step, context, filled.steps?.[step.id])) },
  ]);
}

function stepOf(step: Step, context: DocumentContext, filled: { done?: boolean; written?: string } = {}): DocStep {
  return {
    anchor: step.id,
    text: [...inlinesToDocument(step.text, context), ...(step.suggestion ? [{ kind: 'suggestion' as const }] : [])],
    help: blocksToDocument(step.help ?? [], context),
    ...filled,
  };
}
