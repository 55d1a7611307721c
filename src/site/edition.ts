/** Which edition of the site this is: stands in the foot of every page and beside the offline copy. */
import type { Site } from '../schemas/index.ts';

export interface Edition {
  /** The version of the project: “1.0.0”. */
  version: string;
  /** The newest day on which a page was reviewed, YYYY-MM-DD. */
  reviewed: string;
}

export function editionOf(site: Site, version: string): Edition {
  const days = Object.values(site).flatMap((entries: Record<string, unknown>) =>
    Object.values(entries).flatMap((entry) => (hasReviewed(entry) ? entry.reviewed : [])),
  );
  return { version, reviewed: days.sort().at(-1) ?? '' };
}

function hasReviewed(entry: unknown): entry is { reviewed: string } {
  return typeof entry === 'object' && entry !== null && 'reviewed' in entry && typeof entry.reviewed === 'string';
}
