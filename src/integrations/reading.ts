/** The reading of content/ that Astro's configuration, its collections and, while developing, the pages have in common. */
import { shared } from '../prose/process-wide.ts';
import type { Content } from '../reader/read.ts';
import type { CollectionName } from '../schemas/index.ts';

interface Reading {
  /** The content as last read without problems; every collection is loaded from the same reading. */
  content?: Content;
  /** The reading that Astro's collections hold. */
  loaded?: Content;
  /** The collections that this process has filled. */
  filled: Set<CollectionName>;
}

export const reading = shared<Reading>('reading', () => ({ filled: new Set() }));
