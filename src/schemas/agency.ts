/** One kind of agency of content/agencies.yaml: its row in the grid of agencies and stages. The key gives its address: #grid-<key>. */
import { z } from 'zod';
import { citedLine } from './cited.ts';
import { line, plain } from './text.ts';

export const agency = z.strictObject({
  kind: plain.describe('The kind of agency: “Probation”.'),
  path: z.array(line).min(2).describe('Where this kind of agency begins: links, in the order of use.'),
  asked: citedLine.describe(
    'What the row asks of it, in one sentence: the editors’ short reading, marked so. It follows the words “Asked of you:”.',
  ),
  about: line.optional().describe('Whom the row covers, where the name does not say.'),
  identification: z.array(line).min(1).describe('How it notices and assesses.'),
  response: z.array(line).min(1).describe('What it does then.'),
  products: z.array(line).min(1).describe('What it was to produce.'),
  lead: line.describe('Who was to lead the work with it.'),
  washington: line.optional().describe('What holds in Washington, where a source says so.'),
});
