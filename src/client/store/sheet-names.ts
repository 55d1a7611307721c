/** What readers call a sheet. */
import { isKind, kindOf } from '../../schemas/kinds.ts';

/** `checklists/phase-1` → “Checklist: phase 1”; `task-force` → “My task force”. */
export function sheetName(id: string): string {
  if (id === 'task-force') return 'My task force';
  const [kind = '', name] = id.split('/');
  const title = (name ?? kind).replaceAll('-', ' ');
  return name !== undefined && isKind(kind)
    ? `${kindOf(kind).one}: ${title}`
    : `${title.charAt(0).toUpperCase()}${title.slice(1)}`;
}
