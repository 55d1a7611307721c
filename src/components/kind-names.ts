/** What readers call each kind of pull-out. */
import type { PullOutKind } from '../prose/tree.ts';

export const kindNames: Record<PullOutKind, string> = {
  checklists: 'Checklist',
  duties: 'Duty list',
  templates: 'Template',
  forms: 'Form',
  timelines: 'Timeline',
  rosters: 'Roster',
  handouts: 'Handout',
};
