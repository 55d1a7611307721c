/** Binds each collection to the one reader. The schemas themselves are in src/schemas/. */
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { contentLoader } from './integrations/content.ts';
import type { CollectionName, Entry } from './schemas/index.ts';

/** The reader has validated every entry; Astro only needs to know its type. */
const bind = <Name extends CollectionName>(name: Name) =>
  defineCollection({ loader: contentLoader(name), schema: z.custom<Entry<Name>>() });

export const collections = {
  toolkits: bind('toolkits'),
  library: bind('library'),
  pages: bind('pages'),
  checklists: bind('checklists'),
  duties: bind('duties'),
  templates: bind('templates'),
  forms: bind('forms'),
  timelines: bind('timelines'),
  rosters: bind('rosters'),
  handouts: bind('handouts'),
  glossary: bind('glossary'),
  sources: bind('sources'),
  redirects: bind('redirects'),
  packets: bind('packets'),
  roles: bind('roles'),
  charts: bind('charts'),
  slides: bind('slides'),
  regions: bind('regions'),
  agencies: bind('agencies'),
  crisis: bind('crisis'),
  everyday: bind('everyday'),
};
