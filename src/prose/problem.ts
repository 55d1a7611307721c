import { distance } from 'fastest-levenshtein';

/** One thing wrong with the content: where, what, and how to mend it. */
export interface Problem {
  /** Path from the project's root, with forward slashes. */
  file: string;
  /** 1-based; 0 when the whole file is meant. */
  line: number;
  problem: string;
  fix: string;
}

/** The message as a person reads it: `content/x.yaml:12: unknown key. Did you mean …?` */
export function formatProblem({ file, line, problem, fix }: Problem): string {
  return `${file}${line > 0 ? `:${line}` : ''}: ${problem}. ${fix}`;
}

/** All problems as one text, in the order of files and lines, with a count. */
export function formatProblems(problems: readonly Problem[]): string {
  const sorted = [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the content`;
  return [...sorted.map(formatProblem), count].join('\n');
}

/** What is known that somebody probably meant. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const [first] = [...known].sort((a, b) => distance(written, a) - distance(written, b));
  const isNear = first !== undefined && distance(written, first) <= Math.max(2, first.length / 3);
  return isNear ? first : undefined;
}

/** “Did you mean `x`?” when something known is close to what was written, otherwise the list of what is known. */
export function didYouMean(
  written: string,
  known: readonly string[],
  show: (name: string) => string = (name) => `\`${name}\``,
): string {
  if (known.length === 0) return 'Nothing of this kind exists yet.';
  const meant = nearest(written, known);
  if (meant !== undefined) return `Did you mean ${show(meant)}?`;
  const listed = [...known].sort().slice(0, 12).map(show).join(', ');
  return `Known: ${listed}${known.length > 12 ? ' …' : ''}.`;
}
