/**
 * Pagefind, the engine of full text, as a classic script of its own (`exporters/full-text.js`): loaded when a query asks for more
 * than the small index knows. The build bundles this file with the runtime that Pagefind wrote beside its index.
 */
import { createInstance } from 'pagefind-runtime';

const ranking = { pageLength: 0, termFrequency: 0.15, termSaturation: 1.2, termSimilarity: 2 };

/**
 * Pagefind, ready to be asked: names of the texts of pages with all of some words, and scores from 0 to 1.
 * @param settings Pagefind's own; ours by default
 */
export async function fullText(
  settings: { ranking?: Record<string, number> } = { ranking },
): Promise<(words: string) => Promise<[text: string, score: number][]>> {
  // `files.ts` finds the index, wherever the site is.
  const pagefind = createInstance({ basePath: '/pagefind/', baseUrl: '/', noWorker: true, ...settings });
  await pagefind.init();
  return async (words) => {
    const { results } = await pagefind.search(words, {});
    const most = Math.max(...results.map(({ score }) => score));
    return results.map(({ id, score }) => [id, score / most]);
  };
}
(globalThis.csec ??= {}).fullText = fullText;
