/** Binds each collection to the one reader and to its schema in src/schemas/. */
import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { contentLoader, emptyLoader, orderLoader } from './integrations/content.ts';
import { collections as kinds, type CollectionName } from './schemas/index.ts';

const bind = <Name extends CollectionName>(name: Name) =>
  defineCollection({ loader: contentLoader(name), schema: kinds[name].schema as (typeof kinds)[Name]['schema'] });
const names = Object.keys(kinds) as CollectionName[];

export const collections = {
  ...(Object.fromEntries(names.map((name) => [name, bind(name)])) as unknown as {
    [Name in CollectionName]: { loader: Loader; schema: (typeof kinds)[Name]['schema'] };
  }),
  /** The order of each collection's entries in content/. */
  order: defineCollection({ loader: orderLoader(names), schema: z.object({ ids: z.array(z.string()) }) }),
  /** Starlight asks for these two on every page. Nothing is in them. */
  docs: defineCollection({ loader: emptyLoader }),
  i18n: defineCollection({ loader: emptyLoader }),
};
