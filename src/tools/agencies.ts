/** Lists of agencies as people have them, and two spellings of one. Pure. */
import { distance } from 'fastest-levenshtein';
import { withoutControls } from './written-values.ts';

export interface ListedAgency {
  name: string;
  kind: string;
}

/** Agencies from a pasted or opened list: one a line; a second column, parted by a tab, a semicolon or a comma, is the kind of member. */
export function agenciesFrom(text: string, kinds: readonly string[] = []): ListedAgency[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const found = lines
    .filter((line, place) => line.trim() !== '' && !(place === 0 && isHead(line)))
    .map((line) => {
      const [name = '', kind = ''] = cellsOf(line, kinds);
      return { name, kind: kinds.find((one) => same(one, kind)) ?? kind };
    })
    .filter(({ name }) => name !== '');
  return found.filter(({ name }, place) => found.findIndex((other) => same(other.name, name)) === place);
}

/** The name of a column, and nothing more: “Agency for Children” is an agency. */
const isHead = (line: string): boolean =>
  /^"?((member|agency|organization) )?(agency|agencies|organizations?|members?|names?)"?\s*([\t;,]|$)/i.test(
    line.trim(),
  );

/** Tabs and semicolons part columns; a comma does where quotes stand, or where a known kind follows: names have commas, too. */
function cellsOf(line: string, kinds: readonly string[]): string[] {
  const bare = (cell: string): string =>
    withoutControls(cell)
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"')
      // Numbers and bullets of a list.
      .replace(/^(?:[•*–-]|\d{1,3}[.)])\s+/, '')
      .replace(/\s+/g, ' ')
      .trim();
  const part = /[\t;]/.exec(line)?.[0];
  if (part) return line.split(part).map(bare);
  const quoted = /^\s*"((?:[^"]|"")*)"\s*(?:,\s*(.*))?$/.exec(line);
  if (quoted) return [bare(quoted[1]!), bare(quoted[2] ?? '')];
  const at = line.lastIndexOf(',');
  const last = at < 0 ? '' : bare(line.slice(at + 1));
  return last !== '' && kinds.some((kind) => same(kind, last)) ? [bare(line.slice(0, at)), last] : [bare(line)];
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

const short: Record<string, string> = {
  dept: 'department',
  dep: 'department',
  pd: 'police department',
  so: 'sheriffs office',
  co: 'county',
  cnty: 'county',
  ctr: 'center',
  centre: 'center',
  svcs: 'services',
  assn: 'association',
  univ: 'university',
  st: 'saint',
  wa: 'washington',
  and: '',
  the: '',
  of: '',
};

/** A name without what people write in two ways: accents, signs, short forms, small words. */
const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => short[word] ?? word)
    .filter(Boolean)
    .join(' ');

/** One long word differs by one letter: harbor, harbour. Short words and single letters tell agencies apart. */
function differByALetter(a: readonly string[], b: readonly string[]): boolean {
  const pairs = a.flatMap((word, place) => (word === b[place] ? [] : [[word, b[place] ?? ''] as const]));
  const [one] = pairs;
  if (a.length !== b.length || pairs.length !== 1 || !one) return false;
  return Math.min(one[0].length, one[1].length) >= 6 && distance(one[0], one[1]) <= 1;
}

/** Pairs of names that are most likely two spellings of one agency. Numbers that differ tell two apart: District 1 and District 2. */
export function spellings(names: readonly string[]): [string, string][] {
  const plain = names.map(plainName);
  const numbers = plain.map((name) => name.replace(/\D+/g, ' ').trim());
  return names.flatMap((name, place) =>
    names.slice(place + 1).flatMap((other, offset): [string, string][] => {
      const at = place + 1 + offset;
      const [a, b] = [plain[place]!, plain[at]!];
      if (!a || !b || numbers[place] !== numbers[at]) return [];
      return a === b || differByALetter(a.split(' '), b.split(' ')) ? [[name, other]] : [];
    }),
  );
}
