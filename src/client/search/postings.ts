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

export function unpack({ gaps, weights }: Packed): Posting[][] {
  let place = 0;
  return gaps
    .split('!')
    .slice(0, -1)
    .map((letters) => {
      const list: Posting[] = [];
      let [section, gap] = [0, -1];
      const end = () => {
        if (gap >= 0) list.push([(section += gap), Number(weights[place++])]);
      };
      for (let at = 0; at < letters.length; at++) {
        const code = letters.charCodeAt(at);
        if (isUpper(code)) gap = gap * base + (code - first - base - 1);
        else {
          end();
          gap = code - first;
        }
      }
      end();
      return list;
    });
}
