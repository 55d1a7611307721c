/** What somebody has written into a pull-out, as its document takes it. */
import type { Signer } from './document.ts';
import type { FilledGrid } from './fill-grid.ts';

/** What somebody has written into a pull-out, keyed as its kind needs it. Empty values count as not written. */
export interface Filled {
  /** Of templates: by the id of the blank. */
  blanks?: Record<string, string>;
  /** Of templates: who signs, in place of the signers that the template names. */
  signers?: Signer[];
  /** Of checklists, duty lists and timelines: by the id of the step. */
  steps?: Record<string, { done?: boolean; written?: string }>;
  /** Of forms and rosters. */
  grid?: FilledGrid;
}
