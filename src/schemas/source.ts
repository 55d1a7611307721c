/** One source of content/sources.yaml, keyed by the id that citations name. */
import { z } from 'zod';
import { date, line, plain } from './text.ts';

export const source = z.strictObject({
  title: plain,
  /** Who wrote it. */
  author: plain.optional(),
  /** The body that published it. */
  publisher: plain,
  /** The date it carries; “undated” when it carries none. */
  date: plain,
  kind: z.enum(['slides', 'handout', 'report', 'law', 'bill', 'policy', 'web page', 'news', 'agreement']),
  /** The public address, when there is one. */
  address: z.url({ protocol: /^https?$/ }).optional(),
  /** How far it was checked: the document itself, the official page, a mirror of the law, or a secondary source. */
  checked: z.enum(['document', 'official', 'mirror', 'secondary']),
  /** The day of that check. */
  checkedOn: date,
  /** What it is, in a sentence or two. */
  about: line,
  /** What to keep in mind when using it. */
  caution: line.optional(),
});
