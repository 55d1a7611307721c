/** What a schema says of an entry, in words for its author. */
import { z } from 'zod';
import { didYouMean, nearest } from '../prose/problem.ts';
import type { Path } from './located-entry.ts';
import { keysAt } from './schema-keys.ts';

type Issue = z.core.$ZodIssue;
/** A problem at the path of a value. `inside` counts lines within the text that stands there. */
export interface SchemaProblem {
  path: Path;
  problem: string;
  fix: string;
  inside?: number;
}

/** All that is wrong, each mistake once: a key that is only mistyped is not missing as well. */
export function schemaProblems(schema: z.ZodType, issues: readonly Issue[]): SchemaProblem[] {
  const mistyped = new Set(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => [...issue.path, nearest(key, keysAt(schema, issue.path))].join())
        : [],
    ),
  );
  return issues
    .filter((issue) => !(isMissing(issue) && mistyped.has(issue.path.join())))
    .flatMap((issue): SchemaProblem[] =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({
            path: [...issue.path, key],
            problem: `unknown key \`${key}\``,
            fix: didYouMean(key, keysAt(schema, issue.path)),
          }))
        : [problemOf(issue)],
    );
}

/** True where a key is not written that has to be. */
const isMissing = (issue: Issue): boolean =>
  issue.input === undefined && /^invalid_(type|value|union)$/.test(issue.code);

function problemOf(issue: Issue): SchemaProblem {
  const { path, input } = issue;
  const where = path.filter((part) => typeof part === 'string').join('.');
  const name = where ? `\`${where}\`` : 'the file';
  if (isMissing(issue))
    return { path: path.slice(0, -1), problem: `\`${String(path.at(-1) ?? 'the file')}\` is missing`, fix: 'Add it.' };
  // An empty file, or a key with nothing behind it.
  if (input === null || input === '')
    return where
      ? { path, problem: `${name} holds nothing`, fix: 'Write its value, or remove the key.' }
      : { path: [], problem: 'the file holds nothing', fix: 'Write its keys, beginning with `title`, or remove it.' };
  switch (issue.code) {
    case 'custom': {
      const { fix, line } = (issue.params ?? {}) as { fix?: string; line?: number };
      return { path, problem: issue.message, fix: fix ?? 'Correct it.', ...(line ? { inside: line } : {}) };
    }
    case 'invalid_value':
      return {
        path,
        problem: `${name} cannot be \`${short(input)}\``,
        fix: didYouMean(String(input), issue.values.map(String)),
      };
    case 'invalid_type':
      if (issue.expected === 'string' && typeof input !== 'object')
        return {
          path,
          problem: `${name} is not text: \`${String(input)}\` is a ${typeof input}`,
          fix: `Put it in quotation marks: "${String(input)}".`,
        };
      return {
        path,
        problem: `${name} is not ${kinds[issue.expected] ?? issue.expected}`,
        fix: `It is ${short(input)}.`,
      };
    case 'invalid_format':
      // The words of a schema say how it is written.
      return { path, problem: `${name} cannot be \`${short(input)}\``, fix: sentence(issue.message) };
    case 'invalid_key':
      return { path, problem: `${name} has no name that can stand`, fix: sentence(issue.issues[0]?.message ?? '') };
    case 'too_small':
      return { path, problem: `${name} is too ${sizes(issue.origin)[0]}`, fix: `At least ${issue.minimum}.` };
    case 'too_big':
      return { path, problem: `${name} is too ${sizes(issue.origin)[1]}`, fix: `At most ${issue.maximum}.` };
    default:
      return { path, problem: `${name} cannot be \`${short(input)}\``, fix: sentence(issue.message) };
  }
}

/** What a value should be, as authors say it. */
const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a table of keys',
  record: 'a table of keys',
};
const sizes = (origin: string): [small: string, big: string] =>
  origin === 'number' || origin === 'int' ? ['small', 'large'] : ['short', 'long'];
const short = (input: unknown): string => {
  const written = typeof input === 'string' ? input : (JSON.stringify(input) ?? 'nothing');
  return written.replace(/\s+/g, ' ').slice(0, 60);
};
const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/\.$/, '')}.`;
