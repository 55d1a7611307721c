/** Codes to scan: an independent reader reads each, and it leads to a page and a fragment that exist. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { publishedAddresses } from '../../scripts/ledger.ts';
import { attribute, elementsOf, filesIn, readText } from '../../scripts/html.ts';
import { modulesOf } from '../../src/client/share/code.ts';
import { isNightly } from '../nightly.ts';
import { hasReaders } from '../programs.ts';
import { newFolder } from '../scratch.ts';
import { sharedPlaces } from './shared-places.ts';

const base = 'https://task-forces.toolkits.example/';
const site = inject('site');
const elements = (file: string) => [...elementsOf(readText(site, file))];
const valuesOf = (file: string, name: string) => elements(file).flatMap((element) => attribute(element, name) ?? []);
const toolkits = filesIn(site).filter((file) => /^toolkits\/[^/]+\/index\.html$/.test(file));
const numberOf = (file: string) => valuesOf(file, 'data-toolkit')[0]!;

/** The codes of slides and of sections with slides; of other places that can be shared one of forty, every night all. */
function addresses(): string[] {
  const ofSlides = toolkits.flatMap((file) =>
    valuesOf(file.replace('index.html', 'present/index.html'), 'data-way').map((way) => `${numberOf(file)}/#${way}`),
  );
  const ofPlaces = filesIn(site)
    .filter((file) => file.endsWith('index.html'))
    .filter((_, index) => isNightly || index % 8 === 0)
    .flatMap((file) => sharedPlaces(readText(site, file)).map((id) => `${file.replace('index.html', '')}#${id}`))
    .filter((_, index) => isNightly || index % 5 === 0);
  return [...new Set([...ofSlides, ...ofPlaces])];
}

/** A code as a gray picture, four pixels a dot. */
function picture(address: string): Buffer {
  const rows = modulesOf(address);
  const pixels = rows.flatMap((row) => {
    const line = row.flatMap((dark) => Array<number>(4).fill(dark ? 0 : 255));
    return [line, line, line, line].flat();
  });
  return Buffer.concat([Buffer.from(`P5 ${rows.length * 4} ${rows.length * 4} 255\n`), Buffer.from(pixels)]);
}

it.runIf(hasReaders)('reads every code, and finds the page and the place', () => {
  const folder = newFolder('codes');
  const wanted = addresses();
  expect(wanted.length).toBeGreaterThan(100);
  const files = wanted.map((address, index) => {
    const file = join(folder, `${index}.pgm`);
    writeFileSync(file, picture(base + address));
    return file;
  });
  const read = execFileSync('zbarimg', ['-q', '--raw', ...files], { encoding: 'utf8' })
    .trim()
    .split('\n');
  expect(read).toEqual(wanted.map((address) => base + address));

  const published = new Set(publishedAddresses(site));
  const lost = read.filter((address) => {
    const [path = '', fragment = ''] = address.slice(base.length).split('#');
    // A short address sends on, with its fragment.
    const moved =
      /^\d\/$/.test(path) && /<main>.*?href="([^"]*)"/s.exec(readFileSync(join(site, path, 'index.html'), 'utf8'));
    const page = moved ? new URL(moved[1]!, base + path).pathname : `/${path}`;
    return !published.has(fragment ? `${page}#${fragment}` : page);
  });
  expect(lost).toEqual([]);
});
