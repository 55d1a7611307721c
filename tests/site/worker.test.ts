import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { expect, inject, it } from 'vitest';
import { filesIn, readText } from '../../scripts/html.ts';
import type { Listed } from '../../src/client/offline/kept.ts';

const site = inject('site');
const [listFile] = filesIn(site).filter((file) => file.startsWith('_astro/kept-'));
const list = JSON.parse(readText(site, listFile!)) as Listed;
const fileOf = (address: string): string => address.replace(/(^|\/)$/, '$1index.html');
/** Quickly, which gives a seventh more than what hosts send; `npm run benchmark` weighs exactly. */
const quickly = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const weigh = (file: string): number => brotliCompressSync(readFileSync(join(site, file)), quickly).length;

it('keeps on a first visit what a room without a network needs, in at most 300 KB as hosts send it', () => {
  expect(list.first).toEqual(
    expect.arrayContaining(['', 'help/', 'glossary/', 'toolkits/chair/', 'exporters/search.js']),
  );
  expect(list.first.filter((address) => /^toolkits\/[^/]+\/$/.test(address))).toHaveLength(9);
  // What the front page itself brought is only asked after.
  const front = readText(site, 'index.html');
  const isNew = (address: string) => /\/$/.test(address) || !front.includes(address.split('/').at(-1)!);
  const more = list.first.filter((address) => address !== '' && isNew(address));
  const bytes = [...more.map(fileOf), listFile!].reduce((sum, file) => sum + weigh(file), 0);
  expect(bytes).toBeLessThanOrEqual(340_000);
  expect(list.first.length).toBeLessThanOrEqual(30);
});

it('keeps whatever those pages ask for with them', () => {
  for (const address of list.first.filter((one) => /(^|\/)$/.test(one))) {
    const asked = [...readText(site, fileOf(address)).matchAll(/(?:src|href)="[./]*(_astro\/[^"]+)"/g)];
    expect(asked.length).toBeGreaterThan(1);
    for (const [, file] of asked) expect(list.first, `${address} asks for ${file}`).toContain(file);
  }
});

it('is a small worker that names its version and its list', () => {
  const worker = readText(site, 'sw.js');
  expect(Buffer.byteLength(worker)).toBeLessThanOrEqual(5120);
  expect(worker).toContain(/kept-(\w+)\.json$/.exec(listFile!)![1]!);
});

it('is a worker of at most 5,000 bytes', () => {
  expect(readFileSync(join(site, 'sw.js')).length).toBeLessThanOrEqual(5000);
});
