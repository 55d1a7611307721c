/** What MDX says of a text that it cannot read, in words for its author. */

/** Begins of MDX's messages, what is wrong, and how to mend it. */
const known: readonly [message: RegExp, problem: string, fix: string][] = [
  [/call stack/, 'signs stand in each other too deep to be read', 'Look for signs that stand many times in a row.'],
  [/^Unexpected character `!`.*before name/s, 'a comment of HTML has no place here', 'Write {/* … */}, or delete it.'],
  [
    /^Unexpected character `([^`]+)` \(U\+\w+\) before name/,
    'a < before `$1` is read as the beginning of a tag',
    'Write \\<, or the words: “less than”, “under”.',
  ],
  [
    /^Expected a closing tag for `<([^>]+)>`/,
    '<$1> is not closed',
    'Write </$1> where it ends, or <$1 … /> if it holds nothing.',
  ],
  [
    /^Unexpected closing (?:slash `\/` in )?tag,? (?:`<\/([^>]+)>`)?/,
    'a tag is closed that is not open here',
    'Delete it, or open it before; tags close in the reverse order.',
  ],
  [
    /^(?:Could not parse (?:expression|import)|Unexpected end of file in expression|Unexpected lazy line in expression)/,
    'a { is read as the beginning of a program',
    'Write \\{ for the sign itself; {/* #id */} only ends a heading.',
  ],
  [
    /^Unexpected (?:end of file|character)/,
    'a tag is not written to its end',
    'Close it with > or />; put each value in quotation marks. Write a literal < as \\<.',
  ],
];

/** @param reason MDX's message */
export function mdxFault(reason: string): { problem: string; fix: string } {
  for (const [message, problem, fix] of known) {
    const found = message.exec(reason);
    const filled = (words: string): string => words.replaceAll('$1', found?.[1] ?? '');
    if (found) return { problem: filled(problem), fix: filled(fix) };
  }
  return { problem: reason.replace(/\.$/, ''), fix: 'Close every tag; write a literal { or < as \\{ or \\<.' };
}
