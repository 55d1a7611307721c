/**
 * Pagefind as a classic script of its own, loaded on the first search: modules and workers fail where the site is opened from a
 * folder. The build bundles this file with the runtime that Pagefind wrote beside its index.
 */
import { createInstance, type Pagefind } from 'pagefind-runtime';

const ranking = { pageLength: 0, termFrequency: 0.15, termSaturation: 1.2, termSimilarity: 2 };

/** The search, ready to be asked. Its results' addresses start at the root of the site: `/toolkits/chair/#duties`. */
export async function search(): Promise<Pagefind> {
  // `files.ts` finds the index, wherever the site is.
  const pagefind = createInstance({ basePath: '/pagefind/', baseUrl: '/', noWorker: true, excerptLength: 22, ranking });
  await pagefind.init();
  return pagefind;
}
(globalThis.csec ??= {}).search = search;
