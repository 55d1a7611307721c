/** What stands below a slide: what the trainer says, what only the trainer needs, and what a chart shows, in words. */
import type { Entry } from '../schemas/index.ts';
import { activityNames } from '../schemas/names.ts';
import { chartInWords } from '../site/chart-words.ts';
import { paragraphOf } from './deck-sources.ts';
import type { DocBlock, DocInline } from './document.ts';
import { blocksToDocument, inlinesToDocument, type DocumentContext } from './to-document.ts';

type Written = Entry<'slides'>['slides'][number];
/** What a slide shows and says, with its chart in place and its citations numbered. */
export type Shown = Pick<Written, 'statement' | 'points' | 'draw' | 'compare' | 'notes' | 'trainer'> & {
  chart: Entry<'charts'> | undefined;
};

const forTrainer: DocInline[] = [
  { kind: 'strong', children: [{ kind: 'text', text: 'For you:' }] },
  { kind: 'text', text: ' ' },
];
/** The label of a slide on which the room does something: “Exercise, 5 minutes”. */
export const activityTag = ({ kind, minutes }: NonNullable<Written['activity']>): string =>
  `${activityNames[kind]}, ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;

/** What the trainer says, what is for the trainer alone, and all that a chart shows. */
export function said({ notes, trainer, chart }: Shown, context: DocumentContext): DocBlock[] {
  return [
    ...blocksToDocument(notes, context),
    ...(trainer
      ? [{ kind: 'paragraph' as const, children: [...forTrainer, ...inlinesToDocument(trainer, context)] }]
      : []),
    ...(chart
      ? [paragraphOf(chartInWords(chart)), ...blocksToDocument([{ kind: 'paragraph', children: chart.note }], context)]
      : []),
  ];
}
