/** Sorted words in few bytes, of which a query needs a few of thousands. */

/**
 * Front-coded: for each word a capital that tells how many letters it shares with the one before, and its other letters.
 * `abuse abused` is `AF`, `abuse d`. The first of every block is whole.
 */
export type Folded = [shared: string, others: string];

const block = 32;

export function fold(words: readonly string[]): Folded {
  const shared = words.map((word, number) => {
    const before = number % block > 0 ? words[number - 1]! : '';
    let same = 0;
    while (same < 25 && same < word.length && word[same] === before[same]) same++;
    return same;
  });
  return [
    shared.map((same) => String.fromCharCode(65 + same)).join(''),
    words.map((word, number) => word.slice(shared[number])).join(' '),
  ];
}

/** The first number from 0 for which something does not hold, which holds for all before it and for none behind. */
export function firstNot(count: number, holds: (number: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

export class WordList {
  readonly length: number;
  private readonly shared: string;
  /** What the words do not share, and in blocks that were looked at the words themselves. */
  private readonly words: string[];
  private readonly isWhole: boolean[] = [];

  constructor([shared, others]: Folded) {
    this.shared = shared;
    this.words = others.split(' ');
    this.length = this.words.length;
  }

  /** @returns undefined behind the last one */
  at(number: number): string | undefined {
    const first = number - (number % block);
    if (number % block > 0 && !this.isWhole[first]) this.unfold(first);
    return this.words[number];
  }

  private unfold(first: number): void {
    const end = Math.min(first + block, this.length);
    for (let at = first + 1; at < end; at++)
      this.words[at] = this.words[at - 1]!.slice(0, this.shared.charCodeAt(at) - 65) + this.words[at]!;
    this.isWhole[first] = true;
  }

  /** Where the words begin that do not stand before some letters. */
  firstFrom(letters: string): number {
    const blocks = firstNot(Math.ceil(this.length / block), (number) => this.words[number * block]! < letters);
    const first = Math.max(0, blocks - 1) * block;
    return first + firstNot(Math.min(block, this.length - first), (number) => this.at(first + number)! < letters);
  }

  all(): readonly string[] {
    for (let first = 0; first < this.length; first += block) if (!this.isWhole[first]) this.unfold(first);
    return this.words;
  }
}
