/** Checks the words themselves: terms that harm, orders without a law, sentences too hard to read. */
import { syllable } from 'syllable';
import type { LocatedEntry } from '../../src/reader/located-entry.ts';
import type { Problem } from '../../src/prose/problem.ts';
import { plainText, type Cite, type Inline } from '../../src/prose/tree.ts';
import type { Site } from '../../src/schemas/index.ts';

/** Words that blame or label a young person, and what to write instead. Official names and quotations may hold them. */
const harmful: [pattern: RegExp, instead: string][] = [
  [/\b(child|teen|teenage|juvenile|underage|minor|young) prostitut\w+/i, 'commercially sexually exploited child'],
  [/\bprostituted (child|children|youth|girls?|boys?|minors?)\b/i, 'exploited child'],
  [/\bpimps?\b/i, 'trafficker or exploiter'],
  [/\bjohns\b/i, 'buyer, or person who bought sex'],
  [/\bsex workers?\b/i, 'exploited child or youth'],
  [/\brescu(e|es|ed|ing)\b/i, 'help, reach, serve'],
  [/\b(hooker|whore|promiscuous)s?\b/i, 'nothing: leave it out'],
  [/\bthe life\b/i, 'exploitation'],
];

/** One paragraph, list item, cell or plain line of an entry. */
export interface Passage {
  /** Its words, without quotations. */
  words: string;
  cites: Cite[];
  path: PropertyKey[];
  line: number | undefined;
}

/** Terms that harm, and “must” or “shall” where the paragraph cites no law, bill or policy. */
export function checkWords(site: Site, entries: readonly LocatedEntry[]): Problem[] {
  const problems: Problem[] = [];
  for (const entry of entries) {
    // What readers may type into the search is not what the pages say.
    if (['sources', 'redirects', 'crisis', 'everyday'].includes(entry.collection)) continue;
    for (const { words, cites, path, line } of passagesIn(entry.value)) {
      const add = (problem: string, fix: string): void =>
        void problems.push({ file: entry.file, line: entry.lineOf(path, line), problem, fix });
      for (const [pattern, instead] of harmful) {
        const found = pattern.exec(words)?.[0];
        if (found)
          add(
            `“${found}” can shame or mislabel a reader`,
            `Write: ${instead}. Quotations and official names stand in quotation marks.`,
          );
      }
      const order = /\b(must|shall)\b/i.exec(words)?.[0];
      const binding = cites.some(({ id }) => ['law', 'bill', 'policy'].includes(site.sources[id]?.kind ?? ''));
      if (order && !binding)
        add(
          `“${order}” without a law that says so`,
          'Cite the law in the same paragraph, or advise: “consider”, “many task forces”.',
        );
    }
  }
  return problems;
}

/** How hard a text is to read. */
export interface Reading {
  sentences: number;
  /** Words in a sentence, on average. */
  mean: number;
  /** Flesch-Kincaid grade: years of school. */
  grade: number;
}

/** Measures all passages of an entry together; a list item or a cell counts as a sentence. */
export function readingOf(value: unknown): Reading {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  let sentences = 0;
  let words = 0;
  let syllables = 0;
  for (const passage of passagesIn(value)) {
    for (const { segment } of segmenter.segment(passage.words)) {
      const found = segment.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
      if (found.length < 3) continue;
      sentences += 1;
      words += found.length;
      syllables += found.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
    }
  }
  if (sentences === 0) return { sentences: 0, mean: 0, grade: 0 };
  return { sentences, mean: words / sentences, grade: 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59 };
}

/** The passages of an entry's value; whole quotations are left out, since they are somebody else's words. */
export function* passagesIn(value: unknown, path: PropertyKey[] = [], line?: number): Generator<Passage> {
  if (typeof value === 'string') {
    const key = path.at(-1);
    if (
      !['id', 'ref', 'kind', 'toolkit', 'mark', 'reviewed', 'date', 'href', 'drawing', 'anchor', 'to'].includes(
        String(key),
      ) &&
      !path.includes('changes')
    )
      yield { words: withoutQuotations(value), cites: [], path, line };
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (isInlines(value)) {
    yield { words: withoutQuotations(plainText(value)), cites: value.flatMap(citesIn), path, line };
    return;
  }
  if ('kind' in value && value.kind === 'quote') return;
  for (const [key, child] of Object.entries(value))
    yield* passagesIn(
      child,
      [...path, Array.isArray(value) ? Number(key) : key],
      'line' in value ? (value.line as number) : line,
    );
}

const inlineKinds = new Set(['text', 'strong', 'emphasis', 'suggestion', 'break', 'link', 'cite', 'term', 'blank']);
const isInlines = (value: object): value is Inline[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((node) => typeof node === 'object' && node !== null && inlineKinds.has((node as Inline).kind));

function citesIn(node: Inline): Cite[] {
  if (node.kind === 'cite') return [node];
  return 'children' in node ? node.children.flatMap(citesIn) : [];
}

function withoutQuotations(words: string): string {
  return words.replace(/“[^”]*”/g, ' ');
}
