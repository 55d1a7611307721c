/** What every page that a reader can cite says of itself. */
import { z } from 'zod';
import { date, plain, prose, ref } from './text.ts';

/** One line of the change history that readers see. */
const change = z.strictObject({
  date: date.describe('The day of the change.'),
  what: plain.describe('What changed, in one sentence for readers.'),
});

export const published = {
  title: plain.describe('The name of the page, without a full stop.'),
  promise: plain.describe('One sentence: what the reader can do with this page.'),
  reviewed: date.describe('The day somebody last read the whole page against its sources.'),
  changes: z.array(change).min(1).describe('Newest first.'),
  leave: z.boolean().optional().describe('True where a reader may be watched: the page then offers “Leave this page”.'),
  before: plain
    .optional()
    .describe('What to know before reading on: one or two sentences, where a page describes harm to children.'),
};

export const pullOut = {
  ...published,
  toolkit: ref('toolkits').describe(
    'The toolkit that this pull-out belongs to. Search counts it as a part of that toolkit.',
  ),
  audience: z.array(ref('roles')).min(1).describe('Who uses it: ids of roles.yaml.'),
  sheets: z
    .int()
    .min(1)
    .max(4)
    .optional()
    .describe(
      'How many sheets of paper it prints on; leave it out when the length depends on use. A test prints and counts.',
    ),
  intro: prose.describe('How to use it, in a few sentences.'),
};
