/** Everyday words and what they mean here: `content/everyday.yaml` at work. */
import type { EverydayData } from './index-data.ts';
import { stem } from './words.ts';

export interface Meaning {
  data: EverydayData;
  typedBy: 'site' | 'readers' | 'harmful';
}
interface Way {
  phrase: string;
  meaning: Meaning;
}
/** The first letters of a phrase's first word. */
function beginning(phrase: string): string {
  const end = phrase.indexOf(' ');
  return phrase.slice(0, end < 0 ? 3 : Math.min(3, end));
}

export class Everyday {
  /** Ways to say something by their first letters. Phrases are taken apart when a query begins like them: few of thousands. */
  private readonly ways = new Map<string, Way[]>();

  constructor(entries: readonly EverydayData[]) {
    for (const data of entries)
      for (const typedBy of ['site', 'readers', 'harmful'] as const)
        for (const phrase of data[typedBy] ?? []) this.add({ phrase, meaning: { data, typedBy } });
  }

  private add(way: Way): void {
    const key = beginning(way.phrase);
    const others = this.ways.get(key);
    if (others) others.push(way);
    else this.ways.set(key, [way]);
  }

  /** Every word of the list. */
  words(): Set<string> {
    return new Set([...this.ways.values()].flatMap((ways) => ways.flatMap(({ phrase }) => phrase.split(' '))));
  }

  /** Whether a word means something alone: “anual” is a slip where no “informe” stands before it. */
  has(word: string): boolean {
    return this.ways.get(beginning(word))?.some(({ phrase }) => phrase === word) ?? false;
  }

  /** The longest way to say something that begins at a place of a query, with all that it means. */
  at(typed: readonly string[], place: number): { length: number; meanings: Meaning[] } | undefined {
    // A format is one word and never another form of it: “word” is a file, “words” are not.
    const same = (one: string | undefined, other: string, { data }: Meaning) =>
      one === other || (one !== undefined && !data.format && stem(one) === stem(other));
    const begun = this.ways.get(beginning(typed[place]!)) ?? [];
    const matches = begun
      .map(({ phrase, meaning }) => ({ words: phrase.split(' '), meaning }))
      .filter(({ words, meaning }) => words.every((word, offset) => same(typed[place + offset], word, meaning)));
    if (matches.length === 0) return undefined;
    const length = Math.max(...matches.map(({ words }) => words.length));
    return { length, meanings: matches.filter(({ words }) => words.length === length).map(({ meaning }) => meaning) };
  }
}
