/** The names of files that readers download, without their extensions. */
import { kindOf, type PullOutKind } from '../schemas/kinds.ts';

/** `csec-toolkit-05-coordinator`. */
export function toolkitFile({ number, id }: { number: number; id: string }): string {
  return `csec-toolkit-${String(number).padStart(2, '0')}-${id}`;
}

/** `csec-checklist-phase-1`. */
export function pullOutFile({ kind, entry: { id } }: { kind: PullOutKind; entry: { id: string } }): string {
  return `csec-${kindOf(kind).file}-${id}`;
}
