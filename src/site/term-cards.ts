/** The cards that terms open, as data: pages name terms, and a reader's first use of one brings the cards of all. */
import type { Inline } from '../prose/tree.ts';
import type { Site } from '../schemas/index.ts';

export interface TermCard {
  term: string;
  expansion?: string | undefined;
  /** True when the expansion is the editors' reading. */
  editorsReading: boolean;
  /** The paragraphs of its definition, without its sources, which the glossary names. */
  definition: readonly (readonly Inline[])[];
}

/** A card for each term of the glossary, by its id. */
export function composeTermCards({ glossary }: Site): Record<string, TermCard> {
  return Object.fromEntries(
    Object.values(glossary).map(({ id, term, expansion, editorsReading, definition }) => [
      id,
      {
        term,
        expansion,
        editorsReading,
        definition: definition.flatMap((block) => (block.kind === 'paragraph' ? [withoutSources(block.children)] : [])),
      },
    ]),
  );
}

const withoutSources = (nodes: readonly Inline[]): Inline[] =>
  nodes
    .filter(({ kind }) => kind !== 'cite')
    .map((node) => ('children' in node ? { ...node, children: withoutSources(node.children) } : node));
