/**
 * Puts mistakes into real files of content/, one at a time, and says what the reader did wrong with one: threw, took
 * long, kept silent, told something beside it, or told it without a line or a fix.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prose } from '../../src/integrations/prose.ts';
import { formatProblem, type Problem } from '../../src/prose/problem.ts';
import { readContent } from '../../src/reader/read.ts';
import { filesIn } from '../../scripts/html.ts';
import { newFolder } from '../scratch.ts';
import { chance, damaged, planted, type Mutation } from './mutations.ts';

/** As long as a reading may take; most take a quarter of a second. */
const mostMs = 20_000;

/** @returns what went wrong, one line a mutation, and how many mistakes were planted that have to be told */
export async function fuzz(from: string, count: number, seed: number): Promise<{ faults: string[]; planted: number }> {
  const root = newFolder('fuzz');
  cpSync(join(from, 'content'), join(root, 'content'), { recursive: true });
  const files = filesIn(join(root, 'content')).filter((file) => !file.startsWith('figures/'));
  const next = chance(seed);
  const faults: string[] = [];
  let known = 0;
  for (let number = 0; number < count; number++) {
    const file = files[next(files.length)]!;
    const path = join(root, 'content', file);
    const text = readFileSync(path, 'utf8');
    const mutation = (next(2) === 0 ? planted(file, text, next) : undefined) ?? damaged(text, next);
    if (mutation.told) known += 1;
    writeFileSync(path, mutation.bytes);
    const fault = await faultOf(root, file, mutation);
    writeFileSync(path, text);
    if (fault) faults.push(`${number} of seed ${seed}, ${file}, ${mutation.name}: ${fault}`);
  }
  return { faults, planted: known };
}

async function faultOf(root: string, file: string, { bytes, told }: Mutation): Promise<string | undefined> {
  const start = performance.now();
  let problems: Problem[];
  try {
    ({ problems } = readContent(root));
  } catch (error) {
    return `threw ${(error as Error).stack}`;
  }
  const ms = performance.now() - start;
  if (ms > mostMs) return `took ${Math.round(ms / 1000)} s`;
  const said = problems.map(formatProblem);
  const unclear = problems.findIndex((problem) => !isClear(problem));
  if (unclear >= 0) return `said “${said[unclear]}”`;
  if (told) {
    const [first, last] = told;
    const isTold = ({ file: where, line }: Problem) =>
      where === `content/${file}` && ((line >= first && line <= last) || line === 0);
    if (said.length === 0) return 'kept silent';
    if (said.length > 1) return `said ${said.length} things: ${said.slice(0, 3).join(' / ')}`;
    return isTold(problems[0]!) ? undefined : `did not point to lines ${first}–${last}: “${said[0]}”`;
  }
  return problems.length === 0 && file.endsWith('.mdx') ? faultOfCompiler(String(bytes)) : undefined;
}

/** True when it names a place, in words for an author, and what to do. */
const isClear = ({ file, line, problem, fix }: Problem): boolean =>
  /^content\/[\w./-]+$/.test(file) &&
  Number.isInteger(line) &&
  Boolean(fix) &&
  !/[\n\r]|undefined|\[object|\bNaN\b|\bat \S+ \(|Error:/.test(`${problem} ${fix}`);

/** What is in order for the reader has to be so for the compiler of pages. */
async function faultOfCompiler(source: string): Promise<string | undefined> {
  const shared = { syntaxHighlight: false, shikiConfig: {} } as never;
  const options = { optimize: false, srcDir: new URL('file:///'), sourcemap: false } as never;
  const renderer = await prose.createMdxRenderer!(shared, options);
  try {
    await renderer.process(source.replace(/^---\n[\s\S]*?\n---\n/, ''), '/content/pages/x.mdx', {});
    return undefined;
  } catch (error) {
    return `was in order for the reader, but the compiler said “${String(error).split('\n')[0]}”`;
  }
}
