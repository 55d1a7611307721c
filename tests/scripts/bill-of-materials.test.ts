import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addBill, billFile, licensesFile, type Bill } from '../../scripts/bill-of-materials.ts';
import { root } from '../root.ts';
import { newFolder } from '../scratch.ts';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
function written(): { folder: string; bill: Bill; text: string; licenses: string } {
  const folder = newFolder('bill');
  writeFileSync(join(folder, 'SHA256SUMS'), `${'0'.repeat(64)}  a.pdf\n`);
  addBill(root, folder);
  const text = readFileSync(join(folder, billFile), 'utf8');
  return { folder, text, bill: JSON.parse(text) as Bill, licenses: readFileSync(join(folder, licensesFile), 'utf8') };
}

it('names each package that the site is built with, its checksum and its license, and none that only tests need', () => {
  const { bill, licenses } = written();
  const names = bill.components.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(manifest['dependencies']!)));
  expect(names).not.toContain('vitest');
  for (const { purl, hashes, scope } of bill.components) {
    expect(purl).toMatch(/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+/);
    expect(hashes![0]!.content).toMatch(/^[0-9a-f]{128}$/);
    expect(scope).toMatch(/^(required|optional)$/);
  }
  expect(licenses).toContain(`\nMIT\n`);
  for (const { name, version } of bill.components) expect(licenses).toContain(`\n  ${name} ${version}\n`);
});

it('says what needs what: every name leads to a package, and the project needs what its manifest says', () => {
  const { bill } = written();
  const own = bill.metadata.component['bom-ref'];
  const refs = [own, ...bill.components.map((one) => one['bom-ref'])];
  expect(new Set(refs).size).toBe(refs.length);
  expect(bill.dependencies.map(({ ref }) => ref).sort()).toEqual([...refs].sort());
  for (const { dependsOn } of bill.dependencies) expect(refs).toEqual(expect.arrayContaining(dependsOn));
  const direct = Object.keys({ ...manifest['dependencies'], ...manifest['optionalDependencies'] });
  expect(bill.dependencies.find(({ ref }) => ref === own)!.dependsOn).toHaveLength(direct.length);
});

it('is the same each time, and stands in SHA256SUMS in its place', () => {
  const { text, folder } = written();
  expect(written().text).toBe(text);
  const sum = createHash('sha256').update(text).digest('hex');
  const lines = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
  expect(lines).toContain(`${sum}  ${billFile}`);
  expect(lines.map((line) => line.slice(66))).toEqual(['a.pdf', licensesFile, billFile]);
});
