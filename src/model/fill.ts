/**
 * A template with what somebody has written into it: clauses left out, clauses repeated, signers of one's own. What is written is a
 * sheet, a flat map from names to plain words:
 *
 *   blank.county              King                 a blank
 *   clause.joining.off        yes                  an optional clause that is left out; `article.roles.off` likewise
 *   clause.other.copies       k1 k2                the keys of a repeated clause, in order; without it the clause stands once
 *   blank.other-agency.k1     Harbor Advocates     a blank of one of its copies
 *   signers                   k1 k2                the keys of the signers, in order; without it those that the template names
 *   signer.k1.label           First member         `signer.<key>.<line>` with the number of the line: 0 organization, 1 name and title
 */
import type { Inline } from '../prose/tree.ts';
import type { Entry } from '../schemas/index.ts';
import type { Signer } from './document.ts';
import { signatureLines } from './kind-names.ts';
import type { Filled } from './lower.ts';

type Template = Entry<'templates'>;
type Clause = Template['articles'][number]['clauses'][number];
export type Sheet = Readonly<Record<string, string>>;

/** The keys that a list of a sheet names, each once; `undefined` when the sheet has no such list. */
export function keysIn(sheet: Sheet, name: string): string[] | undefined {
  const list = sheet[name];
  return list === undefined ? undefined : [...new Set(list.split(' ').filter(Boolean))];
}

/** The signers of a template as they stand now, each with its key. */
export function signersOf({ signatures }: Template, sheet: Sheet): (Signer & { key: string; values: string[] })[] {
  const own = signatures?.signers ?? [];
  const keys = keysIn(sheet, 'signers') ?? own.map((_, index) => `s${index + 1}`);
  return keys.map((key) => {
    const given = own[Number(/^s(\d+)$/.exec(key)?.[1]) - 1];
    return { key, label: sheet[`signer.${key}.label`] || given || 'Member organization', values: signatureLines.map((_, line) => sheet[`signer.${key}.${line}`] ?? '') };
  });
}

/** The keys of a clause’s copies as they stand now; `''` is the clause as the template has it. */
export function copiesOf({ id, repeats }: Clause, sheet: Sheet): string[] {
  return (repeats && keysIn(sheet, `clause.${id}.copies`)) || [''];
}

/** The name under which a sheet keeps a blank, in a copy of a repeated clause or alone. */
export function blankName(id: string, copy = ''): string {
  return copy ? `blank.${id}.${copy}` : `blank.${id}`;
}

/** The template as filled in, and the words for its blanks: what `lowerPullOut` needs. What stays is no longer marked as optional. */
export function fillTemplate(entry: Template, sheet: Sheet): { entry: Template; filled: Filled } {
  const written: Record<string, string> = {};
  const blanks: Template['blanks'] = { ...entry.blanks };
  for (const id of Object.keys(entry.blanks)) written[id] = sheet[blankName(id)] ?? '';
  const clausesOf = (clause: Clause): Clause[] =>
    copiesOf(clause, sheet).map((copy) => {
      if (!copy) return { ...clause, optional: false };
      const rename = (id: string): string => {
        const own = `${id}.${copy}`;
        blanks[own] = entry.blanks[id]!;
        written[own] = sheet[blankName(id, copy)] ?? '';
        return own;
      };
      const points = clause.points?.map((point) => ({ ...point, text: renamed(point.text, rename) }));
      return { ...clause, optional: false, id: `${clause.id}.${copy}`, text: renamed(clause.text, rename), ...(points ? { points } : {}) };
    });
  const articles = entry.articles
    .filter(({ id, optional }) => !(optional && sheet[`article.${id}.off`]))
    .map((article) => ({ ...article, optional: false, clauses: article.clauses.filter(({ id, optional }) => !(optional && sheet[`clause.${id}.off`])).flatMap(clausesOf) }));
  return { entry: { ...entry, articles, blanks }, filled: { blanks: written, ...(entry.signatures ? { signers: signersOf(entry, sheet) } : {}) } };
}

function renamed(nodes: readonly Inline[], rename: (id: string) => string): Inline[] {
  return nodes.map((node) => {
    if (node.kind === 'blank') return { ...node, id: rename(node.id) };
    return 'children' in node ? { ...node, children: renamed(node.children, rename) } : node;
  });
}
