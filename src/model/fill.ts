/**
 * A template with what somebody has written into it: clauses left out, clauses repeated, signers of one's own. What is written is a
 * sheet, a flat map from names to plain words:
 *
 *   blank.county              King                 a blank
 *   clause.joining.off        yes                  an optional clause that is left out; `article.roles.off` likewise
 *   clause.other.rows                k1 k2               the keys of a repeated clause, in order; without it the clause stands once
 *   clause.other.k1.other-agency     Harbor Advocates    a blank of one of its copies
 *   signers.rows                     s1 k7               the keys of the signers, in order; without it s1, s2 … as the template names them
 *   signers.s1.organization          Harbor Advocates    likewise `name`
 */
import type { Inline } from '../prose/tree.ts';
import type { Entry } from '../schemas/index.ts';
import type { Signer } from './document.ts';
import { signatureLines } from './kind-names.ts';
import type { Filled } from './lower.ts';
import { rowsOf } from './rows.ts';

type Template = Entry<'templates'>;
type Clause = Template['articles'][number]['clauses'][number];
export type Sheet = Readonly<Record<string, string>>;

/** The lines of a signature block that can be typed, by the name of their field. */
export const signerFields: Readonly<Record<string, string>> = { Organization: 'organization', 'Name and title': 'name' };

/** The signers of a template as they stand now, each with its key. */
export function signersOf({ signatures }: Template, sheet: Sheet): (Signer & { key: string; values: string[] })[] {
  const own = signatures?.signers ?? [];
  const given = own.map((_, index) => `s${index + 1}`);
  const keys = rowsOf(sheet, 'signers');
  return (keys.length > 0 ? keys : given).map((key) => ({
    key,
    label: own[given.indexOf(key)] ?? 'Member organization',
    values: signatureLines.map((line) => sheet[`signers.${key}.${signerFields[line] ?? ''}`] ?? ''),
  }));
}

/** The keys of a clause’s copies as they stand now; `''` is the clause as the template has it. */
export function copiesOf({ id, repeats }: Clause, sheet: Sheet): string[] {
  const keys = repeats ? rowsOf(sheet, `clause.${id}`) : [];
  return keys.length > 0 ? keys : [''];
}

/** The name under which a sheet keeps a blank: of a copy of a repeated clause (`clause.<id>.<key>`), or alone. */
export function blankName(id: string, copy = ''): string {
  return copy ? `${copy}.${id}` : `blank.${id}`;
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
        written[own] = sheet[blankName(id, `clause.${clause.id}.${copy}`)] ?? '';
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
