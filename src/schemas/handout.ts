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
});
