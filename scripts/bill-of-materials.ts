/**
 * What the site is made with, from the lock file: a bill of materials (CycloneDX 1.6) for programs, and a list of licenses for
 * people. Neither holds a clock or a chance number, so that two builds are the same.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addSum } from './sums.ts';

/** A package as the lock file has it. */
interface Locked {
  name?: string;
  version: string;
  integrity?: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}
interface Lock {
  packages: Record<string, Locked>;
}
export interface Component {
  type: 'library' | 'application';
  'bom-ref': string;
  name: string;
  version: string;
  scope?: 'required' | 'optional';
  hashes?: { alg: 'SHA-512'; content: string }[];
  licenses?: ({ expression: string } | { license: { id: string } | { name: string } })[];
  purl?: string;
}
export interface Bill {
  $schema: string;
  bomFormat: 'CycloneDX';
  specVersion: '1.6';
  version: 1;
  metadata: { component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

/** The files, beside the other downloads. */
export const billFile = 'sbom.cdx.json';
export const licensesFile = 'licenses.txt';

const nameAt = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
const purlOf = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`;
const byRef = (a: { ref: string }, b: { ref: string }): number => (a.ref < b.ref ? -1 : 1);

/** The bill of a project: what is needed to build and to show it, not what only tests need. */
export function billOf({ packages }: Lock): Bill {
  const { '': project, ...others } = packages;
  const used = Object.entries(others).filter(([, { dev }]) => !dev);
  const refOf = (path: string): string => purlOf(nameAt(path), packages[path]!.version);
  const own: Component = {
    type: 'application',
    'bom-ref': `${project!.name}@${project!.version}`,
    name: project!.name!,
    version: project!.version,
    ...licensesOf(project!.license),
  };
  const components = new Map(used.map(([path, locked]) => [refOf(path), componentOf(refOf(path), path, locked)]));
  const dependencies = new Map<string, Set<string>>([[own['bom-ref'], new Set()]]);
  for (const [path, locked] of [['', project!] as const, ...used]) {
    const ref = path === '' ? own['bom-ref'] : refOf(path);
    const found = dependencies.get(ref) ?? dependencies.set(ref, new Set()).get(ref)!;
    for (const name of Object.keys({ ...locked.dependencies, ...locked.optionalDependencies })) {
      const at = resolved(packages, path, name);
      if (at !== undefined) found.add(refOf(at));
    }
  }
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: own },
    components: [...components].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, component]) => component),
    dependencies: [...dependencies].map(([ref, on]) => ({ ref, dependsOn: [...on].sort() })).sort(byRef),
  };
}

function componentOf(ref: string, path: string, { version, integrity, license, optional }: Locked): Component {
  const sum = /^sha512-(.+)$/.exec(integrity ?? '')?.[1];
  return {
    type: 'library',
    'bom-ref': ref,
    name: nameAt(path),
    version,
    scope: optional ? 'optional' : 'required',
    ...(sum ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(sum, 'base64').toString('hex') }] } : {}),
    ...licensesOf(license),
    purl: ref,
  };
}

/** A license by its SPDX name, as an expression of several, or in its own words. */
function licensesOf(license: string | undefined): Pick<Component, 'licenses'> {
  if (!license) return {};
  if (/ (AND|OR|WITH) /.test(license)) return { licenses: [{ expression: license }] };
  return { licenses: [{ license: license.includes('/') ? { name: license } : { id: license } }] };
}

/** Where the package is that a package means by a name: beside it, or beside one that holds it. */
function resolved(packages: Lock['packages'], from: string, name: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const path = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (packages[path]) return path;
    if (at === '') return undefined;
  }
}

/** The licenses, each with its packages. */
export function licenseList({ metadata, components }: Bill): string {
  const named = ({ licenses: [first] = [] }: Component): string =>
    first === undefined ? 'Not stated' : 'expression' in first ? first.expression : Object.values(first.license)[0]!;
  const groups = Map.groupBy(components, named);
  const { name, version } = metadata.component;
  return [
    `Packages that ${name} ${version} is built with, by their licenses.`,
    `${billFile} has their checksums and what needs what.`,
    ...[...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([license, of]) => [`\n${license}`, ...of.map((one) => `  ${one.name} ${one.version}`)].join('\n')),
    '',
  ].join('\n');
}

/** Writes both into a folder of downloads, and their sums. */
export function addBill(root: string, folder: string): void {
  const bill = billOf(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock);
  const files = { [billFile]: `${JSON.stringify(bill, undefined, 1)}\n`, [licensesFile]: licenseList(bill) };
  for (const [file, text] of Object.entries(files)) {
    writeFileSync(join(folder, file), text);
    addSum(folder, file, createHash('sha256').update(text).digest('hex'));
  }
}
