/** Mistakes put into real files: some that have to be told, and damage of which nobody knows what it does. */

/** A source of chance that gives the same numbers for the same seed (mulberry32). */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
type Chance = ReturnType<typeof chance>;
const one = <T>(from: readonly T[], next: Chance): T => from[next(from.length)]!;

/** A file with a mistake. */
export interface Mutation {
  name: string;
  bytes: string | Uint8Array;
  /** The lines on one of which the mistake has to be told; undefined where it may be none. */
  told?: readonly [first: number, last: number];
}

/** Words that may not stand in a text, as an author may write them. */
const forbidden: Readonly<Record<string, string>> = {
  'a comment of HTML': '<!-- later -->',
  'a number behind <': 'Counties with <5 cases.',
  'a tag that is not closed': '<Callout kind="ask" title="Who">\n\nWords',
  'a tag that is not open': 'Words</Callout>',
  'a brace': 'A {name here.',
  'a program': 'The sum is {1 + 1}.',
  'a program as a link': '[Press](javascript:alert%281%29)',
  'a program behind signs': '[Press](&#106;avascript:alert%281%29)',
  'a picture from elsewhere': '![A face](https://evil.example/x.png)',
  'HTML that runs': '<script>alert(1)</script>',
  'HTML with a program': '<img src="x" onerror="alert(1)" />',
  'an unknown component': '<Calout kind="ask" title="Who">\n\nWords\n\n</Calout>',
  'an unknown attribute': '<Callout kind="ask" title="Who" color="red">\n\nWords\n\n</Callout>',
  'a program in an attribute': '<Term id={process.exit()}>words</Term> of it',
  'an import': "import x from 'node:fs'",
  'a heading without an id': '## How to begin',
  'a heading too deep': '##### How to begin {/* #how-to-begin-here */}',
  'a source that is not there': 'Words.<Cite source="no-such-source-at-all" at="page 1" />',
  'a term that is not there': 'A <Term id="no-such-term-at-all">term</Term>.',
  'a link to nowhere': '[Here](/toolkits/no-such-toolkit/)',
  'a place that is not there': '[Here](/help/#no-such-place-at-all)',
  'a relative link': '[Here](../help/)',
  'a table without a caption': '| a | b |\n| --- | --- |\n| c | d |',
  'a quotation of nobody': '> Somebody said so.',
  'a box to tick': '- [ ] Call them.',
  'a code block': '```\ncode()\n```',
};

/** Keys as an author may write them; `title` is the one of the file. */
const badKeys: Readonly<Record<string, (title: string) => string>> = {
  'a title that is a number': () => 'title: 2026',
  'a title that is yes or no': () => 'title: true',
  'a title that is a list': (title) => `title: [${title}]`,
  'a title with nothing behind it': () => 'title:',
  'a title that stands twice': (title) => `title: ${title}\ntitle: ${title}`,
  'an unknown key': (title) => `title: ${title}\ntitel: Words`,
  'an alias': (title) => `title: &a ${title}\npromise: *a`,
  'a quotation that does not end': () => 'title: "Words',
  'a colon in the words': () => 'title: Words: more words: still more',
  'a tab': (title) => `title:\n\t${title}`,
  'no title': () => '# Later.',
};

/** Plants a mistake that has to be told. @returns undefined where this file has no place for it */
export function planted(file: string, text: string, next: Chance): Mutation | undefined {
  const lines = text.split('\n');
  const sort = next(8);
  if (sort === 0) return broken(text, lines, next);
  if (sort <= 3 || !file.endsWith('.mdx')) return withBadKey(lines, next);
  // Before a heading nothing is open.
  const headings = lines.flatMap((line, index) => (line.startsWith('## ') ? [index] : []));
  if (headings.length === 0) return undefined;
  const at = one(headings, next);
  const [name, words] = one(Object.entries(forbidden), next);
  const told = [at + 2, at + 1 + words.split('\n').length] as const;
  return { name, bytes: [...lines.slice(0, at), '', words, '', ...lines.slice(at)].join('\n'), told };
}

/** A file that is no text, or too much of it. */
function broken(text: string, lines: readonly string[], next: Chance): Mutation {
  const at = next(lines.length);
  const inLine = (added: string): string =>
    [...lines.slice(0, at), `${lines[at]}${added}`, ...lines.slice(at + 1)].join('\n');
  const here = [at + 1, at + 1] as const;
  return one<() => Mutation>(
    [
      () => ({ name: 'a byte that is not UTF-8', bytes: latin1In(inLine('\u0001')), told: here }),
      () => ({ name: 'NUL', bytes: inLine('\0'), told: here }),
      () => ({ name: 'UTF-16', bytes: Buffer.from(`\ufeff${text}`, 'utf16le'), told: [1, 1] }),
      () => ({ name: 'an empty file', bytes: '\n', told: [0, 0] }),
      () => ({ name: 'a line without end', bytes: inLine(' words and'.repeat(500_000)), told: here }),
    ],
    next,
  )();
}
const latin1In = (text: string): Uint8Array => Buffer.from(text).map((byte) => (byte === 1 ? 0xe9 : byte));

function withBadKey(lines: readonly string[], next: Chance): Mutation | undefined {
  const at = lines.findIndex((line) => /^title: \S/.test(line));
  if (at < 0) return undefined;
  const [name, write] = one(Object.entries(badKeys), next);
  const written = write(lines[at]!.slice('title: '.length));
  const [isDate, dated] = [next(4) === 0, lines.findIndex((line) => /^reviewed: \S/.test(line))];
  if (isDate && dated >= 0) {
    const bytes = lines.with(dated, `reviewed: ${one(['2999-01-01', '2026-13-45', 'yesterday', '11/22/2026'], next)}`);
    return { name: 'a day that is none', bytes: bytes.join('\n'), told: [dated + 1, dated + 1] };
  }
  const bytes = [...lines.slice(0, at), written, ...lines.slice(at + 1)].join('\n');
  // What is open or missing is told where the next thing begins, or where the file does.
  const isElsewhere = /no title|does not end|tab/.test(name);
  return { name, bytes, told: isElsewhere ? [1, lines.length + 1] : [at + 1, at + 1 + written.split('\n').length] };
}

const signs = [
  '<',
  '>',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '*',
  '_',
  '#',
  ':',
  '|',
  '"',
  "'",
  '`',
  '&',
  '!',
  '-',
  '\t',
  '\\',
  '\u202e',
];

/** Damages a file anywhere. */
export function damaged(text: string, next: Chance): Mutation {
  const lines = text.split('\n');
  const at = next(lines.length);
  const place = next(text.length);
  const changed: Readonly<Record<string, () => string>> = {
    'a line is gone': () => lines.toSpliced(at, 1).join('\n'),
    'a line stands twice': () => lines.toSpliced(at, 0, lines[at]!).join('\n'),
    'two lines changed places': () => lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at]!).join('\n'),
    'a line is indented': () => lines.with(at, ` ${lines[at]}`).join('\n'),
    'a line is joined to the next': () => lines.toSpliced(at, 2, `${lines[at]}${lines[at + 1] ?? ''}`).join('\n'),
    'a sign is gone': () => text.slice(0, place) + text.slice(place + 1),
    'a sign too much': () => text.slice(0, place) + one(signs, next) + text.slice(place),
    'signs without end': () => text.slice(0, place) + one(signs, next).repeat(2 + next(5000)) + text.slice(place),
    'the end is gone': () => text.slice(0, place),
    'a part stands a hundred times': () =>
      lines.toSpliced(at, 0, ...Array<string>(100).fill(lines.slice(at, at + 5).join('\n'))).join('\n'),
    'lists in lists': () => lines.toSpliced(at, 0, `${'- '.repeat(1000)}words`).join('\n'),
    'quotations in quotations': () => lines.toSpliced(at, 0, `${'> '.repeat(1000)}words`).join('\n'),
  };
  const [name, change] = one(Object.entries(changed), next);
  return { name, bytes: change() };
}
