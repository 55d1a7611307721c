/** Lists of places in few bytes: numbers that grow, as the gaps between them, and how much each counts, as a digit. */

/** Where a word stands: numbers of sections, and how much each speaks of it, from 1 to 9. */
export type Posting = [section: number, weight: number];
export interface Packed {
  /** For each list its gaps, each in one or more letters, then `!`. */
  gaps: string;
  /** All weights, one digit each. */
  weights: string;
}

// Letters that JSON need not escape: the first of a number is from the lower half, those after it are from the upper one.
const [first, base] = [35, 28];
const lower = (value: number): string => String.fromCharCode(first + value);
const upper = (value: number): string => String.fromCharCode(first + base + 1 + value);
/** `!` */
const end = 33;
const isUpper = (code: number): boolean => code > first + base;

export function pack(lists: readonly (readonly Posting[])[]): Packed {
  let [gaps, weights] = ['', ''];
  for (const list of lists) {
    let before = 0;
    for (const [section, weight] of list) {
      let gap = section - before;
      let letters = '';
      for (; gap >= base; gap = Math.floor(gap / base)) letters = upper(gap % base) + letters;
      gaps += lower(gap) + letters;
      weights += weight;
      before = section;
    }
    gaps += '!';
  }
  return { gaps, weights };
}

/** Packed lists, each unpacked when it is asked for: a query needs a few of thousands. */
export class Lists {
  private readonly lists: string[];
  private readonly weights: string;
  /** Where the weights of each list begin. */
  private readonly starts: number[] = [];
  /** How many places each list has. */
  readonly lengths: number[] = [];

  constructor({ gaps, weights }: Packed) {
    this.lists = gaps.split('!');
    this.weights = weights;
    let [start, length] = [0, 0];
    for (let at = 0; at < gaps.length; at++) {
      const code = gaps.charCodeAt(at);
      if (code === end) {
        this.starts.push(start);
        this.lengths.push(length);
        start += length;
        length = 0;
      } else if (!isUpper(code)) length++;
    }
  }

  at(number: number): Posting[] {
    const letters = this.lists[number]!;
    const list: Posting[] = [];
    let [section, place] = [0, this.starts[number]!];
    for (let at = 0; at < letters.length;) {
      let gap = letters.charCodeAt(at++) - first;
      for (; at < letters.length && isUpper(letters.charCodeAt(at)); at++)
        gap = gap * base + (letters.charCodeAt(at) - first - base - 1);
      section += gap;
      list.push([section, Number(this.weights[place++])]);
    }
    return list;
  }
}
