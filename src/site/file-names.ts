/** The names of files that readers download, without their extensions. */
import type { PullOutKind } from '../prose/tree.ts';

/** The start of a pull-out’s file name. */
const starts: Record<PullOutKind, string> = {
  checklists: 'checklist',
  duties: 'duties',
  templates: 'template',
  forms: 'form',
  timelines: 'timeline',
  rosters: 'roster',
  handouts: 'handout',
};

/** `csec-toolkit-05-coordinator`. */
export function toolkitFile({ number, id }: { number: number; id: string }): string {
  return `csec-toolkit-0${number}-${id}`;
}

/** `csec-checklist-phase-1`. */
export function pullOutFile({ kind, entry: { id } }: { kind: PullOutKind; entry: { id: string } }): string {
  return `csec-${starts[kind]}-${id}`;
}
