/** Exact headings, drawn by program: who types one wants that very section. */
import { createHash } from 'node:crypto';
import type { Search } from '../../src/client/search/search.ts';

export interface Heading {
  text: string;
  url: string;
}
const rank = ({ url }: Heading): string => createHash('sha256').update(url).digest('hex');

/** Headings that stand once on the site, in an order that only their addresses decide. */
export function drawHeadings({ index: { data } }: Search, count: number): Heading[] {
  const all = data.sections.flatMap(([page, id, heading]) =>
    id ? [{ text: heading, url: `${data.pages[page]!.url}#${id}` }] : [],
  );
  const times = new Map<string, number>();
  for (const { text } of all) times.set(text.toLowerCase(), (times.get(text.toLowerCase()) ?? 0) + 1);
  const once = all.filter(({ text }) => times.get(text.toLowerCase()) === 1);
  return once.sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).slice(0, count);
}

/** How many of the headings the results list among what a reader sees, and how many stand first. */
export async function measureHeadings(
  search: Search,
  headings: readonly Heading[],
  shown = 8,
): Promise<{ listed: number; first: number; missed: string[] }> {
  const missed: string[] = [];
  let [listed, first] = [0, 0];
  for (const { text, url } of headings) {
    const { results } = await search.ask(text);
    if (results[0]?.best.url === url) first++;
    if (results.slice(0, shown).some(({ best, more }) => [best, ...more].some((place) => place.url === url))) listed++;
    else missed.push(text);
  }
  return { listed, first, missed };
}
