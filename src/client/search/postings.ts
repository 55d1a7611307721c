/** Lists of places in few bytes: for each place the gap from the one before it, in one or more letters, then how much it counts. */

/** Where a word stands: numbers of sections, and how much each speaks of it, from 1 to 9. */
export type Posting = [section: number, weight: number];
/** Lists of places, each followed by `!`. */
export type Packed = string;

// Letters that JSON need not escape: 57 of them write gaps, `a` to `i` are weights and end a place.
const [zero, base, noWeight] = [35, 57, 96];
const end = '!';

export const pack = (lists: readonly (readonly Posting[])[]): Packed =>
  lists.map((list) => packOne(list) + end).join('');

function packOne(list: readonly Posting[]): string {
  let [before, letters] = [0, ''];
  for (const [section, weight] of list) {
    let digits = '';
    let gap = section - before;
    do digits = String.fromCharCode(zero + (gap % base)) + digits;
    while ((gap = Math.floor(gap / base)) > 0);
    letters += digits + String.fromCharCode(noWeight + weight);
    before = section;
  }
  return letters;
}

/** Packed lists, each unpacked when it is asked for: a query needs a few of thousands. */
export class Lists {
  private readonly lists: string[];

  constructor(packed: Packed) {
    this.lists = packed.split(end);
  }

  /** How many places a list has. */
  lengthOf(number: number): number {
    const letters = this.lists[number]!;
    let length = 0;
    for (let at = 0; at < letters.length; at++) if (letters.charCodeAt(at) > noWeight) length++;
    return length;
  }

  at(number: number): Posting[] {
    const letters = this.lists[number]!;
    const list: Posting[] = [];
    let [section, gap] = [0, 0];
    for (let at = 0; at < letters.length; at++) {
      const code = letters.charCodeAt(at);
      if (code < noWeight) gap = gap * base + code - zero;
      else {
        section += gap;
        list.push([section, code - noWeight]);
        gap = 0;
      }
    }
    return list;
  }
}

/** The letter for a word whose stem no word before it has. */
const newStem = 93;

/** For each word a letter: how far before it the last one with the same stem stands. @param stems those of all words, in their order */
export function formsOf(stems: readonly string[]): string {
  const last = new Map<string, number>();
  return stems
    .map((stem, number) => {
      const before = last.get(stem);
      last.set(stem, number);
      return String.fromCharCode(newStem + (before === undefined ? 0 : number - before));
    })
    .join('');
}

/** The number of the first word with a word's stem. */
export function firstOf(number: number, forms: string): number {
  let first = number;
  for (let back = 1; back > 0; first -= back) back = forms.charCodeAt(first) - newStem;
  return first;
}
