/**
 * How often the pages talk about where their words come from instead of saying what they have to say. The mark behind a sentence
 * carries its source; what the research could not find stands in the library.
 */
import type { LocatedEntry } from '../../src/reader/located-entry.ts';
import type { Problem } from '../../src/prose/problem.ts';
import { passagesIn } from './words.ts';

const provenance = [
  /\bslides?\b(?! (deck|show|per|of yours|in PowerPoint))/gi,
  /\bthe deck\b/gi,
  /\bno sources?\b/gi,
  /\b(the|our|these|those|both|other) sources? (say|says|give|gives|name|names|tell|tells|do|does|list|lists|differ)\b/gi,
  /\bthis page (follows|rests|keeps|reads|takes)\b/gi,
  /\babout 2021\b/gi,
  /\b(we|the editors) (read|found|could not (read|find|verify))\b/gi,
];
const currentText = /\b(check|read|see|ask for|look up) (for )?(the )?current text\b/gi;

/** The most that the pages may hold for every 1,000 words. */
export const most = 1;

/** What the pages say about themselves, and how much that is. */
export interface Provenance {
  /** Every such phrase with its file and line. */
  phrases: { file: string; line: number; phrase: string }[];
  words: number;
}

const about = ({ collection, id }: LocatedEntry) =>
  ['library', 'sources', 'redirects', 'charts', 'regions', 'crisis', 'everyday'].includes(collection) ||
  (collection === 'pages' && /^about/.test(id));

/** Finds the phrases in everything that readers use, outside the library and the pages about the project. */
export function provenanceIn(entries: readonly LocatedEntry[]): Provenance {
  const phrases: Provenance['phrases'] = [];
  let words = 0;
  for (const entry of entries.filter((one) => !about(one))) {
    for (const passage of passagesIn(entry.value)) {
      words += passage.words.split(/\s+/).filter(Boolean).length;
      for (const pattern of provenance)
        for (const [phrase] of passage.words.matchAll(pattern))
          phrases.push({ file: entry.file, line: entry.lineOf(passage.path, passage.line), phrase });
    }
  }
  return { phrases, words };
}

/** More than one phrase for every 1,000 words, and pages that send readers to the current text of a law more than once. */
export function checkProvenance(entries: readonly LocatedEntry[]): Problem[] {
  const { phrases, words } = provenanceIn(entries);
  const tooMany = phrases.length > (most * words) / 1000 ? phrases : [];
  const repeated = entries.flatMap((entry) => {
    const found = [...passagesIn(entry.value)].flatMap((passage) =>
      [...passage.words.matchAll(currentText)].map(([phrase]) => ({
        file: entry.file,
        line: entry.lineOf(passage.path, passage.line),
        phrase,
      })),
    );
    return found.slice(1);
  });
  return [
    ...tooMany.map(({ phrase, ...place }) => ({
      ...place,
      problem: `“${phrase}” speaks about where words come from`,
      fix: 'Say the advice or the fact and let its mark carry the source; limits of the research belong in the library.',
    })),
    ...repeated.map(({ phrase, ...place }) => ({
      ...place,
      problem: `“${phrase}” stands a second time on this page`,
      fix: 'Say it once, where it matters most.',
    })),
  ];
}
