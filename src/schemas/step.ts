/** One step or duty: what checklists, duty lists and timelines are made of. */
import { basis } from './cited.ts';
import { line, prose, slug } from './text.ts';

export const step = {
  id: slug.describe('Stable id, part of the address of this step.'),
  text: line.describe('The step, starting with a verb.'),
  help: prose.optional().describe('Why or how, when the step needs it.'),
  ...basis,
};
