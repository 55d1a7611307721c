/**
 * content/slides/<toolkit>.yaml: the slides of a toolkit, for trainers. The file's name is the id of the toolkit. A first slide with
 * the title and a last one with the sources are made from the toolkit and the citations.
 */
import { z } from 'zod';
import { published } from './published.ts';
import { basis, sourced } from './sourced.ts';
import { line, plain, prose, ref, slug } from './text.ts';

const points = z.array(line).min(1).max(5);

const slide = sourced({
  /** Stable id of the slide. */
  id: slug,
  /** A few words, better a statement than a topic. */
  title: plain,
  /** The heading of the toolkit's page that the slide sums up, by its id: the slide then carries the link and its QR code. */
  section: slug.optional(),
  /** What the room reads: up to five short points, each with its citation or marked as a suggestion. */
  points: points.optional(),
  /** One sentence, shown large. */
  statement: line.optional(),
  /** Two columns side by side. */
  compare: z
    .array(z.strictObject({ title: plain, points }))
    .length(2)
    .optional(),
  /** A chart of content/charts/. */
  chart: ref('charts').optional(),
  /** What the trainer says: full sentences, sources and cautions in words. */
  notes: prose,
  ...basis,
}).superRefine(({ points, statement, compare, chart }, context) => {
  if (!points && !statement && !compare && !chart)
    context.addIssue({
      code: 'custom',
      message: 'the slide shows nothing',
      params: { fix: 'Write `points`, `statement`, `compare` or `chart`.' },
    });
});

export const slides = z.strictObject({
  ...published,
  /** 6 to 13: with the title and the sources a deck has 8 to 15 slides. */
  slides: z.array(slide).min(6).max(13),
});
