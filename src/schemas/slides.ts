/**
 * content/slides/<toolkit>.yaml: the slides of a toolkit, for trainers. The file's name is the id of the toolkit. A first slide with
 * the title and a last one with the sources are made from the toolkit and the citations.
 */
import { z } from 'zod';
import { published } from './page-metadata.ts';
import { basis, sourced } from './cited.ts';
import { line, plain, prose, ref, slug } from './text.ts';

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
    .enum(['path', 'cards', 'tree'])
    .optional()
    .describe(
      'How the points are drawn: `path` as steps on a line, `cards` side by side, `tree` the first over the others. Without it they are a list.',
    ),
  statement: line.optional().describe('One sentence, shown large.'),
  compare: z
    .array(z.strictObject({ title: plain, points }))
    .length(2)
    .optional()
    .describe('Two columns side by side.'),
  chart: ref('charts').optional().describe('A chart of content/charts/.'),
  notes: prose.describe('What the trainer says: full sentences, sources and cautions in words.'),
  ...basis,
}).superRefine(({ points, statement, compare, chart, draw }, context) => {
  if (draw && !points)
    context.addIssue({
      code: 'custom',
      message: '`draw` says how points are drawn, and the slide has none',
      params: { fix: 'Write `points`, or leave `draw` out.' },
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
