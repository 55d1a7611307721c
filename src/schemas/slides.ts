/**
 * content/slides/<toolkit>.yaml: the slides of a toolkit, for trainers. The file's name is the id of the toolkit. A first slide with
 * the title and a last one with the sources are made from the toolkit and the citations.
 */
import { z } from 'zod';
import { published } from './page-metadata.ts';
import { basis, sourced } from './cited.ts';
import { line, plain, prose, ref, slug } from './text.ts';

/** How points are drawn. */
export const pointLooks = ['path', 'cards', 'tree'] as const;

const points = z.array(line).min(1).max(5).describe('One to five short points.');

const slide = sourced({
  id: slug.describe('Stable id of the slide.'),
  title: plain.describe('A few words, better a statement than a topic.'),
  section: slug
    .optional()
    .describe(
      "The heading of the toolkit's page that the slide sums up, by its id: the slide then carries the link and its QR code.",
    ),
  points: points
    .optional()
    .describe('What the room reads: up to five short points, each with its citation or marked as a suggestion.'),
  draw: z
    .enum([...pointLooks, 'change'])
    .optional()
    .describe(
      'How the slide is drawn: points as steps on a line (`path`), side by side (`cards`) or the first over the others ' +
        '(`tree`); two columns as before and after (`change`). Without it they are lists.',
    ),
  statement: line.optional().describe('One sentence, shown large.'),
  compare: z
    .array(z.strictObject({ title: plain, points }))
    .length(2)
    .optional()
    .describe('Two columns side by side.'),
  chart: ref('charts').optional().describe('A chart of content/charts/.'),
  activity: z
    .strictObject({
      kind: z.enum(['exercise', 'question']).describe('What the room does: an exercise, or a question to talk about.'),
      minutes: z.int().min(1).max(30).describe('How long it takes.'),
    })
    .optional()
    .describe('What the room does on this slide. Each deck has an exercise and a question; `trainer` says how.'),
  notes: prose.describe('What the trainer says aloud, in 60 to 120 words.'),
  trainer: line
    .optional()
    .describe('For the trainer alone, behind “For you:”: what to hand out, what to ask, what to leave out.'),
  ...basis,
}).superRefine(({ points, statement, compare, chart, draw }, context) => {
  const drawn = draw === 'change' ? 'compare' : 'points';
  if (draw && !(draw === 'change' ? compare : points))
    context.addIssue({
      code: 'custom',
      message: `\`draw: ${draw}\` says how \`${drawn}\` is drawn, and the slide has none`,
      params: { fix: `Write \`${drawn}\`, or leave \`draw\` out.` },
    });
  if (!points && !statement && !compare && !chart)
    context.addIssue({
      code: 'custom',
      message: 'the slide shows nothing',
      params: { fix: 'Write `points`, `statement`, `compare` or `chart`.' },
    });
});

export const slides = z.strictObject({
  ...published,
  slides: z.array(slide).min(6).max(13).describe('6 to 13: with the title and the sources a deck has 8 to 15 slides.'),
});
