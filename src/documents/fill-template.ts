/**
 * A template with what somebody has written into it: clauses left out, clauses repeated, signers of one's own. What is written is a
 * sheet, a flat map from names to plain words:
 *
 *   blank.county              King                 a blank
 *   clause.joining.off        yes                  an optional clause that is left out; `article.roles.off` likewise
 *   set.governance.off        yes                  everything of a set that is left out
 *   clause.other.rows                k1 k2               the keys of a repeated clause, in order; without it the clause stands once
 *   clause.other.k1.other-agency     Harbor Advocates    a blank of one of its copies
 *   signers.rows                     s1 k7               the keys of the signers, in order; without it s1, s2 … as the template names them
 *   signers.s1.organization          Harbor Advocates    likewise `name`
 */
import type { Inline } from '../prose/tree.ts';
import type { Entry } from '../schemas/index.ts';
import type { Signer } from './document.ts';
import { signatureLines } from '../schemas/names.ts';
import type { Filled } from './filled.ts';
import { rowsOf } from '../tools/rows.ts';
import type { Sheet } from '../tools/sheet.ts';

type Template = Entry<'templates'>;
type Clause = Template['articles'][number]['clauses'][number];

/** The lines of a signature block that can be typed, by the name of their field. */
export const signerFields: Readonly<Record<string, string>> = {
  Organization: 'organization',
  'Name and title': 'name',
};

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

/** The name of the field that leaves a set out. */
export const setSwitch = (set: string): string => `set.${set}.off`;

/** The template without the sets that a sheet leaves out. What is optional stays optional; blanks that are no longer asked go. */
export function withoutSets(entry: Template, sheet: Sheet): Template {
  const isIn = (set: string | undefined) => set === undefined || !sheet[setSwitch(set)];
  if (Object.keys(entry.sets).every(isIn)) return entry;
  const articles = entry.articles
    .filter(({ set }) => isIn(set))
    .map((article) => ({
      ...article,
      clauses: article.clauses
        .filter(({ set }) => isIn(set))
        .map((clause) => (isIn(clause.pointsSet) ? clause : { ...clause, points: undefined })),
    }));
  const used = new Set([
    ...articles.flatMap(({ clauses }) => clauses.flatMap(blanksOf)),
    ...blanksIn([...(entry.heading ?? []), ...(entry.signatures?.intro ?? [])]),
  ]);
  const blanks = Object.fromEntries(Object.entries(entry.blanks).filter(([id]) => used.has(id)));
  return { ...entry, articles, blanks };
}

/** The template at its shortest: without any set. */
export function shortest(entry: Template): Template {
  return withoutSets(entry, Object.fromEntries(Object.keys(entry.sets).map((set) => [setSwitch(set), 'yes'])));
}

/**
 * The template as filled in, and the words for its blanks: what `pullOutToDocument` needs. What stays is no longer marked as optional; of the
 * blanks only those stay that are still in the text. Of copies, the first carries the advice.
 */
export function fillTemplate(whole: Template, sheet: Sheet): { entry: Template; filled: Filled } {
  const entry = withoutSets(whole, sheet);
  const written: Record<string, string> = {};
  /** The blanks of copies, each with the blank that it is a copy of. */
  const originals = new Map<string, string>();
  for (const id of Object.keys(entry.blanks)) written[id] = sheet[blankName(id)] ?? '';
  const clausesOf = (clause: Clause): Clause[] =>
    copiesOf(clause, sheet).map((copy, place) => {
      if (!copy) return { ...clause, optional: false };
      const rename = (id: string): string => {
        const own = `${id}.${copy}`;
        originals.set(own, id);
        written[own] = sheet[blankName(id, `clause.${clause.id}.${copy}`)] ?? '';
        return own;
      };
      const points = clause.points?.map((point) => ({ id: `${point.id}.${copy}`, text: renamed(point.text, rename) }));
      return {
        ...clause,
        optional: false,
        ...(place > 0 ? { guidance: undefined } : {}),
        id: `${clause.id}.${copy}`,
        text: renamed(clause.text, rename),
        ...(clause.who ? { who: renamed(clause.who, rename) } : {}),
        ...(points ? { points } : {}),
      };
    });
  const articles = entry.articles
    .filter(({ id, optional }) => !(optional && sheet[`article.${id}.off`]))
    .map((article) => ({
      ...article,
      optional: false,
      clauses: article.clauses
        .filter(({ id, optional }) => !(optional && sheet[`clause.${id}.off`]))
        .flatMap(clausesOf),
    }));
  const used = [
    ...new Set([
      ...articles.flatMap(({ clauses }) => clauses.flatMap(blanksOf)),
      ...blanksIn([...(entry.heading ?? []), ...(entry.signatures?.intro ?? [])]),
    ]),
  ];
  const blanks = Object.entries(entry.blanks).flatMap(([id, { guidance, ...blank }]) =>
    used
      .filter((own) => (originals.get(own) ?? own) === id)
      .map((own, index) => [own, { ...blank, ...(guidance && index === 0 ? { guidance } : {}) }] as const),
  );
  return {
    entry: { ...entry, articles, blanks: Object.fromEntries(blanks) },
    filled: { blanks: written, ...(entry.signatures ? { signers: signersOf(entry, sheet) } : {}) },
  };
}

/** The ids of the blanks in a clause. */
function blanksOf({ text, points = [] }: Clause): string[] {
  return [text, ...points.map((point) => point.text)].flatMap(blanksIn);
}

/** The ids of the blanks in a line. */
function blanksIn(nodes: readonly Inline[]): string[] {
  return nodes.flatMap((node) =>
    node.kind === 'blank' ? [node.id] : 'children' in node ? blanksIn(node.children) : [],
  );
}

function renamed(nodes: readonly Inline[], rename: (id: string) => string): Inline[] {
  return nodes.map((node) => {
    if (node.kind === 'blank') return { ...node, id: rename(node.id) };
    return 'children' in node ? { ...node, children: renamed(node.children, rename) } : node;
  });
}
