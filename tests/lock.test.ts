import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ParseLockfile,
  ValidateHost,
  ValidateIntegrity,
  ValidatePackageNames,
  ValidateScheme,
} from 'lockfile-lint-api';
import { describe, expect, it } from 'vitest';
import { root } from './root.ts';

interface Package {
  version: string;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  license?: string;
  optionalDependencies?: Record<string, string>;
}
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Package>;
};
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies',
  Record<string, string>
> & { allowScripts: Record<string, boolean> };
const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64'];
const fits = (entry: Package, platform: string) => {
  const [os = '', cpu = ''] = platform.split('-');
  return (
    (entry.os ?? [os]).includes(os) &&
    (entry.cpu ?? [cpu]).includes(cpu) &&
    (!entry.libc || entry.libc.includes('glibc'))
  );
};

it('pins every direct dependency exactly', () => {
  const versions = Object.values({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  });
  expect(versions.filter((version) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

it('holds every native package for every platform', () => {
  // A package is native when it lists platform packages of itself; each such list serves all five platforms.
  const lacking = Object.entries(packages).flatMap(([name, entry]) => {
    const ids = Object.keys(entry.optionalDependencies ?? {});
    const found = ids.flatMap((id) => [packages[`${name}/node_modules/${id}`] ?? packages[`node_modules/${id}`]]);
    const missing = ids
      .filter((_id, index) => !found[index])
      .map((id) => `${name || 'the project'}: ${id} is not in the lock file`);
    const native = found.filter((candidate) => candidate?.os);
    const unserved =
      native.length < 3 ? [] : platforms.filter((platform) => !native.some((candidate) => fits(candidate!, platform)));
    return [...missing, ...unserved.map((platform) => `${name || 'the project'}: nothing for ${platform}`)];
  });
  expect(lacking).toEqual([]);
  expect(Object.values(packages).filter(({ os }) => os).length).toBeGreaterThan(20);
});

it('names no registry: everyone installs from their own', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved)).toEqual([]);
});

/** Packages that may run a program while they are installed: esbuild looks whether its own program runs here. */
const mayRun = ['node_modules/esbuild'];

it('lets no other package run a program when it is installed', () => {
  expect(manifest.allowScripts).toEqual({ esbuild: true });
  expect(readFileSync(join(root, '.npmrc'), 'utf8')).toContain('strict-allow-scripts=true\n');
  const running = Object.entries(packages).filter(([name, { hasInstallScript }]) => name && hasInstallScript);
  expect(running.map(([name]) => name)).toEqual(mayRun);
});

it('has a checksum of each package', () => {
  const unsure = Object.entries(packages).filter(([name, { integrity }]) => name && !/^sha512-/.test(integrity ?? ''));
  expect(unsure.map(([name]) => name)).toEqual([]);
});

describe('lockfile-lint', () => {
  const text = readFileSync(join(root, 'package-lock.json'), 'utf8');
  function errorsIn(lockfileText: string): string[] {
    const { object: packages } = new ParseLockfile({ lockfileText, lockfileType: 'npm' }).parseSync();
    return [
      new ValidateHost({ packages }).validate(['npm']),
      new ValidateScheme({ packages }).validate(['https:']),
      new ValidatePackageNames({ packages }).validate(),
      new ValidateIntegrity({ packages }).validate(),
    ].flatMap(({ errors }) => errors.map(({ message }) => message));
  }

  it('finds nothing', () => expect(errorsIn(text)).toEqual([]));

  it('would find a package from elsewhere, under another name, or with a weak sum', () => {
    const lock = JSON.parse(text) as { packages: Record<string, Package> };
    const { astro, zod, yaml } = Object.fromEntries(
      ['astro', 'zod', 'yaml'].map((name) => [name, lock.packages[`node_modules/${name}`]!]),
    ) as Record<'astro' | 'zod' | 'yaml', Package>;
    astro.resolved = 'git+ssh://git@evil.example/astro.git';
    zod.resolved = 'https://registry.npmjs.org/zodd/-/zodd-1.0.0.tgz';
    yaml.integrity = 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=';
    const errors = errorsIn(JSON.stringify(lock)).join();
    for (const name of ['astro', 'zod', 'yaml']) expect(errors).toContain(name);
  });
});
