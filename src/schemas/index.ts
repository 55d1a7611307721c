/**
 * The collections: which files hold them, which schema they follow, where they are published.
 * A new kind of content is one schema file and one line here; of pull-outs also an entry in `kinds.ts`.
 */
import { z } from 'zod';
import { agency } from './agency.ts';
import { chart } from './chart.ts';
import { checklist } from './checklist.ts';
import { crisis } from './crisis.ts';
import { duties } from './duties.ts';
import { example } from './example.ts';
import { everyday } from './everyday.ts';
import { form } from './form.ts';
import { handout } from './handout.ts';
import { pullOutKinds, type PullOutKind } from './kinds.ts';
import { packet } from './packet.ts';
import { page } from './page.ts';
import { role } from './role.ts';
import { redirect } from './redirect.ts';
import { region } from './region.ts';
import { roster } from './roster.ts';
import { slides } from './slides.ts';
import { source } from './source.ts';
import { template } from './template.ts';
import { term } from './term.ts';
import { timeline } from './timeline.ts';
import { toolkit } from './toolkit.ts';
import type { Block } from '../prose/tree.ts';

/** The schema of each kind of pull-out. */
const pullOutSchemas = {
  checklists: checklist,
  duties,
  templates: template,
  forms: form,
  timelines: timeline,
  rosters: roster,
  handouts: handout,
} satisfies Record<PullOutKind, z.ZodObject>;
const pullOuts = Object.fromEntries(
  pullOutKinds.map((kind) => [
    kind,
    { form: 'yaml', schema: pullOutSchemas[kind], address: (id: string) => `/${kind}/${id}/` },
  ]),
) as {
  [Kind in PullOutKind]: { form: 'yaml'; schema: (typeof pullOutSchemas)[Kind]; address(id: string): string };
};

/**
 * `mdx` and `yaml`: one entry a file in the folder of the collection's name. `keyed`: all entries in one YAML file.
 * `address` is where an entry is published, from the site's root; what is only drawn inside pages has none.
 */
export const collections = {
  toolkits: { form: 'mdx', schema: toolkit, address: (id: string) => `/toolkits/${id}/` },
  library: { form: 'mdx', schema: page, address: (id: string) => `/library/${id}/` },
  pages: { form: 'mdx', schema: page, address: (id: string) => (id === 'home' ? '/' : `/${id}/`) },
  ...pullOuts,
  glossary: { form: 'keyed', schema: term, address: (id: string) => `/glossary/#${id}` },
  sources: { form: 'keyed', schema: source, address: (id: string) => `/sources/${id}/` },
  redirects: { form: 'keyed', schema: redirect, address: (id: string) => `/${id}/` },
  packets: { form: 'keyed', schema: packet, address: (id: string) => `/packet/#${id}` },
  roles: { form: 'keyed', schema: role, address: (id: string) => `/#role-${id}` },
  'example-county': { form: 'yaml', schema: example, address: (id: string) => `/example-county/${id}/` },
  charts: { form: 'yaml', schema: chart },
  slides: { form: 'yaml', schema: slides },
  regions: { form: 'keyed', schema: region },
  agencies: { form: 'keyed', schema: agency },
  crisis: { form: 'keyed', schema: crisis },
  everyday: { form: 'keyed', schema: everyday },
} as const satisfies Record<
  string,
  { form: 'mdx' | 'yaml' | 'keyed'; schema: z.ZodObject; address?: (id: string) => string }
>;

export type CollectionName = keyof typeof collections;
type Mdx = { [K in CollectionName]: (typeof collections)[K]['form'] extends 'mdx' ? K : never }[CollectionName];

/** An entry as the rest of the code sees it: its schema's output, its id, and for MDX its words. */
export type Entry<Name extends CollectionName> = z.output<(typeof collections)[Name]['schema']> & {
  id: string;
} & (Name extends Mdx ? { body: Block[]; words: number } : unknown);

/** All entries of all collections, each keyed by id in the order of the files. */
export type Site = { readonly [Name in CollectionName]: Readonly<Record<string, Entry<Name>>> };
