/** Everyday words and what they mean here: `content/everyday.yaml` at work. */
import type { EverydayData } from './index-data.ts';
import { stem, wordsIn } from './words.ts';

export interface Meaning {
  data: EverydayData;
  typedBy: 'site' | 'readers' | 'harmful';
}
interface Way {
  stems: string[];
  meaning: Meaning;
}

export class Everyday {
  /** Every single word of the list. */
  readonly words = new Set<string>();
  /** Ways to say something by the stem of their first word. */
  private readonly ways = new Map<string, Way[]>();

  constructor(entries: readonly EverydayData[]) {
    for (const data of entries)
      for (const typedBy of ['site', 'readers', 'harmful'] as const)
        for (const phrase of data[typedBy] ?? []) {
          const words = wordsIn(phrase);
          for (const word of words) this.words.add(word);
          // A format is one word and never another form of it: “word” is a file, “words” are not.
          const stems = data.format ? words : words.map(stem);
          const first = stem(words[0]!);
          this.ways.set(first, [...(this.ways.get(first) ?? []), { stems, meaning: { data, typedBy } }]);
        }
  }

  has(word: string): boolean {
    return this.words.has(word);
  }

  /** The longest way to say something that begins at a place of a query, with all that it means. */
  at(words: readonly string[], place: number): { length: number; meanings: Meaning[] } | undefined {
    const matches = (this.ways.get(stem(words[place]!)) ?? []).filter(({ stems, meaning }) =>
      stems.every((one, offset) => {
        const word = words[place + offset];
        return word !== undefined && (meaning.data.format ? word : stem(word)) === one;
      }),
    );
    if (matches.length === 0) return undefined;
    const length = Math.max(...matches.map(({ stems }) => stems.length));
    return { length, meanings: matches.filter(({ stems }) => stems.length === length).map(({ meaning }) => meaning) };
  }
}
