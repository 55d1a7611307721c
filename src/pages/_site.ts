/** The whole site for a page, put together from Astro's collections, once for all pages. */
import { getCollection, getEntry } from 'astro:content';
import { proseOf } from '../prose/parse.ts';
import { collections, type CollectionName, type Site } from '../schemas/index.ts';

let site: Promise<Site> | undefined;

export function getSite(): Promise<Site> {
  return import.meta.env.DEV ? compose() : (site ??= compose());
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
