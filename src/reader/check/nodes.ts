/** What texts name: entries of other collections, links, blanks, drawings. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean } from '../../prose/problem.ts';
import { collections, type Site } from '../../schemas/index.ts';
import { isKind, kindOf, type PullOutKind } from '../../schemas/kinds.ts';
import { objectsIn, type Check, type Fault, type Known } from './entry.ts';
import { linkFault } from './links.ts';

/** What authors call an entry of a collection that is no pull-out. */
const nouns: Record<Exclude<keyof Site, PullOutKind>, string> = {
  toolkits: 'toolkit',
  library: 'library page',
  pages: 'page',
  glossary: 'term',
  sources: 'source',
  redirects: 'redirect',
  packets: 'packet',
  roles: 'role',
  'example-county': 'sheet of Example County',
  charts: 'chart',
  slides: 'set of slides',
  regions: 'region',
  agencies: 'kind of agency',
  crisis: 'need',
  everyday: 'everyday word',
};

/** Checks every node of an entry. */
export const checkNodes: Check = (entry, known, add) => {
  const isText = collections[entry.collection].form === 'mdx';
  const blanks = entry.collection === 'templates' ? Object.keys((entry.value as { blanks: object }).blanks) : undefined;
  for (const { node, path } of objectsIn(entry.value)) {
    const faults = [
      ['embed', 'overview', 'figure'].includes(String(node['kind'])) && !isText
        ? (['pull-outs and drawings show only in the text of a page', 'Move the tag to an .mdx file.'] satisfies Fault)
        : undefined,
      typeof node['ref'] === 'string'
        ? referenceFault(node['ref'] as keyof Site, String(node['id']), known)
        : undefined,
      node['kind'] === 'link' ? linkFault(String(node['href']), known) : undefined,
      node['kind'] === 'blank' ? blankFault(String(node['id']), blanks) : undefined,
      node['kind'] === 'figure' && isText ? drawingFault(String(node['drawing']), known) : undefined,
    ];
    for (const fault of faults) if (fault) add(path, node['line'] as number | undefined, ...fault);
  }
};

const nounOf = (name: keyof Site) => (isKind(name) ? kindOf(name).one.toLowerCase() : nouns[name]);

function referenceFault(collection: keyof Site, id: string, { site, unread }: Known): Fault | undefined {
  if (Object.hasOwn(site[collection], id) || unread.has(`${collection}/${id}`) || unread.has(`${collection}/*`))
    return undefined;
  return [`unknown ${nounOf(collection)} \`${id}\``, didYouMean(id, Object.keys(site[collection]))];
}

function blankFault(id: string, defined: readonly string[] | undefined): Fault | undefined {
  if (!defined) return ['<Blank> stands outside a template', 'Move the text to content/templates/.'];
  return defined.includes(id) ? undefined : [`unknown blank \`${id}\``, didYouMean(id, defined)];
}

function drawingFault(drawing: string, { figures }: Known): Fault | undefined {
  return existsSync(join(figures, `${drawing}.svg`))
    ? undefined
    : [`there is no drawing content/figures/${drawing}.svg`, 'Add the SVG, or correct the name.'];
}
