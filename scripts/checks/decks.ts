/** Checks that a trainer can teach with a deck: words to say on every slide, an exercise, and a question for the room. */
import type { LocatedEntry } from '../../src/reader/located-entry.ts';
import type { Problem } from '../../src/prose/problem.ts';
import { activityNames } from '../../src/schemas/names.ts';
import type { Entry } from '../../src/schemas/index.ts';
import { wordsOf } from './asks.ts';

/** How many words a trainer says to a slide: half a minute to a minute. */
const [fewest, most] = [60, 120];

/** Slides whose notes are too short or too long to say, and decks in which the room only listens. */
export function checkDecks(entries: readonly LocatedEntry[]): Problem[] {
  return entries
    .filter(({ collection }) => collection === 'slides')
    .flatMap((entry) => {
      const { slides } = entry.value as Entry<'slides'>;
      const at = (path: PropertyKey[]) => ({ file: entry.file, line: entry.lineOf(path) });
      const long = slides.flatMap(({ id, notes }, index): Problem[] => {
        const count = wordsOf(notes).match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
        if (count >= fewest && count <= most) return [];
        const problem = `a trainer says ${count} words to slide \`${id}\`; ${fewest} to ${most} are asked for`;
        const fix =
          count < fewest ? 'Say why it matters, in plain words.' : 'Move what only the trainer needs to `trainer`.';
        return [{ ...at(['slides', index, 'notes']), problem, fix }];
      });
      const kinds = slides.map(({ activity }) => activity?.kind);
      const missing = (['exercise', 'question'] as const)
        .filter((kind) => !kinds.includes(kind))
        .map((kind): Problem => ({
          ...at(['slides']),
          problem: `the deck has no slide for this: ${activityNames[kind].toLowerCase()}`,
          fix: `Give a slide \`activity: { kind: ${kind}, minutes: 5 }\`, and say how in \`trainer\`.`,
        }));
      return [...long, ...missing];
    });
}
