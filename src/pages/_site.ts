/** The whole site for a page, put together from Astro's collections. */
import { getCollection } from 'astro:content';
import { collections, type CollectionName, type Site } from '../schemas/index.ts';

export async function getSite(): Promise<Site> {
  const parts = (Object.keys(collections) as CollectionName[]).map(async (name) => {
    const entries = await getCollection(name);
    return [name, Object.fromEntries(entries.map((entry) => [entry.id, entry.data]))];
  });
  return Object.fromEntries(await Promise.all(parts)) as unknown as Site;
}
