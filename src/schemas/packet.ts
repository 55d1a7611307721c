/** One ready-made packet in content/packets.yaml, keyed by id: parts of the site that are printed together. */
import { z } from 'zod';
import { pullOutKinds } from './kinds.ts';
import { plain } from './text.ts';

/** The collections whose pages can be parts of a packet. */
export const partCollections = ['toolkits', ...pullOutKinds, 'library'] as const;

/** `duties/chair` → a whole page; `toolkits/chair#judges` → one section of a toolkit. */
export const packetPart = z.string().transform((written, context) => {
  const [, kind, id, section] = /^([^/#]+)\/([^/#]+)(?:#([^/#]+))?$/.exec(written) ?? [];
  const known = partCollections.find((name) => name === kind);
  const report = (problem: string, fix: string) => {
    context.addIssue({ code: 'custom', message: `\`${written}\` is ${problem}`, params: { fix } });
    return z.NEVER;
  };
  if (!known || !id)
    return report(
      'no part of a packet',
      `Write kind/id, or toolkits/id#section; kinds: ${partCollections.join(', ')}.`,
    );
  if (!section) return { ref: known, id };
  if (known !== 'toolkits') return report('a section of a page that comes only whole', `Write \`${kind}/${id}\`.`);
  return { ref: known, id, section };
});

export const packet = z.strictObject({
  title: plain.describe('What the packet is for, in a few words; the title on its cover.'),
  promise: plain.describe('One sentence: what the reader can do with it.'),
  parts: z.array(packetPart).min(2).describe('What it holds, in order.'),
});
