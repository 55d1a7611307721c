/** The whole site for a page, put together from Astro's collections. */
import { getCollection } from 'astro:content';
import { collections, type CollectionName, type Site } from '../schemas/index.ts';

export async function getSite(): Promise<Site> {
  const parts = (Object.keys(collections) as CollectionName[]).map(async (name) => {
    const entries = await getCollection(name);
    const placed = entries
      .map(({ id, data }) => ({ id, ...(data as unknown as { position: number }) }))
      .sort((a, b) => a.position - b.position);
    return [name, Object.fromEntries(placed.map(({ position: _, ...entry }) => [entry.id, entry]))];
  });
  return Object.fromEntries(await Promise.all(parts)) as unknown as Site;
}
