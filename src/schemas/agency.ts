/** One kind of agency of content/agencies.yaml: its row in the grid of agencies and stages. The key gives its address: #grid-<key>. */
import { z } from 'zod';
import { citedLine } from './sourced.ts';
import { line, plain } from './text.ts';

export const agency = z.strictObject({
  /** The kind of agency: “Probation”. */
  kind: plain,
  /** Where this kind of agency begins: links, in the order of use. */
  path: z.array(line).min(2),
  /** What the row asks of it, in one sentence: the editors’ short reading, marked so. It follows the words “Asked of you:”. */
  asked: citedLine,
  /** Whom the row covers, where the name does not say. */
  about: line.optional(),
  /** How it notices and assesses. */
  identification: z.array(line).min(1),
  /** What it does then. */
  response: z.array(line).min(1),
  /** What it was to produce. */
  products: z.array(line).min(1),
  /** Who was to lead the work with it. */
  lead: line,
  /** What holds in Washington, where a source says so. */
  washington: line.optional(),
});
