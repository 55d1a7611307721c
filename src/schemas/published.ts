/** What every page that a reader can cite says of itself. */
import { z } from 'zod';
import { date, plain, prose, ref } from './text.ts';

/** One line of the change history that readers see. */
const change = z.strictObject({
  /** The day of the change. */
  date,
  /** What changed, in one sentence for readers. */
  what: plain,
});

export const published = {
  /** The name of the page, without a full stop. */
  title: plain,
  /** One sentence: what the reader can do with this page. */
  promise: plain,
  /** The day somebody last read the whole page against its sources. */
  reviewed: date,
  /** Newest first. */
  changes: z.array(change).min(1),
  /** True where a reader may be watched: the page then offers “Leave this page”. */
  leave: z.boolean().optional(),
  /** What a reader should know before reading on: one or two sentences, where a page describes harm to children. */
  before: plain.optional(),
};

export const pullOut = {
  ...published,
  /** The toolkit that this pull-out belongs to. Search counts it as a part of that toolkit. */
  toolkit: ref('toolkits'),
  /** Who uses it: ids of roles.yaml. */
  audience: z.array(ref('roles')).min(1),
  /** How many sheets of paper it prints on; leave it out when the length depends on use. A test prints and counts. */
  sheets: z.int().min(1).max(4).optional(),
  /** How to use it, in a few sentences. */
  intro: prose,
};
