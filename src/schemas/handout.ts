/** content/handouts/<id>.yaml: a sheet to hand over. */
import { z } from 'zod';
import { pullOut } from './page-metadata.ts';
import { plain, prose, slug } from './text.ts';

export const handout = z.strictObject({
  ...pullOut,
  sections: z
    .array(z.strictObject({ id: slug, title: plain, body: prose }))
    .min(1)
    .describe('The text under headings.'),
  fillIn: z
    .strictObject({
      title: plain.describe('The title of the file to fill in.'),
      promise: plain.describe('What somebody does with it.'),
      answer: plain.describe('The head of the column to write in.'),
      above: z.array(plain).min(1).max(4).describe('What is filled in once above each table.'),
      rows: z.int().min(0).max(6).default(1).describe('Empty rows of one’s own below each table.'),
    })
    .optional()
    .describe('Its tables as a file to fill in, in PDF and Word: one table a page, with a column to write in.'),
});
