/** Statements that either cite a source or say that they are the editors' suggestion. */
import { z } from 'zod';
import { line } from './text.ts';

export const basis = {
  suggestion: z
    .boolean()
    .default(false)
    .describe("True when no source supports this: it is then labeled as the editors' suggestion."),
};

/** True when a citation stands anywhere in the value. */
export function hasCite(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if ('kind' in value && value.kind === 'cite') return true;
  return Object.values(value).some(hasCite);
}

/** One paragraph that must cite a source. */
export const citedLine = line.superRefine((nodes, context) => {
  if (!hasCite(nodes))
    context.addIssue({
      code: 'custom',
      message: 'no source is cited here',
      params: { fix: 'Add <Cite source="…" at="…" /> to the text.' },
    });
});

/** A strict object that fails unless it holds a citation or says `suggestion: true`. */
export function sourced<Shape extends z.ZodRawShape & typeof basis>(shape: Shape) {
  return z.strictObject(shape).superRefine((value, context) => {
    if (!hasCite(value) && (value as { suggestion: boolean }).suggestion !== true) {
      context.addIssue({
        code: 'custom',
        message: 'no source is cited here',
        params: { fix: 'Add <Cite source="…" at="…" /> to the text, or `suggestion: true`.' },
      });
    }
  });
}
