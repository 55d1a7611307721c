/** Everyday words and what they mean here: `content/everyday.yaml` at work. */
import type { EverydayData } from './index-data.ts';
import { stem } from './words.ts';

export interface Meaning {
  data: EverydayData;
  typedBy: 'site' | 'readers' | 'harmful';
}
interface Way {
  words: string[];
  meaning: Meaning;
}
const beginning = (word: string): string => word.slice(0, 3);

export class Everyday {
  /** Every word of the list. */
  readonly words = new Set<string>();
  /** Words that mean something alone. */
  private readonly alone = new Set<string>();
  /** Ways to say something by the first letters of their first word. */
  private readonly ways = new Map<string, Way[]>();

  constructor(entries: readonly EverydayData[]) {
    for (const data of entries)
      for (const typedBy of ['site', 'readers', 'harmful'] as const)
        for (const phrase of data[typedBy] ?? []) this.add(phrase.split(' '), { data, typedBy });
  }

  private add(words: string[], meaning: Meaning): void {
    for (const word of words) this.words.add(word);
    if (words.length === 1) this.alone.add(words[0]!);
    const key = beginning(words[0]!);
    if (!this.ways.has(key)) this.ways.set(key, []);
    this.ways.get(key)!.push({ words, meaning });
  }

  /** Whether a word means something alone: “anual” is a slip where no “informe” stands before it. */
  has(word: string): boolean {
    return this.alone.has(word);
  }

  /** The longest way to say something that begins at a place of a query, with all that it means. */
  at(typed: readonly string[], place: number): { length: number; meanings: Meaning[] } | undefined {
    // A format is one word and never another form of it: “word” is a file, “words” are not.
    const same = (one: string | undefined, other: string, { data }: Meaning) =>
      one === other || (one !== undefined && !data.format && stem(one) === stem(other));
    const matches = (this.ways.get(beginning(typed[place]!)) ?? []).filter(({ words, meaning }) =>
      words.every((word, offset) => same(typed[place + offset], word, meaning)),
    );
    if (matches.length === 0) return undefined;
    const length = Math.max(...matches.map(({ words }) => words.length));
    return { length, meanings: matches.filter(({ words }) => words.length === length).map(({ meaning }) => meaning) };
  }
}
