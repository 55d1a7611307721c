/** One step or duty: what checklists, duty lists and timelines are made of. */
import { basis } from './sourced.ts';
import { line, prose, slug } from './text.ts';

export const step = {
  /** Stable id, part of the address of this step. */
  id: slug,
  /** The step, starting with a verb. */
  text: line,
  /** Why or how, when the step needs it. */
  help: prose.optional(),
  ...basis,
};
