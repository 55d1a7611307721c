/** One source of content/sources.yaml, keyed by the id that citations name. */
import { z } from 'zod';
import { date, line, plain } from './text.ts';

export const source = z.strictObject({
  title: plain,
  short: plain.optional().describe('A few words for the foot of a slide; without them it shows the title.'),
  author: plain.optional().describe('Who wrote it.'),
  publisher: plain.describe('The body that published it.'),
  date: plain.describe('The date it carries; “undated” when it carries none.'),
  kind: z
    .enum(['slides', 'handout', 'report', 'law', 'bill', 'policy', 'web page', 'news', 'agreement'])
    .describe('What kind of document it is.'),
  address: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('The public address, when there is one.'),
  checked: z
    .enum(['document', 'official', 'mirror', 'secondary'])
    .describe(
      'How far it was checked: the document itself, the official page, a mirror of the law, or a secondary source.',
    ),
  checkedOn: date.describe('The day of that check.'),
  about: line.describe('What it is, in a sentence or two.'),
  caution: line.optional().describe('What to keep in mind when using it.'),
});
