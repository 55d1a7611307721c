/** The building stones of every schema: kinds of text, dates, ids and references. */
import { z } from 'zod';
import { parseBlocks, parseInline, type ProseProblem } from '../prose/parse.ts';
import { plainText } from '../prose/tree.ts';

/** A pointer from one entry to another; the reader checks that the other exists. */
export interface Ref<Collection extends string = string> {
  ref: Collection;
  id: string;
}

function report(problems: readonly ProseProblem[], context: z.RefinementCtx): void {
  for (const { line, problem, fix } of problems)
    context.addIssue({ code: 'custom', message: problem, params: { line, fix } });
}

/** Words without any markup: titles, labels. Straight quotation marks become curly ones. */
export const plain = z
  .string()
  .min(1)
  .transform((source, context) => {
    const { nodes, problems } = parseInline(source);
    report(problems, context);
    if (problems.length === 0 && nodes.some((node) => node.kind !== 'text')) {
      context.addIssue({
        code: 'custom',
        message: 'only plain words can stand here',
        params: { fix: 'Remove links, emphasis and components.' },
      });
    }
    return plainText(nodes);
  })
  .describe('Plain words: no links, no emphasis, no tags.');

/** One paragraph with emphasis, links, citations and terms. */
export const line = z
  .string()
  .min(1)
  .transform((source, context) => {
    const { nodes, problems } = parseInline(source);
    report(problems, context);
    return nodes;
  })
  .describe('One paragraph; links, emphasis, <Cite>, <Term> and <Suggestion> may stand in it.');

/** A longer text: paragraphs, lists, callouts. */
export const prose = z
  .string()
  .min(1)
  .transform((source, context) => {
    const { nodes, problems } = parseBlocks(source);
    report(problems, context);
    return nodes;
  })
  .describe('A text in MDX: paragraphs, lists, <Callout>.');

/** Lower-case words joined by hyphens. Ids are parts of addresses: once published, they stay. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'an id is lower-case words joined by hyphens, such as `first-meeting`' })
  .describe('A stable id, part of an address: lower-case words joined by hyphens. It stays once published.');

/** When this rule was written. A clock that stands before it is wrong. */
const written = Date.UTC(2026, 10, 27);
const dayMs = 86_400_000;
/** The last day that has begun anywhere. */
const latestDay = (): string => new Date(Math.max(Date.now(), written) + dayMs).toISOString().slice(0, 10);

/** A day as YYYY-MM-DD on which something was done. */
export const date = z.iso
  .date({ error: 'a date is written YYYY-MM-DD', abort: true })
  .superRefine((day, context) => {
    if (day <= latestDay()) return;
    const fix = 'Write the day on which it was done. Or is the clock of this computer wrong?';
    context.addIssue({ code: 'custom', message: `the day ${day} has not come yet`, params: { fix } });
  })
  .describe('A day as YYYY-MM-DD, not in the future.');

/** The id of an entry in another collection. */
export function ref<const Collection extends string>(collection: Collection) {
  return z
    .string()
    .min(1)
    .transform((id): Ref<Collection> => ({ ref: collection, id }));
}
