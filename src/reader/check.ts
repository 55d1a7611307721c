/** The checks that need more than one entry: references, links, anchors, blanks, figures, unused sources. */
import type { Problem } from '../prose/problem.ts';
import { collections, type Site } from '../schemas/index.ts';
import { addressBook } from '../site/addresses.ts';
import { checkPartAnchors, checkTextAnchors } from './check/anchors.ts';
import { checksOf } from './check/entries.ts';
import { objectsIn, type Add, type Known } from './check/entry.ts';
import { checkNodes } from './check/nodes.ts';
import type { LocatedEntry } from './located-entry.ts';

/** Checks a whole site; `unread` holds `collection/id` (or `collection/*`) of entries that already have problems of their own. */
export function checkSite(
  site: Site,
  entries: readonly LocatedEntry[],
  unread: ReadonlySet<string>,
  figures: string,
): Problem[] {
  const known: Known = { site, book: addressBook(site), unread, figures };
  const problems = entries.flatMap((entry) => {
    const found: Problem[] = [];
    const add: Add = (path, line, problem, fix) =>
      found.push({ file: entry.file, line: entry.lineOf(path, line), problem, fix });
    const checkAnchors = collections[entry.collection].form === 'mdx' ? checkTextAnchors : checkPartAnchors;
    for (const check of [checkNodes, checksOf[entry.collection], checkAnchors]) check?.(entry, known, add);
    return found;
  });
  // A page that could not be read may cite any source and draw any chart: then unused ones are not yet known.
  return [...problems, ...repeatedNumbers(entries), ...(unread.size > 0 ? [] : unusedEntries(entries))];
}

function unusedEntries(entries: readonly LocatedEntry[]): Problem[] {
  const nodes = entries.flatMap(({ value }) => [...objectsIn(value)].map(({ node }) => node));
  const cited = new Set(nodes.flatMap((node) => (node['ref'] === 'sources' ? [node['id']] : [])));
  const drawn = new Set(
    nodes.flatMap((node) => (node['ref'] === 'charts' && node['kind'] === 'embed' ? [node['id']] : [])),
  );
  return entries.flatMap(({ collection, id, file, lineOf }) => {
    const line = lineOf([]);
    if (collection === 'sources' && !cited.has(id))
      return [{ file, line, problem: `the source \`${id}\` is cited nowhere`, fix: 'Cite it or remove it.' }];
    if (collection === 'charts' && !drawn.has(id))
      return [
        {
          file,
          line,
          problem: `the chart \`${id}\` is drawn nowhere`,
          fix: `Write <Chart id="${id}" /> in a page, or remove the file.`,
        },
      ];
    return [];
  });
}

function repeatedNumbers(entries: readonly LocatedEntry[]): Problem[] {
  const byNumber = new Map<number, string>();
  return entries.flatMap((entry) => {
    if (entry.collection !== 'toolkits') return [];
    const { number } = entry.value as { number: number };
    const other = byNumber.get(number);
    byNumber.set(number, entry.file);
    return other
      ? [
          {
            file: entry.file,
            line: entry.lineOf(['number']),
            problem: `toolkit number ${number} is taken by ${other}`,
            fix: 'Give each toolkit its own number.',
          },
        ]
      : [];
  });
}
