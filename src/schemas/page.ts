/** The frontmatter of content/library/*.mdx and content/pages/*.mdx. */
import { z } from 'zod';
import { published } from './page-metadata.ts';

export const page = z.strictObject({
  ...published,
  order: z
    .int()
    .optional()
    .describe('Place in the sidebar; smaller comes first. Leave it out to keep the page out of the sidebar.'),
});
