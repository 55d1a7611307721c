/** The whole site for a page, put together from Astro's collections, once for all pages. */
import { getCollection, getEntry } from 'astro:content';
import { reading } from '../integrations/reading.ts';
import { proseOf } from '../prose/parse.ts';
import { collections, type CollectionName, type Site } from '../schemas/index.ts';

let site: Promise<Site> | undefined;

export function getSite(): Promise<Site> {
  // Astro may keep old entries for a page that was asked for in the middle of a save; the texts it compiles are always the new ones.
  if (import.meta.env.DEV && reading.content) return Promise.resolve(reading.content.site);
  return (site ??= compose());
}

async function compose(): Promise<Site> {
  const parts = (Object.keys(collections) as CollectionName[]).map(async (name) => {
    const entries = await getCollection(name);
    const byId = new Map(
      entries.map(({ id, data, body }) => [
        id,
        { id, ...(data as object), ...(body === undefined ? {} : proseOf(body)) },
      ]),
    );
    const { ids } = (await getEntry('order', name))!.data;
    return [name, Object.fromEntries(ids.map((id) => [id, byId.get(id)]))];
  });
  return Object.fromEntries(await Promise.all(parts)) as unknown as Site;
}
