/** The frontmatter of content/toolkits/*.mdx. The file's name is the slug in its address. */
import { z } from 'zod';
import { pullOutKinds } from './kinds.ts';
import { published } from './page-metadata.ts';
import { line, ref } from './text.ts';

/** The drawings that a cover can carry. */
export const marks = ['table', 'seed', 'tree', 'frame', 'knot', 'gavel', 'lamp', 'tally', 'bridge'] as const;

/** `checklists/phase-1` → a reference to that pull-out. */
export const pullOutRef = z.string().transform((written, context) => {
  const [kind = '', id = ''] = written.split('/');
  const known = pullOutKinds.find((name) => name === kind);
  if (!known || !id) {
    context.addIssue({
      code: 'custom',
      message: `\`${written}\` is no pull-out`,
      params: { fix: `Write kind/id; kinds: ${pullOutKinds.join(', ')}.` },
    });
    return z.NEVER;
  }
  return { ref: known, id };
});

/** Their colors begin anew after the ninth; the style sheet names those of so many. */
export const mostToolkits = 18;

export const toolkit = z.strictObject({
  ...published,
  number: z
    .int()
    .min(1)
    .max(mostToolkits)
    .describe(`1 to ${mostToolkits}: the order of the toolkits, and the short address /1/, /2/ …`),
  mark: z.enum(marks).describe('The drawing on the cover.'),
  audience: z.array(ref('roles')).min(1).describe('Who it is for: ids of roles.yaml.'),
  inShort: z.array(line).min(3).max(5).describe('Three to five points that a reader with one minute takes away.'),
  pullOuts: z.array(pullOutRef).min(1).describe('What to pull out and use, as kind/id, in the order of use.'),
  related: z.array(ref('toolkits')).min(1).describe('Toolkits to read next.'),
});
