/** Everyday words and what they mean here: `content/everyday.yaml` at work. */
import { typists, type EverydayData, type MeaningData } from './index-data.ts';
import { firstNot } from './word-list.ts';
import { stem } from './words.ts';

export interface Meaning {
  data: MeaningData;
  typedBy: (typeof typists)[number];
}
/** A way to say something, and its place among the phrases. */
interface Way {
  words: string[];
  at: number;
}

export class Everyday {
  private readonly data: EverydayData;
  /** Where each line begins. */
  private readonly lines: number[] = [];
  private readonly meanings = new Map<number, MeaningData>();

  constructor(data: EverydayData) {
    this.data = data;
    for (let at = 0; at >= 0; at = data.phrases.indexOf('\n', at + 1)) this.lines.push(at);
  }

  /** Every word of the list. */
  words(): Set<string> {
    return new Set(this.data.phrases.match(/[^|\s]+/g));
  }

  /** Whether a word means something alone: “anual” is a slip where no “informe” stands before it. */
  has(word: string): boolean {
    return this.beginningLike(word).some(({ words }) => words.length === 1 && words[0] === word);
  }

  /** The longest way to say something that begins at a place of a query, with all that it means. */
  at(typed: readonly string[], place: number): { length: number; meanings: Meaning[] } | undefined {
    const matches = this.beginningLike(typed[place]!.slice(0, 3)).filter(({ words, at }) => {
      // A format is one word and never another form of it: “word” is a file, “words” are not.
      const isExact = this.data.more[this.lineOf(at)]?.format !== undefined;
      return words.every((word, offset) => isSame(typed[place + offset], word, isExact));
    });
    if (matches.length === 0) return undefined;
    const length = Math.max(...matches.map(({ words }) => words.length));
    return {
      length,
      meanings: matches.filter(({ words }) => words.length === length).map(({ at }) => this.meaningAt(at)),
    };
  }

  /** The phrases that begin with some letters: few of thousands, found without taking the others apart. */
  private beginningLike(letters: string): Way[] {
    const { phrases } = this.data;
    const found: Way[] = [];
    for (let at = phrases.indexOf(`|${letters}`); at >= 0; at = phrases.indexOf(`|${letters}`, at + 1)) {
      const [phrase] = /^[^|\t\n]+/.exec(phrases.slice(at + 1, at + 1 + longest))!;
      found.push({ words: phrase.split(' '), at });
    }
    return found;
  }

  private lineOf(at: number): number {
    return firstNot(this.lines.length, (line) => this.lines[line]! <= at) - 1;
  }

  private meaningAt(at: number): Meaning {
    const { phrases, more } = this.data;
    const line = this.lineOf(at);
    const before = phrases.slice(this.lines[line]!, at).split('\t');
    if (!this.meanings.has(line)) {
      const [site = ''] = phrases.slice(this.lines[line]!, this.lines[line + 1]).split('\t');
      this.meanings.set(line, { site: site.trim().split('|').slice(1), ...more[line] });
    }
    return { data: this.meanings.get(line)!, typedBy: typists[before.length - 1]! };
  }
}

/** So many letters has a phrase at most. */
const longest = 100;

const isSame = (one: string | undefined, other: string, isExact: boolean): boolean =>
  one === other || (one !== undefined && !isExact && stem(one) === stem(other));
