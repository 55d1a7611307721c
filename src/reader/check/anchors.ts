/** Ids that stand twice on one page. */
import { isKind } from '../../schemas/kinds.ts';
import type { Block } from '../../prose/tree.ts';
import { shellAnchors } from '../../site/addresses.ts';
import { anchorsAt } from '../../site/anchors.ts';
import { anchorsOf, type PullOut } from '../../site/pull-outs.ts';
import { objectsIn, type Check } from './entry.ts';

const fix = 'Ids are addresses: give each its own.';

/** Checks the ids of a text as a page shows it, with the pull-outs and drawings within. */
export const checkTextAnchors: Check = (entry, { site }, add) => {
  const seen = new Set<string>(entry.collection === 'toolkits' ? shellAnchors.toolkits : shellAnchors.other);
  (entry.value as { body: (Block & { line?: number })[] }).body.forEach((block, index) => {
    for (const id of anchorsAt(site, block)) {
      if (seen.has(id)) add(['body', index], block.line, `duplicate id \`${id}\``, fix);
      seen.add(id);
    }
  });
};

/** Checks the ids of everything else: the parts of a pull-out on its own page, and headings in texts. */
export const checkPartAnchors: Check = (entry, _known, add) => {
  const isPullOut = isKind(entry.collection);
  const anchors = new Set(isPullOut ? anchorsOf({ kind: entry.collection, entry: entry.value } as PullOut) : []);
  const seen = new Set<string>(shellAnchors.other);
  for (const { node, path } of objectsIn(entry.value)) {
    const isHeading = node['kind'] === 'heading';
    const isPart = path.length > 1 && !('ref' in node) && node['kind'] !== 'blank' && anchors.has(String(node['id']));
    if (!isHeading && !isPart) continue;
    const id = String(isHeading ? node['anchor'] : node['id']);
    if (seen.has(id))
      add(isHeading ? path : [...path, 'id'], node['line'] as number | undefined, `duplicate id \`${id}\``, fix);
    seen.add(id);
  }
};
