/** The title that a filled-in document carries: the same words in Preview, Print, PDF and Word. Pure. */
import type { Inline } from '../prose/tree.ts';
import type { Entry } from '../schemas/index.ts';
import type { Sheet } from '../tools/sheet.ts';
import { blankName } from './fill-template.ts';

/** What stands for a blank that is still empty. */
const rule = '____________';

export function documentTitle(entry: Entry<'templates'>, sheet: Sheet = {}): string {
  const words = (nodes: readonly Inline[]): string =>
    nodes
      .map((node) => {
        if (node.kind === 'text') return node.text;
        if (node.kind === 'blank') return sheet[blankName(node.id)]?.trim() || rule;
        return 'children' in node ? words(node.children) : '';
      })
      .join('');
  return entry.heading ? words(entry.heading).replace(/\s+/g, ' ').trim() : entry.title;
}
