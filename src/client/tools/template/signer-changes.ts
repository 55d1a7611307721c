/** Who signs, as changes to the sheet of a template: the member agencies of My task force, or a list that somebody wrote. */
import { signersOf } from '../../../documents/fill-template.ts';
import { documentOffers } from '../../../tools/task-force.ts';
import { addRow, removeRow, type Changes } from '../../store/rows.ts';
import type { Sheet } from '../../store/store.ts';

type Template = Parameters<typeof signersOf>[0];
export const signerList = 'signers';

/** The signers as they stand now: those of the sheet, or the template's own, which `holder` knows. */
export function signersNow(holder: HTMLElement, sheet: Sheet): ReturnType<typeof signersOf> {
  const given = JSON.parse(holder.dataset['given'] ?? '[]') as string[];
  return signersOf({ signatures: { signers: given } } as unknown as Template, sheet.values);
}

/** Names are the same whatever their case and the spaces around them. */
const plain = (name: string): string => name.trim().toLowerCase();

/** The changes that let the member agencies of My task force sign, too. */
export function signerChanges(holder: HTMLElement | null, sheet: Sheet, taskForce: Sheet): Changes {
  const { agencies } = documentOffers(taskForce.values);
  if (!holder || agencies.length === 0) return {};
  const signers = signersNow(holder, sheet);
  const present = new Set(signers.map(({ values }) => plain(values[0]!)));
  if (agencies.every((name) => present.has(plain(name)))) return {};
  const listed = { ...sheet.values, [`${signerList}.rows`]: signers.map(({ key }) => key).join(' ') };
  return withAgencies(listed, signers, agencies);
}

/** Puts agencies that do not sign yet into blocks that are still empty, then into new ones; empty blocks that are left over go. */
export function withAgencies(
  listed: Record<string, string>,
  signers: readonly { key: string; values: string[] }[],
  agencies: readonly string[],
): Changes {
  const present = new Set(signers.map(({ values }) => plain(values[0]!)));
  const free = signers.filter(({ values }) => values.every((value) => !value)).map(({ key }) => key);
  let changes: Changes = {};
  for (const organization of agencies.filter((name) => !present.has(plain(name)))) {
    const key = free.shift();
    if (key) changes[`${signerList}.${key}.organization`] = organization;
    else changes = { ...changes, ...addRow({ ...listed, ...changes }, signerList, { organization }).changes };
  }
  return free.reduce((all, key) => ({ ...all, ...removeRow({ ...listed, ...all }, signerList, key) }), {
    [`${signerList}.rows`]: listed[`${signerList}.rows`]!,
    ...changes,
  });
}

/** The changes that let just these organizations sign, in this order. Who stays keeps what was written about them. */
export function signersBecome(holder: HTMLElement, sheet: Sheet, names: readonly string[]): Changes {
  const signers = signersNow(holder, sheet);
  const wanted = [...new Map(names.filter((name) => name.trim()).map((name) => [plain(name), name.trim()]))];
  const field = `${signerList}.rows`;
  let changes: Changes = { [field]: '' };
  for (const [name, organization] of wanted) {
    const known = signers.find(({ values }) => plain(values[0]!) === name);
    changes = known
      ? { ...changes, [field]: `${changes[field]} ${known.key}`.trim() }
      : { ...changes, ...addRow({ ...sheet.values, ...changes }, signerList, { organization }).changes };
  }
  const gone = signers.filter(
    ({ values }) => values[0]!.trim() && !wanted.some(([name]) => name === plain(values[0]!)),
  );
  const emptied = gone.flatMap(({ key }) =>
    ['organization', 'name'].map((part) => [`${signerList}.${key}.${part}`, '']),
  );
  return { ...changes, ...Object.fromEntries(emptied) };
}
