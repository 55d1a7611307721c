/** Figures of a search over judged queries. */
import type { Search } from '../../src/client/search/search.ts';
import type { Judged } from './judged.ts';

/** A search under test: a query in, addresses of pages out, the best first, each page once. */
export type Searcher = (query: string) => Promise<readonly string[]> | readonly string[];

export interface Figures {
  queries: number;
  ndcg: number;
  mrr: number;
  first: number;
  three: number;
  /** The share of queries that found nothing, of those that should find something. */
  nothing: number;
}

const gain = (grade: number): number => 2 ** grade - 1;
const discounted = (grades: readonly number[]): number =>
  grades.slice(0, 5).reduce((sum, grade, place) => sum + gain(grade) / Math.log2(place + 2), 0);

/** How good one answer is. A result with grade 2 or 3 answers the question. */
export function judge(judged: Judged, pages: readonly string[]): Omit<Figures, 'queries'> {
  const grades = pages.map((page) => judged.grades.get(page) ?? 0);
  const best = Math.max(...judged.grades.values());
  const answers = (grade: number): boolean => grade >= Math.min(2, best);
  const place = grades.findIndex(answers);
  return {
    ndcg: discounted(grades) / discounted([...judged.grades.values()].sort((a, b) => b - a)),
    mrr: place < 0 ? 0 : 1 / (place + 1),
    first: place === 0 ? 1 : 0,
    three: place >= 0 && place < 3 ? 1 : 0,
    nothing: pages.length === 0 ? 1 : 0,
  };
}

export async function measure(judged: readonly Judged[], search: Searcher): Promise<Figures> {
  const sum = { ndcg: 0, mrr: 0, first: 0, three: 0, nothing: 0 };
  for (const one of judged) {
    const figures = judge(one, await search(one.query));
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += figures[key] / judged.length;
  }
  return { queries: judged.length, ...sum };
}

/** Our search as the dialog shows it: in a crisis the help page stands first, and no page stands twice. */
export const oursFrom =
  (search: Search): Searcher =>
  async (query) => {
    const { crisis, results } = await search.ask(query);
    const pages = results.map(({ page }) => page.url);
    return [...new Set(crisis ? ['/help/', ...pages] : pages)];
  };
