/** The checks that need more than one entry: references, links, anchors, blanks, figures, unused sources. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean, type Problem } from '../prose/problem.ts';
import { collections, type Site } from '../schemas/index.ts';
import { addressBook, shellAnchors } from './addresses.ts';
import { sectionsOf } from './packet-parts.ts';
import { partName, type Part } from './packet.ts';
import { anchorsOf, type PullOut } from './page.ts';
import type { Located } from './located.ts';
import { pullOutKinds } from '../prose/tree.ts';
import { taskForceFields } from './task-force.ts';

/** A node of an entry's value with the path that leads to it. */
interface Visit {
  node: Record<string, unknown>;
  path: PropertyKey[];
}

/** Checks a whole site; `unread` holds `collection/id` (or `collection/*`) of entries that already have problems of their own. */
export function checkSite(site: Site, entries: readonly Located[], unread: ReadonlySet<string>, figures: string): Problem[] {
  const problems: Problem[] = [];
  const book = addressBook(site);
  const cited = new Set<string>();
  const drawn = new Set<string>();
  for (const entry of entries) {
    const add = (path: readonly PropertyKey[], line: number | undefined, problem: string, fix?: string): void => {
      problems.push({ file: entry.file, line: entry.lineOf(path, line), problem, ...(fix ? { fix } : {}) });
    };
    const blanks = new Set<string>();
    for (const { node, path } of objectsIn(entry.value)) {
      const line = node['line'] as number | undefined;
      if ((node['kind'] === 'embed' || node['kind'] === 'overview') && collections[entry.collection].form !== 'mdx') {
        add(path, line, 'pull-outs and drawings show only in the text of a page', 'Move the tag to an .mdx file.');
      }
      if (typeof node['ref'] === 'string') {
        const collection = node['ref'] as keyof Site;
        const id = String(node['id']);
        if (collection === 'sources') cited.add(id);
        if (node['kind'] === 'embed' && collection === 'charts') drawn.add(id);
        if (!(id in site[collection]) && !unread.has(`${collection}/${id}`) && !unread.has(`${collection}/*`)) {
          add(path, line, `unknown ${nouns[collection]} \`${id}\``, didYouMean(id, Object.keys(site[collection])));
        }
      } else if (node['kind'] === 'link') {
        const fault = linkFault(String(node['href']), book);
        if (fault && ![...unread].some((name) => String(node['href']).startsWith(`/${name}`))) add(path, line, ...fault);
      } else if (node['kind'] === 'blank') {
        const known = 'blanks' in (entry.value as object) ? Object.keys((entry.value as { blanks: object }).blanks) : [];
        blanks.add(String(node['id']));
        if (entry.collection !== 'templates') add(path, line, '<Blank> stands outside a template', 'Move the text to content/templates/.');
        else if (!known.includes(String(node['id']))) add(path, line, `unknown blank \`${String(node['id'])}\``, didYouMean(String(node['id']), known));
      } else if (node['kind'] === 'figure' && !existsSync(join(figures, `${String(node['drawing'])}.svg`))) {
        add(path, line, `there is no drawing content/figures/${String(node['drawing'])}.svg`, 'Add the SVG, or correct the name.');
      }
    }
    if (entry.collection === 'slides') {
      const anchors = book.get(collections.toolkits.address(entry.id));
      if (!anchors && ![...unread].some((name) => name.startsWith('toolkits/'))) add([], undefined, `there is no toolkit \`${entry.id}\``, didYouMean(entry.id, Object.keys(site.toolkits)));
      (entry.value as { slides: { section?: string }[] }).slides.forEach(({ section }, index) => {
        if (anchors && section && !anchors.has(section)) add(['slides', index, 'section'], undefined, `the toolkit has no heading \`${section}\``, didYouMean(section, [...anchors]));
      });
    }
    if (entry.collection === 'packets') {
      for (const [index, ...fault] of packetFaults(site, (entry.value as { parts: Part[] }).parts)) add(['parts', index], undefined, ...fault);
    }
    if (entry.collection === 'redirects') {
      const fault = linkFault((entry.value as { to: string }).to, book);
      if (fault) add(['to'], undefined, ...fault);
    }
    if (entry.collection === 'templates') {
      for (const id of Object.keys((entry.value as { blanks: object }).blanks)) {
        const fault = offerFault(site, (entry.value as { blanks: Record<string, { from?: string }> }).blanks[id]!.from);
        if (fault) add(['blanks', id, 'from'], undefined, ...fault);
        if (!blanks.has(id)) add(['blanks', id], undefined, `the blank \`${id}\` is never used`, `Write <Blank id="${id}" /> in a clause, or remove it.`);
      }
    }
    for (const [id, path, line] of repeatedAnchors(entry)) add(path, line, `duplicate id \`${id}\``, 'Ids are addresses: give each its own.');
  }
  problems.push(...repeatedNumbers(entries));
  // A page that could not be read may cite any source and draw any chart: then unused ones are not yet known.
  for (const entry of unread.size > 0 ? [] : entries) {
    if (entry.collection === 'sources' && !cited.has(entry.id)) {
      problems.push({ file: entry.file, line: entry.lineOf([]), problem: `the source \`${entry.id}\` is cited nowhere`, fix: 'Cite it or remove it.' });
    }
    if (entry.collection === 'charts' && !drawn.has(entry.id)) {
      problems.push({ file: entry.file, line: entry.lineOf([]), problem: `the chart \`${entry.id}\` is drawn nowhere`, fix: `Write <Chart id="${entry.id}" /> in a page, or remove the file.` });
    }
  }
  return problems;
}

const nouns: Record<keyof Site, string> = {
  toolkits: 'toolkit',
  library: 'library page',
  pages: 'page',
  checklists: 'checklist',
  duties: 'duty list',
  templates: 'template',
  forms: 'form',
  timelines: 'timeline',
  rosters: 'roster',
  handouts: 'handout',
  glossary: 'term',
  sources: 'source',
  redirects: 'redirect',
  packets: 'packet',
  roles: 'role',
  charts: 'chart',
  slides: 'set of slides',
  regions: 'region',
  agencies: 'kind of agency',
};

function* objectsIn(value: unknown, path: PropertyKey[] = []): Generator<Visit> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield { node: value as Record<string, unknown>, path };
  for (const [key, child] of Object.entries(value)) yield* objectsIn(child, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** What is wrong with the place that a blank's offer comes from, as problem and fix. */
function offerFault(site: Site, from: string | undefined): [string, string] | undefined {
  if (!from) return undefined;
  const [start, form = '', row = '', column = ''] = from.split('.');
  const unknown = (what: string, name: string, known: string[]): [string, string] | undefined => (known.includes(name) ? undefined : [`unknown ${what} \`${name}\``, didYouMean(name, known)]);
  if (start === 'task-force') return unknown('field of My task force', form, taskForceFields.map(({ name }) => name));
  const entry = site.forms[form];
  if (!entry) return unknown('form', form, Object.keys(site.forms));
  return unknown('row', row, entry.given.map(({ id }) => id)) ?? unknown('column', column, entry.columns.map(({ id }) => id));
}

/** What is wrong with the parts of a packet: place, problem and fix. That each page exists is checked as for every reference. */
function packetFaults(site: Site, parts: readonly Part[]): [number, string, string][] {
  const names = parts.map(partName);
  return parts.flatMap(({ id, section }, index): [number, string, string][] => {
    if (names.indexOf(names[index]!) < index) return [[index, `the part \`${names[index]}\` stands twice`, 'Remove one of the two.']];
    if (!section || !(id in site.toolkits)) return [];
    const known = sectionsOf(site, id).map((each) => each.id);
    return known.includes(section) ? [] : [[index, `the toolkit \`${id}\` has no section \`${section}\``, didYouMean(section, known)]];
  });
}

/** What is wrong with a link, as problem and fix. */
function linkFault(href: string, book: ReadonlyMap<string, ReadonlySet<string>>): [string, string] | undefined {
  if (/^(https?:|mailto:|tel:)/.test(href)) return undefined;
  if (!href.startsWith('/')) return [`the link \`${href}\` is relative`, 'Write links from the root: /toolkits/coordinator/.'];
  const [address = '', fragment] = href.split('#');
  const anchors = book.get(address);
  if (!anchors) return [`the link \`${href}\` leads nowhere`, didYouMean(address, [...book.keys()])];
  if (fragment !== undefined && !anchors.has(fragment)) return [`\`${address}\` has no place \`#${fragment}\``, didYouMean(fragment, [...anchors])];
  return undefined;
}

function repeatedAnchors(entry: Located): [string, PropertyKey[], number | undefined][] {
  // The page shell has sections of its own.
  const seen = new Set<string>(entry.collection === 'toolkits' ? shellAnchors.toolkits : shellAnchors.other);
  const result: [string, PropertyKey[], number | undefined][] = [];
  const isPullOut = (pullOutKinds as readonly string[]).includes(entry.collection);
  const anchors = isPullOut ? new Set(anchorsOf({ kind: entry.collection, entry: entry.value } as PullOut)) : undefined;
  for (const { node, path } of objectsIn(entry.value)) {
    const isPart = anchors && path.length > 1 && typeof node['id'] === 'string' && !('ref' in node) && !('kind' in node && node['kind'] === 'blank');
    const id = node['kind'] === 'heading' ? String(node['anchor']) : isPart && anchors.has(String(node['id'])) ? String(node['id']) : undefined;
    if (!id) continue;
    if (seen.has(id)) result.push([id, path.length > 0 && node['kind'] !== 'heading' ? [...path, 'id'] : path, node['line'] as number | undefined]);
    seen.add(id);
  }
  return result;
}

function repeatedNumbers(entries: readonly Located[]): Problem[] {
  const byNumber = new Map<number, string>();
  return entries.flatMap((entry) => {
    if (entry.collection !== 'toolkits') return [];
    const { number } = entry.value as { number: number };
    const other = byNumber.get(number);
    byNumber.set(number, entry.file);
    return other ? [{ file: entry.file, line: entry.lineOf(['number']), problem: `toolkit number ${number} is taken by ${other}`, fix: 'Give each toolkit its own number.' }] : [];
  });
}
