/** What to write into the columns of a table, in words before it. */
import type { Inline } from '../../prose/tree.ts';
import { choiceInWords } from '../../schemas/names.ts';
import type { DocBlock } from '../document.ts';
import { inlinesToDocument, words, type DocumentContext } from '../to-document.ts';

/** What to write into the columns of a table that need a word on it. */
export function explained(
  columns: readonly { label: string; guidance?: Inline[] | undefined; options?: readonly string[] | undefined }[],
  context: DocumentContext,
): DocBlock[] {
  const items = columns
    .filter(({ guidance, options }) => guidance || options)
    .map(({ label, guidance = [], options }) => {
      const choice = options ? words(`${guidance.length > 0 ? ' ' : ''}${choiceInWords(options)}`) : [];
      return {
        term: label,
        children: [{ kind: 'paragraph' as const, children: [...inlinesToDocument(guidance, context), ...choice] }],
      };
    });
  return items.length > 0 ? [{ kind: 'definitions', items }] : [];
}
